using System.Globalization;
using System.Text;

namespace MinpackNet.Fitting;

/// <summary>A fit as a page of text.</summary>
internal static class FitReport
{
    private const int LineWidth = 100;

    /// <summary>
    /// A correlation matrix wider than this is left out; strong correlations are among the warnings anyway.
    /// </summary>
    private const int MostCorrelated = 8;

    public static string Of(FitResult fit, double level, string? model)
    {
        StringBuilder text = new();
        if (model is not null)
        {
            text.AppendLine(model);
        }

        Wrap(text, $"{fit.Message} {Counts(fit)}", indent: "");
        text.AppendLine();
        AppendParameters(text, fit, level);
        text.AppendLine();
        AppendStatistics(text, fit);
        AppendCorrelation(text, fit);
        AppendAttempts(text, fit);
        AppendWarnings(text, fit);
        return text.ToString().TrimEnd();
    }

    private static string Counts(FitResult fit)
    {
        string derivatives = fit.JacobianEvaluations > 0 ? $", and {fit.JacobianEvaluations} of the derivatives" : "";
        return $"({fit.Evaluations} evaluations{derivatives})";
    }

    private static void AppendParameters(StringBuilder text, FitResult fit, double level)
    {
        string percent = (100 * level).ToString("G6", CultureInfo.InvariantCulture);
        List<string[]> rows = [["parameter", "estimate", "std. error", $"{percent} % from", "to", "start"]];
        IReadOnlyList<Interval> intervals = fit.ConfidenceIntervals(level);
        foreach ((FitParameter p, Interval interval) in fit.Parameters.Zip(intervals))
        {
            rows.Add(p.IsFixed
                ? [p.Name, NumberText.Plain(p.Value), "fixed"]
                :
                [
                    p.Name,
                    NumberText.WithError(p.Value, p.StandardError),
                    NumberText.WithError(p.StandardError, p.StandardError),
                    NumberText.WithError(interval.Lower, p.StandardError),
                    NumberText.WithError(interval.Upper, p.StandardError),
                    NumberText.Plain(p.Start),
                ]);
        }

        TextTable.Append(text, rows);
    }

    private static void AppendStatistics(StringBuilder text, FitResult fit)
    {
        int points = fit.Fitted.Count;
        List<string[]> rows =
        [
            [$"{points} points, degrees of freedom", $"{fit.DegreesOfFreedom}"],
            [fit.HasSigma ? "chi-squared" : "sum of squares (chi-squared)", NumberText.Plain(fit.ChiSquared)],
            ["reduced chi-squared", NumberText.Plain(fit.ReducedChiSquared)],
            ["residual standard deviation", NumberText.Plain(fit.ResidualStandardDeviation)],
            ["R-squared", Share(fit.RSquared)],
            ["AIC", NumberText.Plain(fit.Aic)],
            ["BIC", NumberText.Plain(fit.Bic)],
        ];
        TextTable.Append(text, rows);
    }

    /// <summary>A share near one with as many digits as it takes to see that it is not one.</summary>
    private static string Share(double value)
    {
        double missing = 1 - value;
        return missing is > 0 and < 1e-3 ? NumberText.WithError(value, missing) : NumberText.Plain(value);
    }

    private static void AppendCorrelation(StringBuilder text, FitResult fit)
    {
        int[] free = [.. Enumerable.Range(0, fit.Parameters.Count).Where(j => !fit.Parameters[j].IsFixed)];
        if (!fit.Converged || free.Length is < 2 or > MostCorrelated)
        {
            return;
        }

        double[,] correlation = fit.Correlation;
        List<string[]> rows = [["correlation", .. free.SkipLast(1).Select(j => fit.Parameters[j].Name)]];
        for (int i = 1; i < free.Length; i++)
        {
            rows.Add([fit.Parameters[free[i]].Name, .. free.Take(i).Select(j => Coefficient(correlation[free[i], j]))]);
        }

        text.AppendLine();
        TextTable.Append(text, rows);
    }

    private static string Coefficient(double value) =>
        double.IsNaN(value) ? "-" : value.ToString("F4", CultureInfo.InvariantCulture);

    private static void AppendAttempts(StringBuilder text, FitResult fit)
    {
        if (fit.Attempts.Count == 0)
        {
            return;
        }

        List<string[]> rows = [["attempt", "chi-squared", "evaluations", "verdict"]];
        rows.AddRange(fit.Attempts.Select(attempt => (string[])
            [attempt.Name, NumberText.Plain(attempt.ChiSquared), $"{attempt.Evaluations}", attempt.Verdict]));
        text.AppendLine();
        TextTable.Append(text, rows, lastLeft: true);
    }

    private static void AppendWarnings(StringBuilder text, FitResult fit)
    {
        if (fit.Diagnoses.Count > 0)
        {
            text.AppendLine().AppendLine("warnings");
        }

        foreach (Diagnosis diagnosis in fit.Diagnoses)
        {
            Wrap(text, $"- {diagnosis.Message}", indent: "  ");
        }
    }

    /// <summary>Breaks a paragraph at spaces; lines after the first are indented.</summary>
    private static void Wrap(StringBuilder text, string paragraph, string indent)
    {
        int used = 0;
        foreach (string word in paragraph.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > LineWidth)
            {
                text.AppendLine().Append(indent);
                used = indent.Length;
            }
            else if (used > 0)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
        }

        text.AppendLine();
    }
}
