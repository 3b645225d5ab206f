using System.IO.Compression;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Workbooks of Excel.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] Fit = ["--model", "a*x + b", "--start", "a=1,b=0", "--json"];

    private static readonly string Line = Row(1, "t", "y") + Row(2, 0.5, 2) + Row(3, 1.5, 4) + Row(4, 2, 5);

    [Fact]
    public void A_sheet_is_read_as_a_table()
    {
        using Workspace files = new();
        File.WriteAllBytes(files["line.xlsx"], WorkbookFile.Of(("Data", Line)));
        Run run = Minpack.Run(["fit", files["line.xlsx"], .. Fit]);
        Assert.Equal([2, 1], Rounded(run));
        Assert.Equal("t", (string)run.Json["input"]!["x"]!["x"]!);
        Assert.Empty(run.Json["input"]!["notes"]!.AsArray());
    }

    [Fact]
    public void Numbers_keep_their_last_bit()
    {
        string rows = Row(1, 0.1 + 0.2, 1.0 / 3) + Row(2, 1e-300, 1e300);
        JsonNode json = RunOn(
            WorkbookFile.Of(("Data", rows)), "--no-header", "--points", "--x", "c1", "--y", "c2").Json;
        Assert.Contains("0.30000000000000004", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_units_empty_rows_and_missing_values_are_understood_as_in_text()
    {
        string rows = Row(2, null, "Decay of \"A\"\nin June") + Row(4, null, "t", "y") + Row(5, null, "s", "mV")
            + Row(6, null, 0.5, 2) + Row(7, null, 1.5, 4) + Row(8, null, 1.7, "#DIV/0!") + Row(9, null, 2, 5)
            + Row(10, null, 2.5, null);
        Run run = RunOn(WorkbookFile.Of(("Data", rows)));
        Assert.Equal([2, 1], Rounded(run));
        Assert.Equal(2, (int)run.Json["input"]!["skippedRows"]!);
        string[] notes = [.. run.Json["input"]!["notes"]!.AsArray().Select(note => (string)note!)];
        Assert.Equal("1 empty column before the table left out", notes[0]);
        Assert.Contains("line 5 ('s mV') is read as units", notes);
    }

    [Fact]
    public void An_unusable_cell_is_named_by_its_row()
    {
        Assert.Contains(
            "standard input, line 9: 'high' in column y",
            RunOn(WorkbookFile.Of(("Data", Line + Row(9, 4, "high")))).Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "standard input, line 7: 'TRUE' in column y",
            RunOn(WorkbookFile.Of(("Data", Line + Row(7, 3, "?1")))).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_sheet_with_numbers_is_read_and_another_one_by_name_or_number()
    {
        string other = Row(1, "t", "y") + Row(2, 0.5, 3) + Row(3, 1.5, 5) + Row(4, 2, 6);
        byte[] one = WorkbookFile.Of(("About", Row(1, "made in", 2024)), ("Data", Line));
        byte[] two = WorkbookFile.Of(("Run 1", Line), ("2", other), ("Run 3", Line));
        Run run = RunOn(one);
        Assert.Equal([2, 1], Rounded(run));
        Assert.Equal(
            "sheet 'Data' is read, the only one of 2 with numbers", (string)run.Json["input"]!["notes"]![0]!);
        Assert.Equal([2, 2], Rounded(RunOn(two, "--sheet", "2")));
        Assert.Equal([2, 1], Rounded(RunOn(two, "--sheet", "run 1")));
        Assert.Equal([2, 1], Rounded(RunOn(two, "--sheet", "3")));
        Assert.Equal(
            "standard input: there are 3 sheets with numbers: Run 1, 2, Run 3. Choose one with --sheet, such as "
            + "--sheet \"Run 1\".",
            RunOn(two).Complaint);
        Assert.Contains(
            "--sheet: there is no sheet 'Run 2'. The sheets are Run 1, 2, Run 3",
            RunOn(two, "--sheet", "Run 2").Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_without_effect_are_refused()
    {
        Assert.Contains(
            "--delimiter has no effect, because this is a workbook",
            RunOn(WorkbookFile.Of(("Data", Line)), "--delimiter", ",").Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "--sheet has no effect, because this is no workbook",
            RunOn("t,y\n1,2\n"u8.ToArray(), "--sheet", "1").Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_sheet_with_numbers_is_said_to_be_one()
    {
        byte[] book = WorkbookFile.Of(("Data", Line), ("old", Row(1, "t", "y") + Row(2, 1, 2) + Row(3, 2, 3)));
        Assert.Contains("Choose one with --sheet", RunOn(book).Complaint, StringComparison.Ordinal);
        Assert.Contains(
            "sheet 'Data' is read, the only one of 2 with numbers that is not hidden",
            RunOn(WorkbookFile.Of(("Data", Line), ("~old", Line))).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_are_told()
    {
        string hidden = Line.Replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"", StringComparison.Ordinal);
        Assert.Contains("1 hidden row read as well", RunOn(WorkbookFile.Of(("Data", hidden))).Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", RunOn(WorkbookFile.Of(("Data", Line))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_workbooks_and_other_archives_are_refused_in_a_line()
    {
        byte[] book = WorkbookFile.Of(("Data", Line));
        Assert.Contains(
            "looks like a spreadsheet or another zip archive", RunOn(book[..(book.Length / 2)]).Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot be read", RunOn(WorkbookFile.Of(("Data", "<row r=\"1\"><c"))).Complaint, StringComparison.Ordinal);
        using MemoryStream other = new();
        using (ZipArchive archive = new(other, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a.txt");
        }

        Assert.Contains("or another zip archive", RunOn(other.ToArray()).Complaint, StringComparison.Ordinal);
        Assert.Contains(
            "this workbook cannot be read", RunOn([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_far_away_or_very_much_of_nothing_is_refused()
    {
        string far = Line + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        Assert.Contains(
            "has too many cells", RunOn(WorkbookFile.Of(("Data", far))).Complaint, StringComparison.Ordinal);
        byte[] bomb = WorkbookFile.Of(("Data", Line + new string(' ', 64 << 20)));
        Assert.Contains(
            "more than a thousand times its size", RunOn(bomb).Complaint, StringComparison.Ordinal);
    }

    private static string Row(int number, params object?[] cells) => WorkbookFile.Row(number, cells);

    private static double[] Rounded(Run run) => [.. run.Estimates.Select(value => Math.Round(value, 9))];

    private static Run RunOn(byte[] content, params string[] options) => Minpack.Run(
        streams => streams with { OpenInput = () => new MemoryStream(content) }, "", ["fit", "-", .. Fit, .. options]);
}
