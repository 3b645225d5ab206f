using System.Diagnostics;
using System.Text.Json.Serialization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MinpackNet.Fitting;

/// <summary>
/// A bootstrap: the estimates from many data sets like those of the fit, and what their scatter says of the errors.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class BootstrapResult
{
    // Refits fail where estimates are extreme, so that the ends of an interval may be among those that are missing.
    private const double MostFailed = 0.1;

    private const double SomeBeyond = 4;

    private readonly string[] _names;
    private readonly double[] _values;
    private readonly double[][] _draws;
    private readonly BootstrapQuantities _quantities;

    internal BootstrapResult(
        BootstrapKind kind, int samples, int seed, double[] values, double[][] draws, BootstrapQuantities quantities)
    {
        (Kind, SampleCount, Seed) = (kind, samples, seed);
        (_values, _draws, _quantities) = (values, draws, quantities);
        _names = quantities.Names;
        FailedCount = samples - draws[0].Length;
        Objection = quantities.Objection ?? (FailedCount <= MostFailed * samples ? null
            : $"{FailedCount} of {samples} refits failed, and the others do not stand for all");
    }

    /// <summary>How the data sets were made.</summary>
    public BootstrapKind Kind { get; }

    /// <summary>The number of data sets.</summary>
    public int SampleCount { get; }

    /// <summary>The seed of the random numbers: the same seed gives the same draws on any number of threads.</summary>
    public int Seed { get; }

    /// <summary>
    /// The number of refits that failed: they did not converge, or their data set does not determine all parameters.
    /// They are left out of all numbers.
    /// </summary>
    public int FailedCount { get; }

    /// <summary>
    /// Why the bootstrap tells nothing, as part of a sentence; null if it does. The fit did not converge, has
    /// parameters that act only together or no degrees of freedom, or more than a tenth of the refits failed.
    /// </summary>
    public string? Objection { get; }

    /// <summary>The names of the parameters, in the model's order, including fixed ones.</summary>
    public IReadOnlyList<string> ParameterNames => Array.AsReadOnly(_names);

    /// <summary>The covariance of the draws, n by n; NaN with an objection.</summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Covariance
    {
        get
        {
            int n = _draws.Length;
            double[,] covariance = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    covariance[i, j] = Objection is null ? _draws[i].Covariance(_draws[j]) : double.NaN;
                }
            }

            return covariance;
        }
    }

    /// <summary>
    /// The estimates of one parameter in the refits that did not fail, in the order of the data sets.
    /// </summary>
    /// <param name="name">One of <see cref="ParameterNames"/>.</param>
    /// <returns>
    /// <see cref="SampleCount"/> - <see cref="FailedCount"/> values; those at the same place of two parameters belong
    /// together.
    /// </returns>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public double[] Draws(string name) => Array.IndexOf(_names, name) is >= 0 and var j
        ? [.. _draws[j]]
        : throw Errors.UnknownParameter(name, _names);

    /// <summary>Bias, standard error and confidence interval of each parameter.</summary>
    /// <param name="level">
    /// The confidence level, between 0 and 1. A high level takes many samples, and so do few degrees of freedom, for
    /// which the interval is wider. Default 0.95.
    /// </param>
    /// <param name="kind">How the draws become an interval. Default: percentiles.</param>
    /// <returns>One for each parameter, in order; of zero width for a fixed one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public IReadOnlyList<BootstrapEstimate> Estimates(
        double level = 0.95, BootstrapIntervalKind kind = BootstrapIntervalKind.Percentile)
    {
        Validate.Draws(level, kind);
        return [.. _names.Select((name, j) => Estimate(
            name, _values[j], _draws[j], level, kind, () => _quantities.AccelerationOf(j)))];
    }

    /// <summary>The same of a quantity that follows from the parameters, such as <c>log(2)/k</c>.</summary>
    /// <param name="formula">A formula of the parameters.</param>
    /// <param name="name">What to call the quantity; null, the default, for the formula.</param>
    /// <param name="level">As in <see cref="Estimates"/>.</param>
    /// <param name="kind">The same.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the kind is out of range.</exception>
    public BootstrapEstimate Derive(
        string formula,
        string? name = null,
        double level = 0.95,
        BootstrapIntervalKind kind = BootstrapIntervalKind.Percentile)
    {
        Validate.Draws(level, kind);
        ParameterQuantity quantity = _quantities.Parse(formula, nameof(formula));
        double[] draws = [.. Enumerable.Range(0, _draws[0].Length)
            .Select(draw => quantity.ValueAt(j => _draws[j][draw]))
            .Where(double.IsFinite)];
        return Estimate(
            name ?? formula,
            quantity.ValueAt(j => _values[j]),
            draws,
            level,
            kind,
            () => _quantities.AccelerationOf(quantity.GradientAt(_values)));
    }

    /// <summary>How many samples it takes that some draws lie beyond each end of an interval.</summary>
    internal double SamplesFor(double level) =>
        Math.Ceiling(SomeBeyond / Normal.CDF(0, 1, -_quantities.QuantileOf(level)));

    /// <summary>How many refits of what there were, and how many failed, on one line.</summary>
    public override string ToString()
    {
        string of = Kind switch
        {
            BootstrapKind.Case => "points drawn again",
            BootstrapKind.Parametric => "normal errors",
            _ => "residuals drawn again",
        };
        string failed = FailedCount > 0 ? $", {FailedCount} failed" : "";
        return $"{NumberText.Count(SampleCount, "refit")}, {of}, seed {Seed}{failed}";
    }

    private BootstrapEstimate Estimate(
        string name,
        double value,
        double[] draws,
        double level,
        BootstrapIntervalKind kind,
        Func<double> acceleration)
    {
        int failed = SampleCount - draws.Length;
        if (Objection is not null || failed > MostFailed * SampleCount)
        {
            return new(name, value, double.NaN, double.NaN, new(double.NaN, double.NaN)) { FailedCount = failed };
        }

        double[] sorted = [.. draws.Order()];
        Interval interval = kind == BootstrapIntervalKind.Percentile
            ? DrawnInterval.Percentile(sorted, _quantities.QuantileOf(level))
            : DrawnInterval.Bca(sorted, _quantities.QuantileOf(level), value, acceleration());
        return new(name, value, draws.Mean() - value, draws.StandardDeviation(), interval) { FailedCount = failed };
    }
}
