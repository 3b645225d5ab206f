using System.Text;

namespace MinpackNet.Fitting;

/// <summary>A fit as a page of text, section by section.</summary>
/// <param name="digits">
/// The significant digits of every number; null for as many as the errors leave, or six.
/// </param>
internal sealed partial class FitReport(int? digits)
{
    /// <summary>
    /// A wider correlation matrix is left out; strong correlations are among the warnings in any case.
    /// </summary>
    private const int MostCorrelated = 8;

    private const string Undetermined = "?";
    private const string Unknown = "unknown";

    /// <summary>More attempts than this are summed up in one row.</summary>
    private const int MostAttempts = 16;

    private readonly List<ReportBlock> _blocks = [];

    /// <summary>The report in its parts.</summary>
    public IReadOnlyList<ReportBlock> Blocks => _blocks;

    public override string ToString()
    {
        StringBuilder text = new();
        _blocks.ForEach(block => block.AppendTo(text));
        return text.ToString().TrimEnd();
    }

    /// <summary>A line of any length.</summary>
    public void Line(string text) => _blocks.Add(new(Printable.Of(text), []));

    /// <summary>A paragraph, broken into lines at spaces; those after the first are indented.</summary>
    public void Paragraph(string text, string indent = "", bool startsSection = false) =>
        _blocks.Add(new(Printable.Of(text), []) { Indent = indent, StartsSection = startsSection });

    /// <summary>The estimates, with a mark and an explanation for those that the data do not determine.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="level">The probability of the intervals.</param>
    /// <param name="hasErrors">Whether the errors are known.</param>
    /// <param name="note">What to know about the errors in all rows.</param>
    public void Estimates(
        IReadOnlyList<ReportedParameter> parameters, double level, bool hasErrors, string note)
    {
        List<string[]> rows =
            [["parameter", "estimate", "std. error", $"{NumberText.Percent(level)} % from", "to", "start"]];
        foreach (ReportedParameter parameter in parameters)
        {
            FitParameter p = parameter.Parameter;
            string name = Printable.Of(p.Name);
            string exact = digits is null ? NumberText.Exact(p.Value) : Plain(p.Value);
            rows.Add(p.IsFixed ? [name, exact, "fixed"]
                : p.Bound != BoundState.Free ? [name, exact, NumberText.Words(p.Bound), "", "", Plain(p.Start)]
                :
                [
                    name,
                    Estimate(parameter, p.Value, parameter.Tolerance),
                    .. hasErrors
                        ? [
                            WithError(p.StandardError, p.StandardError),
                            Estimate(parameter, parameter.Interval.Lower),
                            Estimate(parameter, parameter.Interval.Upper),
                        ]
                        : (string[])[Unknown, Unknown, Unknown],
                    Plain(p.Start),
                    p.IsDetermined ? "" : Undetermined,
                ]);
        }

        Section(rows);
        Line(note);
        if (parameters.Any(parameter => !parameter.Parameter.IsDetermined))
        {
            bool someUnknown = parameters.Any(parameter =>
                !parameter.Parameter.IsDetermined && double.IsNaN(parameter.Parameter.StandardError));
            Line(hasErrors
                ? $"{Undetermined} not distinguished from zero: one standard error is larger than the estimate"
                    + (someUnknown ? ", or unknown" : "")
                : $"{Undetermined} the error is unknown");
        }

        if (digits is null && parameters.Any(parameter => parameter.IsZero))
        {
            Line("an estimate of 0 stands for one that is lost in the rounding of the observations");
        }
    }

    /// <summary>Intervals by profile likelihood, with the ends marked that are bounds.</summary>
    public void Profiles(
        IReadOnlyList<FitParameter> parameters,
        IReadOnlyList<Interval> intervals,
        IReadOnlyList<ParameterBound> bounds,
        IReadOnlyList<DerivedQuantity> quantities,
        double level)
    {
        if (intervals.Count == 0 && quantities.All(quantity => quantity.Profile is null))
        {
            return;
        }

        List<string[]> rows = [["by profile likelihood", $"{NumberText.Percent(level)} % from", "to"]];
        foreach ((FitParameter parameter, Interval interval) in parameters.Zip(intervals))
        {
            if (parameter.IsFixed)
            {
                continue;
            }

            bool isHeld = parameter.Bound != BoundState.Free;
            double error = isHeld ? (interval.Upper - interval.Lower) / 2 : parameter.StandardError;
            rows.Add([Printable.Of(parameter.Name), End(interval.Lower), End(interval.Upper)]);

            string End(double value) =>
                bounds.Any(bound => bound.Name == parameter.Name && (value == bound.Lower || value == bound.Upper))
                    && double.IsFinite(value)
                        ? $"{(digits is null ? NumberText.Exact(value) : Plain(value))} (bound)"
                        : ProfileEnd(value, error);
        }

        foreach (DerivedQuantity quantity in quantities)
        {
            if (quantity.Profile is { } interval)
            {
                rows.Add(
                [
                    Printable.Of(quantity.Name),
                    ProfileEnd(interval.Lower, quantity.StandardError),
                    ProfileEnd(interval.Upper, quantity.StandardError),
                ]);
            }
        }

        Section(rows);
    }

    private string ProfileEnd(double value, double error) => double.IsInfinity(value) ? "open"
        : double.IsNaN(value) ? Unknown
        : WithError(value, error);

    /// <summary>Quantities that follow from the estimates.</summary>
    public void Quantities(IReadOnlyList<DerivedQuantity> quantities, double level)
    {
        if (quantities.Count == 0)
        {
            return;
        }

        List<string[]> rows = [["derived", "value", "std. error", $"{NumberText.Percent(level)} % from", "to"]];
        foreach (DerivedQuantity quantity in quantities)
        {
            double error = quantity.StandardError;
            rows.Add(
            [
                Printable.Of(quantity.Name),
                WithError(quantity.Value, error),
                .. double.IsNaN(error)
                    ? (string[])[Unknown, Unknown, Unknown]
                    : [
                        WithError(error, error),
                        WithError(quantity.Interval.Lower, error),
                        WithError(quantity.Interval.Upper, error),
                    ],
            ]);
        }

        Section(rows);
    }

    /// <summary>Names and numbers.</summary>
    public void Statistics(params IEnumerable<(string Name, string Number)> statistics) =>
        Section([.. statistics.Select(item => (string[])[item.Name, item.Number])], hasHeadings: false);

    /// <summary>A number without a known error.</summary>
    public string Plain(double value) => digits is int given ? NumberText.Plain(value, given) : NumberText.Plain(value);

    /// <summary>A share of a whole.</summary>
    public string Share(double value) => NumberText.Share(value, digits);

    /// <summary>The correlations of the parameters that are not fixed, below the diagonal.</summary>
    public void Correlations(IReadOnlyList<FitParameter> parameters, double[,] correlation)
    {
        int[] free = [.. Enumerable.Range(0, parameters.Count)
            .Where(j => !parameters[j].IsFixed && parameters[j].Bound == BoundState.Free)];
        if (free.Length is < 2 or > MostCorrelated)
        {
            return;
        }

        string[] names = [.. free.Select(j => Printable.Of(parameters[j].Name))];
        List<string[]> rows = [["correlation", .. names.SkipLast(1)]];
        for (int i = 1; i < free.Length; i++)
        {
            rows.Add(
                [names[i], .. free.Take(i).Select(j => NumberText.Correlation(correlation[free[i], j], digits))]);
        }

        Section(rows);
    }

    /// <param name="attempts">The solves of a search.</param>
    /// <param name="sum">What the sum of squares is called.</param>
    public void Attempts(IReadOnlyList<FitAttempt> attempts, string sum)
    {
        if (attempts.Count > 0)
        {
            List<string[]> rows = [["attempt", sum, "evaluations", "verdict"]];
            FitAttempt? lowest = attempts.MinBy(SumOf);
            FitAttempt[] shown = [.. attempts.Where((attempt, k) => k < MostAttempts || attempt == lowest)];
            rows.AddRange(shown.Select(attempt => (string[])
                [attempt.Name, Plain(attempt.ChiSquared), $"{attempt.Evaluations}", attempt.Verdict]));
            FitAttempt[] others = [.. attempts.Except(shown)];
            if (others.Length > 0)
            {
                rows.Add(
                [
                    $"{others.Length} more",
                    Plain(others.MinBy(SumOf)!.ChiSquared),
                    $"{others.Sum(attempt => attempt.Evaluations)}",
                    "the lowest of them",
                ]);
            }

            Section(rows, lastIsText: true);
        }

        static double SumOf(FitAttempt attempt) =>
            double.IsNaN(attempt.ChiSquared) ? double.PositiveInfinity : attempt.ChiSquared;
    }

    public void Warnings(IReadOnlyList<Diagnosis> diagnoses)
    {
        if (diagnoses.Count > 0)
        {
            Paragraph("warnings", startsSection: true);
        }

        foreach (Diagnosis diagnosis in diagnoses)
        {
            Paragraph($"- {diagnosis.Message}", indent: "  ");
        }
    }

    /// <summary>Rows of cells below an empty line.</summary>
    public void Section(IReadOnlyList<string[]> rows, bool lastIsText = false, bool hasHeadings = true) =>
        _blocks.Add(new("", rows) { StartsSection = true, LastIsText = lastIsText, HasHeadings = hasHeadings });

    /// <summary>An estimate, or an end of its interval, without digits that are rounding.</summary>
    private string Estimate(
        ReportedParameter parameter, double value, double tolerance = double.PositiveInfinity) =>
        digits is null && Math.Abs(value) <= parameter.Rounding
            ? NumberText.Plain(0)
            : WithError(value, Math.Max(parameter.Parameter.StandardError, parameter.Rounding), tolerance);

    private string WithError(double value, double error, double tolerance = double.PositiveInfinity) =>
        digits is int given ? NumberText.Plain(value, given) : NumberText.WithError(value, error, tolerance);
}
