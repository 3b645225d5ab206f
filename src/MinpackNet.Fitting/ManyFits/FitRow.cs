using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>One of many fits: its estimates with errors, and how it ended.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class FitRow
{
    internal FitRow(int index, IReadOnlyList<FitParameter> parameters, int pointCount, Exception? exception)
    {
        Index = index;
        Parameters = parameters;
        PointCount = pointCount;
        Exception = exception;
    }

    /// <summary>Which fit, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// The parameters in the model's order, including fixed ones; of a fit without a result, the start values.
    /// </summary>
    public IReadOnlyList<FitParameter> Parameters { get; }

    /// <summary>A parameter by its name.</summary>
    /// <param name="name">One of the names of the table.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public FitParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw Errors.UnknownParameter(name, Parameters.Select(parameter => parameter.Name));

    /// <summary>Why the solver stopped; None for a fit that was not reached before a cancellation.</summary>
    public LeastSquaresStatus Status { get; internal init; }

    /// <summary>Whether a convergence test was met where the residuals and their derivatives are finite.</summary>
    public bool Converged { get; internal init; }

    /// <summary>
    /// The sum of the squared residuals, each divided by its standard deviation if those were given; NaN without a
    /// result. SciPy: the sum of infodict['fvec']².
    /// </summary>
    public double ChiSquared { get; internal init; } = double.NaN;

    /// <summary>The number of points, m.</summary>
    public int PointCount { get; }

    /// <summary>The number of points less that of the parameters that are not fixed.</summary>
    public int DegreesOfFreedom => PointCount - Parameters.Count(parameter => !parameter.IsFixed);

    /// <summary>Model evaluations over all points, including those for differences. MINPACK: nfev.</summary>
    public int Evaluations { get; internal init; }

    /// <summary>Evaluations of the model's own derivatives; 0 if it has none. MINPACK: njev.</summary>
    public int JacobianEvaluations { get; internal init; }

    /// <summary>What made the fit fail, in words; null if it did not.</summary>
    public string? Failure
    {
        get => field ?? (Exception is ArgumentException { ParamName: { } name }
            ? Exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : Exception?.Message);
        internal init;
    }

    /// <summary>
    /// What made the fit fail: an <see cref="ArgumentException"/> for its data or start, a
    /// <see cref="NonFiniteValueException"/>, or what the model threw; null if it did not, and for the fits of a
    /// <see cref="FitJob"/>, of which <see cref="Failure"/> alone remains.
    /// </summary>
    [JsonIgnore]
    public Exception? Exception { get; }

    /// <summary>The estimates and their standard errors, or why there are none.</summary>
    public override string ToString() => Failure is null
        ? $"{Index}: {string.Join(", ", Parameters)}{(Converged ? "" : $" ({Status})")}"
        : $"{Index}: {Failure}";
}
