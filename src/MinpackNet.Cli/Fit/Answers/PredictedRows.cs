using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The rows of a file at which a fit is to predict.</summary>
internal static class PredictedRows
{
    private const string Option = "--predict";

    /// <summary>Reads the predictors, and data sets and standard deviations if the fit has them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="columns">The columns of the fit.</param>
    /// <param name="fitted">The rows of the fit.</param>
    /// <param name="streams">Have standard input.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static AnswerPlaces Read(
        string path, FitRequest request, ColumnChoice columns, CsvTable fitted, Streams streams)
    {
        bool isWorkbook = Path.GetExtension(path).StartsWith(".xls", StringComparison.OrdinalIgnoreCase);
        bool isParquet = Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase);
        CsvFormat format = request.Format with
        {
            Skip = null,
            Rows = null,
            HasNamesLine = false,
            DateScale = fitted.DateScale,
            Sheet = isWorkbook ? request.Format.Sheet : null,
            Delimiter = isWorkbook || isParquet ? null : request.Format.Delimiter,
            HasHeader = isParquet || request.Format.HasNamesLine ? null : request.Format.HasHeader,
        };
        using CsvFile file = CsvFile.Open(path, streams.OpenInput, format);
        string[] predictors = AnswerPlaces.NamesOf(columns);
        bool isByPlace = file.NamesLine == 0 && file.Computed.Own == predictors.Length
            && !Array.Exists(columns.X, columns.IsComputed);
        int[] x = isByPlace
            ? [.. Enumerable.Range(0, predictors.Length)]
            : [.. predictors.Select(name => FindOrCompute(file, name) ?? throw Missing(file, name))];
        string? label = AnswerPlaces.LabelNameOf(columns);
        int? set = label is null ? null : Find(file, label) ?? throw Missing(file, label);
        int? sigma = columns.Sigma is null ? null : FindOrCompute(file, columns.SigmaName!);
        if (x.Length == 0)
        {
            throw new InputException($"{Option} has no effect, because the formula has no predictor. Leave it out.");
        }

        CsvTable table = file.Read(
            sigma is int errors ? [.. x, errors] : x,
            sigma is null ? null : x.Length,
            set,
            _ => { },
            // What is to be answered is, also where the fit was interrupted.
            CancellationToken.None);
        if (table.RowCount == 0)
        {
            throw new InputException($"{Option}: {file.Name} has no row with a value of {Things.List(predictors)}.");
        }

        if (table.Dates.Count > 0 && fitted.DateScale is null)
        {
            string names = Things.List(table.Dates.Select(column => file.Columns[column].Name));
            throw new InputException(
                $"{Option}: {file.Name} has dates or times in {names}, but the fit was to numbers. Write numbers.");
        }

        CheckSets(file.Name, fitted, table);
        return new([.. predictors.Zip(table.Columns)], table.RowCount)
        {
            LabelName = label,
            Labels = table.Labels is { } labels ? [.. labels] : null,
            Sigma = sigma is not null ? table.Columns[^1]
                : columns.HasSigma ? null
                : AnswerPlaces.Ones(table.RowCount),
        };
    }

    private static void CheckSets(string file, CsvTable fitted, CsvTable table)
    {
        string[] known = [.. fitted.Groups.Select(group => group.Label)];
        int unknown = table.Labels is { } labels ? labels.ToList().FindIndex(label => !known.Contains(label)) : -1;
        if (unknown >= 0)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{file}, line {table.Lines[unknown]}: there is no data set '{table.Labels![unknown]}'. The sets are "
                + $"{Things.List(known)}."));
        }
    }

    private static int? Find(CsvFile file, string name) =>
        Array.FindIndex(file.Columns, column => column.Name == name) is var index and >= 0 ? index : null;

    private static int? FindOrCompute(CsvFile file, string name) =>
        Find(file, name) ?? file.Computed.Add(name, out _);

    private static InputException Missing(CsvFile file, string name) => new(
        $"{Option}: {file.Name} has no column {PlainText.Brief(name)}, which the fit needs. Its columns are "
        + $"{Things.List(file.Columns.Select(column => column.Name))}.");
}
