namespace MinpackNet.Cli;

/// <summary>The report for files and pipes: a line for each fit as soon as it ends, aligned with spaces.</summary>
internal static class PlainReport
{
    public static Score Write(TextWriter output, IEnumerable<SetFit> fits, CertificationSettings settings)
    {
        output.WriteLine(Line(column => column.Header));
        List<SetFit> done = [];
        foreach (SetFit fit in fits)
        {
            done.Add(fit);
            output.WriteLine(Line(column => column.Text(fit)));
        }

        Score score = Score.Of(done, settings);
        output.WriteLine();
        output.WriteLine(Summary.Of(score, settings));
        return score;
    }

    private static string Line(Func<FitColumn, string> text)
    {
        IEnumerable<string> entries = FitColumn.All.Select(column => column.RightAligned
            ? text(column).PadLeft(column.Width)
            : text(column).PadRight(column.Width));
        return string.Join("  ", entries);
    }
}
