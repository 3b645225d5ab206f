using System.Collections;
using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>The results of many fits of one model, a row for each, in the order of the data.</summary>
/// <remarks>Rows are made when they are asked for; <see cref="Estimates"/> is quicker for a whole column.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FitTable : IReadOnlyList<FitRow>
{
    private readonly IFitRows _fits;
    private readonly CancellationToken _cancellation;

    internal FitTable(IFitRows fits, CancellationToken cancellation)
    {
        _fits = fits;
        _cancellation = cancellation;
    }

    /// <summary>The number of fits.</summary>
    public int Count => _fits.Count;

    /// <summary>The names of the parameters, in the model's order.</summary>
    public IReadOnlyList<string> ParameterNames => Array.AsReadOnly(_fits.Names);

    /// <summary>How many fits met a convergence test.</summary>
    public int ConvergedCount => Enumerable.Range(0, Count).Count(_fits.HasConverged);

    /// <summary>The result of one fit.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fit.</exception>
    public FitRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _fits.Row(index);
        }
    }

    /// <summary>The estimates of one parameter, one for each fit.</summary>
    /// <param name="name">One of <see cref="ParameterNames"/>.</param>
    /// <returns>The start values where there is no result.</returns>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public double[] Estimates(string name) => Column(name, (fit, j) => _fits.Estimate(fit, j));

    /// <summary>The standard errors of one parameter, one for each fit.</summary>
    /// <param name="name">One of <see cref="ParameterNames"/>.</param>
    /// <returns>
    /// As <see cref="FitParameter.StandardError"/>, but of the solver's last Jacobian, as <c>Optimize.CurveFit</c> has
    /// them: for data that hardly determine a parameter the two may be far apart.
    /// </returns>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public double[] StandardErrors(string name) => Column(name, (fit, j) => _fits.Error(fit, j));

    /// <summary>Throws when the run was canceled before all fits had ended.</summary>
    /// <returns>This table.</returns>
    /// <exception cref="OperationCanceledException">
    /// The cancellation token was set during the run; the exception has it, so that a task with it ends as canceled.
    /// </exception>
    public FitTable ThrowIfCanceled() =>
        Enumerable.Range(0, Count).Select(_fits.Status).Any(
            status => status is LeastSquaresStatus.Canceled or LeastSquaresStatus.None)
            ? throw Errors.Canceled($"Canceled: {this}.", _cancellation)
            : this;

    /// <inheritdoc/>
    public IEnumerator<FitRow> GetEnumerator() => Enumerable.Range(0, Count).Select(_fits.Row).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many fits converged and failed, on one line.</summary>
    public override string ToString()
    {
        int failed = Enumerable.Range(0, Count).Count(fit => _fits.Status(fit) == LeastSquaresStatus.Failed);
        return $"{ConvergedCount} of {NumberText.Count(Count, "fit")} converged, {failed} failed";
    }

    private double[] Column(string name, Func<int, int, double> value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int j = Array.IndexOf(_fits.Names, name);
        if (j < 0)
        {
            throw Errors.UnknownParameter(name, _fits.Names);
        }

        double[] column = new double[Count];
        for (int fit = 0; fit < column.Length; fit++)
        {
            column[fit] = value(fit, j);
        }

        return column;
    }
}
