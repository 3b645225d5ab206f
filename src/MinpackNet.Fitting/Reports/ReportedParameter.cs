namespace MinpackNet.Fitting;

/// <summary>A parameter as a report shows it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Tolerance">By how much rounding may change the estimate.</param>
/// <param name="Rounding">
/// What rounding of the observations and of the model's values leaves uncertain of the estimate.
/// </param>
internal sealed record ReportedParameter(
    FitParameter Parameter, Interval Interval, double Tolerance, double Rounding)
{
    /// <summary>Whether the estimate is zero as far as double precision can tell.</summary>
    public bool IsZero => Parameter.Value != 0 && Math.Abs(Parameter.Value) <= Rounding;
}
