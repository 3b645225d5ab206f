using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>The report for people at a terminal: a progress bar while the fits run, then a table in color.</summary>
internal static class TerminalReport
{
    /// <summary>The terminal's columns that the table needs.</summary>
    public const int MinimumWidth = 80;

    public static Score Write(IAnsiConsole console, IEnumerable<Fit> fits, CertificationSettings settings)
    {
        List<Fit> done = Watch(console, fits);
        Score score = Score.Of(done, settings);
        console.Write(TableOf(done));
        console.WriteLine(Summary.Of(score, settings), new(score.Met ? Color.Green : Color.Red));
        return score;
    }

    private static List<Fit> Watch(IAnsiConsole console, IEnumerable<Fit> fits) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .Start(progress =>
        {
            List<Fit> done = [];
            ProgressTask task = progress.AddTask("Fitting", maxValue: FitRunner.Count);
            foreach (Fit fit in fits)
            {
                done.Add(fit);
                task.Description = $"{fit.Set} from start {fit.Start}";
                task.Increment(1);
            }

            return done;
        });

    private static Table TableOf(List<Fit> fits)
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

        foreach (Fit fit in fits)
        {
            Style style = fit.Reached ? Style.Plain : new(Color.Red);
            table.AddRow(FitColumn.All.Select(column => new Text(column.Text(fit), style)));
        }

        return table;
    }
}
