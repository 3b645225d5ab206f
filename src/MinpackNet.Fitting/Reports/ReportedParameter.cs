namespace MinpackNet.Fitting;

/// <summary>A parameter as a report shows it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Tolerance">By how much rounding may change the estimate.</param>
/// <param name="IsDetermined">Whether the data determine it.</param>
internal sealed record ReportedParameter(
    FitParameter Parameter, Interval Interval, double Tolerance, bool IsDetermined);
