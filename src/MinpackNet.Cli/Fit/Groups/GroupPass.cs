using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>
/// Fits the groups of a file or a part of one, in its order: while some groups are fitted, the next ones are read, so
/// that only these are in memory.
/// </summary>
/// <param name="request">What was asked for.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class GroupPass(FitRequest request, CancellationToken cancellationToken)
{
    // Enough rows that all threads have work, and few where each group is searched for seconds.
    private const int RowsOfPart = 1 << 15;
    private const int RowsOfSearchedPart = 1 << 10;
    private const int MostNamed = 5;

    // Sixteen bytes for a label: memory grows by little, whatever labels are.
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<GroupFit> _failed = [];

    /// <summary>Receives the groups too; null for no picture.</summary>
    public GroupPicture? Picture { get; set; }

    /// <summary>Whether what fails at the moment is the output.</summary>
    public bool IsWriting { get; private set; }

    public int Groups { get; private set; }

    public long Rows { get; private set; }

    public int Converged { get; private set; }

    /// <summary>The number of groups that did not converge or have a message.</summary>
    public int Troubled { get; private set; }

    /// <summary>The first of these.</summary>
    public IReadOnlyList<GroupFit> Failed => _failed;

    /// <summary>Fits all groups and returns the last part, which knows what was skipped in all.</summary>
    /// <param name="file">The file or a part of one.</param>
    /// <param name="columns">The formula and the columns.</param>
    /// <param name="writer">Receives the fits.</param>
    /// <param name="progress">Called from time to time.</param>
    /// <exception cref="InputException">The data cannot be used.</exception>
    public CsvTable Run(CsvFile file, ColumnChoice columns, GroupWriter writer, Action progress)
    {
        GroupFitter fitter = new(request, columns);
        string by = columns.Names[columns.By!.Value];
        using IEnumerator<CsvTable> parts = file.ReadInParts(
            columns.Wanted,
            columns.Sigma is null ? null : columns.Wanted.Length - 1,
            columns.By,
            fitter.Searches ? RowsOfSearchedPart : RowsOfPart,
            _ => { },
            cancellationToken).GetEnumerator();
        DataFitter.CheckSearch(request, columns.Model.ParameterNames);
        CsvTable? part = Next();
        DataFitter.CheckDates(file.Name, request, columns, part!);
        IsWriting = true;
        writer.Start(by, columns.Model.ParameterNames);
        IsWriting = false;
        CsvTable last = part!;
        part = file.HasFirstGroup ? part : part!.WithoutFirstGroup();
        while (part is not null)
        {
            DataFitter.CheckSigma(file.Name, columns, part);
            CountDatesFromFirst(columns, part);
            CheckGroups(file.Name, by, part);
            Task<CsvTable?> next = Task.Run(Next);
            try
            {
                int first = 0;
                foreach (GroupFit fit in fitter.Fit(WithWeights(file.Name, columns, part), cancellationToken))
                {
                    Count(fit);
                    IsWriting = true;
                    writer.Write(fit);
                    IsWriting = false;
                    Range rows = first..(first + fit.Span.Count);
                    Picture?.Offer(fit, () => (part.Columns[0][rows], part.Columns[1][rows]));
                    first = rows.End.Value;
                }
            }
            finally
            {
                // The file must not be closed while it is read.
                last = part;
                part = next.GetAwaiter().GetResult();
            }

            progress();
        }

        IsWriting = true;
        writer.Flush();
        IsWriting = false;
        return last;

        CsvTable? Next() => parts.MoveNext() ? parts.Current : null;
    }

    /// <summary>What stands for a label where many are kept.</summary>
    public static UInt128 KeyOf(string label) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(label)));

    private CsvTable WithWeights(string file, ColumnChoice columns, CsvTable part) => request.Weights is { } rule
        ? WeightSettings.AddTo(file, part, columns.X.Length, rule)
        : part;

    private void Count(GroupFit fit)
    {
        Groups++;
        Rows += fit.Span.Count;
        Converged += fit.Converged ? 1 : 0;
        if (!fit.Converged || fit.Message.Length > 0)
        {
            Troubled++;
            if (_failed.Count < MostNamed)
            {
                _failed.Add(fit);
            }
        }
    }

    /// <summary>Refuses a group that is there twice, because its rows are to be fitted together.</summary>
    private void CheckGroups(string file, string by, CsvTable part)
    {
        foreach (LabelSpan span in part.Spans)
        {
            if (!_seen.Add(KeyOf(span.Label)))
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file}, line {span.Line}: group '{PlainText.Brief(span.Label)}' comes back after other groups. "
                    + $"Sort the rows by {PlainText.Brief(by)}, so that those of a group are together."));
            }
        }
    }

    /// <summary>Each group is a measurement of its own, so that its dates count from its first.</summary>
    private static void CountDatesFromFirst(ColumnChoice columns, CsvTable part)
    {
        foreach ((_, double[] values) in columns.X.Zip(part.Columns).Where(x => part.Dates.Contains(x.First)))
        {
            int first = 0;
            foreach (LabelSpan span in part.Spans.Where(span => span.Count > 0))
            {
                Span<double> group = values.AsSpan(first, span.Count);
                double origin = group[0];
                for (int i = 0; i < group.Length; i++)
                {
                    group[i] -= origin;
                }

                first += span.Count;
            }
        }
    }
}
