using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>The report for people at a terminal: a progress bar while the fits run, then a table in color.</summary>
internal static class TerminalReport
{
    /// <summary>The terminal width that the table needs, in characters.</summary>
    public const int MinimumWidth = 80;

    public static Score Write(IAnsiConsole console, IEnumerable<SetFit> fits, CertificationSettings settings)
    {
        List<SetFit> done = Watch(console, fits, settings);
        Score score = Score.Of(done, settings);
        console.Write(TableOf(done));
        console.WriteLine(Summary.Of(score, settings), new(score.Met ? Color.Green : Color.Red));
        return score;
    }

    private static List<SetFit> Watch(
        IAnsiConsole console, IEnumerable<SetFit> fits, CertificationSettings settings) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .Start(progress =>
        {
            List<SetFit> done = [];
            ProgressTask task = progress.AddTask("Fitting", maxValue: FitRunner.Count(settings));
            foreach (SetFit fit in fits)
            {
                done.Add(fit);
                task.Description = fit.Start is null ? fit.Set : $"{fit.Set} from start {fit.Start}";
                task.Increment(1);
            }

            return done;
        });

    private static Table TableOf(List<SetFit> fits)
    {
        Table table = new() { Border = TableBorder.Horizontal };
        foreach (FitColumn column in FitColumn.All)
        {
            table.AddColumn(new TableColumn(column.Header)
            {
                Alignment = column.RightAligned ? Justify.Right : Justify.Left,
                Padding = new(0, 0, 1, 0),
                NoWrap = column.Width == column.EntryWidth,
            });
        }

        foreach (SetFit fit in fits)
        {
            Style style = fit.Reached ? Style.Plain : new(Color.Red);
            table.AddRow(FitColumn.All.Select(column => new Text(column.Text(fit), style)));
        }

        return table;
    }
}
