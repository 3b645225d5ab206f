namespace MinpackNet.Cli;

/// <summary>Columns read from a file, without the rows in which one of them has no finite value.</summary>
/// <param name="Columns">
/// The requested columns in the requested order, each with a finite value for every row.
/// </param>
/// <param name="Lines">The line of the file in which each row is, from 1.</param>
/// <param name="Missing">For each column, the number of rows skipped because it was the first without a value.</param>
/// <param name="NotFinite">The same for rows skipped because the value is infinite.</param>
/// <param name="Comments">The number of lines left out as comments.</param>
/// <param name="Notes">What was read otherwise than it is written.</param>
internal sealed record CsvTable(
    double[][] Columns,
    IReadOnlyList<int> Lines,
    int[] Missing,
    int[] NotFinite,
    int Comments,
    IReadOnlyList<string> Notes)
{
    /// <summary>The lines of rows that are directly below blank lines or comments.</summary>
    public IReadOnlySet<int> BlockStarts { get; init; } = new HashSet<int>();

    /// <summary>For each row, the text in the column of labels; null without one.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>For each column, the errors beside its values, NaN for none; null without any.</summary>
    public IReadOnlyList<double[]?> Errors { get; init; } = [];

    /// <summary>The columns of the file that have percentages.</summary>
    public IReadOnlyList<int> Percentages { get; init; } = [];

    /// <summary>
    /// The columns of the file that have numbers of equally many digits, of which one starts with a zero.
    /// </summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>The columns of the file that have dates.</summary>
    public IReadOnlyList<int> Dates { get; init; } = [];

    /// <summary>What dates are as numbers; null without any.</summary>
    public DateScale? DateScale { get; init; }

    /// <summary>The same label by label, one after the other.</summary>
    public IReadOnlyList<LabelSpan> Spans { get; init; } = [];

    /// <summary>The rows left out by conditions: by which, or for want of a value for them, and how many.</summary>
    public IReadOnlyList<(string Reason, int Count)> LeftOut { get; init; } = [];

    /// <summary>The number of rows without a value because of a text that the user gave for missing values.</summary>
    public int MissingByOption { get; init; }

    /// <summary>The number of rows.</summary>
    public int RowCount => Lines.Count;

    /// <summary>The number of rows of the file that these are from, of which each may have replicates.</summary>
    public int RowsOfFile { get => field > 0 ? field : RowCount; init; }

    /// <summary>The number of rows skipped.</summary>
    public int SkippedRows => Missing.Sum() + NotFinite.Sum();

    /// <summary>The labels, each once, in the order in which they appear, with their numbers of rows.</summary>
    public IReadOnlyList<(string Label, int Count)> Groups =>
        [.. (Labels ?? []).CountBy(label => label).Select(group => (group.Key, group.Value))];

    /// <summary>
    /// The table with the rows of one label together, in the order in which labels first appear. Where all labels are
    /// numbers, those of the same number are one.
    /// </summary>
    public CsvTable Grouped() => WithSameNumbers().InOrder();

    /// <summary>The table without the rows of its first span, if it has one.</summary>
    public CsvTable WithoutFirstGroup()
    {
        int count = Spans.Count == 0 ? 0 : Spans[0].Count;
        return this with
        {
            Columns = [.. Columns.Select(column => column[count..])],
            Lines = [.. Lines.Skip(count)],
            Labels = Labels is { } labels ? [.. labels.Skip(count)] : null,
            Errors = [.. Errors.Select(errors => errors?[count..])],
            Spans = [.. Spans.Skip(1)],
        };
    }

    private CsvTable WithSameNumbers()
    {
        Dictionary<string, string> first = Labels!.Distinct()
            .GroupBy(NumberReader.ValueOf)
            .SelectMany(same => same.Select(label => (Label: label, First: same.First(), Number: same.Key)))
            .ToDictionary(label => label.Label, label => double.IsFinite(label.Number) ? label.First : "");
        string[] others = [.. first.Where(label => label.Key != label.Value).Select(label =>
            $"{PlainText.Brief(label.Key)} as {PlainText.Brief(label.Value)}")];
        return others.Length == 0 || first.ContainsValue("")
            ? this
            : this with
            {
                Labels = [.. Labels!.Select(label => first[label])],
                Notes = [.. Notes, $"data sets whose labels are the same number are one: {Things.List(others)}"],
            };
    }

    private CsvTable InOrder()
    {
        Dictionary<string, int> places = [];
        foreach (string label in Labels!)
        {
            places.TryAdd(label, places.Count);
        }

        int[] order = [.. Enumerable.Range(0, RowCount).OrderBy(row => places[Labels[row]])];
        return this with
        {
            Columns = [.. Columns.Select(column => Array.ConvertAll(order, row => column[row]))],
            Lines = [.. order.Select(row => Lines[row])],
            Labels = [.. order.Select(row => Labels[row])],
        };
    }
}
