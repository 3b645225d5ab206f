namespace MinpackNet.Cli;

/// <summary>The score of a certification.</summary>
/// <param name="Fits">The number of fits.</param>
/// <param name="Reached">The number with the required digits in their worst parameter.</param>
/// <param name="Expected">The number required.</param>
/// <param name="MeanParameterDigits">The mean digits of the worst parameter over all fits.</param>
/// <param name="MeanStandardErrorDigits">
/// The mean digits of the worst standard error over the fits that reached the required digits.
/// </param>
internal sealed record Score(
    int Fits, int Reached, int Expected, double MeanParameterDigits, double MeanStandardErrorDigits)
{
    /// <summary>Whether enough fits reached the required digits.</summary>
    public bool Met => Reached >= Expected;

    public static Score Of(IReadOnlyCollection<SetFit> fits, CertificationSettings settings)
    {
        List<SetFit> reached = [.. fits.Where(fit => fit.Reached)];
        return new(
            fits.Count,
            reached.Count,
            settings.ExpectedFits,
            fits.Average(fit => fit.ParameterDigits),
            reached.Select(fit => fit.StandardErrorDigits).DefaultIfEmpty().Average());
    }
}
