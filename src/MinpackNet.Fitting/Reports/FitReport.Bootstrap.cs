namespace MinpackNet.Fitting;

/// <content>The bootstrap.</content>
internal sealed partial class FitReport
{
    /// <summary>
    /// What a bootstrap says of the parameters that are not fixed and of derived quantities, or why it says nothing.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="quantities">The derived quantities.</param>
    /// <param name="bootstrap">The bootstrap; null for none.</param>
    /// <param name="level">The probability of the intervals.</param>
    public void Bootstrap(
        IReadOnlyList<FitParameter> parameters,
        IReadOnlyList<DerivedQuantity> quantities,
        BootstrapResult? bootstrap,
        double level)
    {
        if (bootstrap is null)
        {
            return;
        }

        if (bootstrap.Objection is { } objection)
        {
            Paragraph($"bootstrap: unknown, because {objection} ({bootstrap})", startsSection: true);
            return;
        }

        BootstrapEstimate[] estimates =
        [
            .. bootstrap.Estimates(level).Where((_, j) => !parameters[j].IsFixed),
            .. quantities.Select(quantity => bootstrap.Derive(quantity.Formula, quantity.Name, level)),
        ];
        Section(
        [
            ["by bootstrap", "bias", "std. error", $"{NumberText.Percent(level)} % from", "to"],
            .. estimates.Select(estimate => (string[])
            [
                Printable.Of(estimate.Name),
                Drawn(estimate.Bias, estimate),
                Drawn(estimate.StandardError, estimate),
                Drawn(estimate.Interval.Lower, estimate),
                Drawn(estimate.Interval.Upper, estimate),
            ]),
        ]);
        Line($"{bootstrap}; percentile intervals");
        foreach (BootstrapEstimate none in estimates.Where(estimate => double.IsNaN(estimate.StandardError)))
        {
            Line($"{Printable.Of(none.Name)} is not finite in {none.FailedCount - bootstrap.FailedCount} of "
                + $"{NumberText.Count(bootstrap.SampleCount, "refit")}, and the others do not stand for all");
        }

        if (estimates.Any(estimate => !double.IsNaN(estimate.StandardError)
            && double.IsNaN(estimate.Interval.Lower + estimate.Interval.Upper)))
        {
            string samples = NumberText.Plain(bootstrap.SamplesFor(level));
            Line($"unknown ends lie beyond the draws: they take {samples} refits");
        }
    }

    private string Drawn(double value, BootstrapEstimate estimate) =>
        double.IsNaN(value) ? Unknown : WithError(value, estimate.StandardError);
}
