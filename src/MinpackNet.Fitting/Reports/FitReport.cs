using System.Globalization;
using System.Text;

namespace MinpackNet.Fitting;

/// <summary>A fit as a page of text, section by section.</summary>
internal sealed class FitReport
{
    private const int LineWidth = 100;

    /// <summary>
    /// A wider correlation matrix is left out; strong correlations are among the warnings in any case.
    /// </summary>
    private const int MostCorrelated = 8;

    /// <summary>More attempts than this are summed up in one row.</summary>
    private const int MostAttempts = 16;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString().TrimEnd();

    /// <summary>A line of any length.</summary>
    public void Line(string text) => _text.AppendLine(text);

    /// <summary>A paragraph, broken into lines at spaces; those after the first are indented.</summary>
    public void Paragraph(string text, string indent = "")
    {
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > LineWidth)
            {
                _text.AppendLine().Append(indent);
                used = indent.Length;
            }
            else if (used > 0)
            {
                _text.Append(' ');
                used++;
            }

            _text.Append(word);
            used += word.Length;
        }

        _text.AppendLine();
    }

    public void Estimates(IReadOnlyList<FitParameter> parameters, IReadOnlyList<Interval> intervals, double level)
    {
        string percent = (100 * level).ToString("G6", CultureInfo.InvariantCulture);
        List<string[]> rows = [["parameter", "estimate", "std. error", $"{percent} % from", "to", "start"]];
        foreach ((FitParameter p, Interval interval) in parameters.Zip(intervals))
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

        Section(rows);
    }

    /// <summary>Names and numbers.</summary>
    public void Statistics(params IEnumerable<(string Name, string Number)> statistics) =>
        Section([.. statistics.Select(item => (string[])[item.Name, item.Number])]);

    /// <summary>The correlations of the parameters that are not fixed, below the diagonal.</summary>
    public void Correlations(IReadOnlyList<FitParameter> parameters, double[,] correlation)
    {
        int[] free = [.. Enumerable.Range(0, parameters.Count).Where(j => !parameters[j].IsFixed)];
        if (free.Length is < 2 or > MostCorrelated)
        {
            return;
        }

        List<string[]> rows = [["correlation", .. free.SkipLast(1).Select(j => parameters[j].Name)]];
        for (int i = 1; i < free.Length; i++)
        {
            rows.Add([parameters[free[i]].Name, .. free.Take(i).Select(j => Coefficient(correlation[free[i], j]))]);
        }

        Section(rows);
    }

    public void Attempts(IReadOnlyList<FitAttempt> attempts)
    {
        if (attempts.Count > 0)
        {
            List<string[]> rows = [["attempt", "chi-squared", "evaluations", "verdict"]];
            rows.AddRange(attempts.Take(MostAttempts).Select(attempt => (string[])
                [attempt.Name, NumberText.Plain(attempt.ChiSquared), $"{attempt.Evaluations}", attempt.Verdict]));
            FitAttempt[] others = [.. attempts.Skip(MostAttempts)];
            if (others.Length > 0)
            {
                double lowest = others.Select(attempt => attempt.ChiSquared).DefaultIfEmpty(double.NaN)
                    .MinBy(sum => double.IsNaN(sum) ? double.PositiveInfinity : sum);
                rows.Add(
                [
                    $"{others.Length} more",
                    NumberText.Plain(lowest),
                    $"{others.Sum(attempt => attempt.Evaluations)}",
                    "the lowest of them",
                ]);
            }

            Section(rows, lastLeft: true);
        }
    }

    public void Warnings(IReadOnlyList<Diagnosis> diagnoses)
    {
        if (diagnoses.Count > 0)
        {
            _text.AppendLine().AppendLine("warnings");
        }

        foreach (Diagnosis diagnosis in diagnoses)
        {
            Paragraph($"- {diagnosis.Message}", indent: "  ");
        }
    }

    private static string Coefficient(double value) =>
        double.IsNaN(value) ? "-" : value.ToString("F4", CultureInfo.InvariantCulture);

    private void Section(IReadOnlyList<string[]> rows, bool lastLeft = false)
    {
        _text.AppendLine();
        TextTable.Append(_text, rows, lastLeft);
    }
}
