using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The estimates as tables for a file: of all digits, in Markdown, or in LaTeX.</summary>
internal static class ParameterTable
{
    private static readonly string[] Headings = ["parameter", "estimate", "standard_error", "lower", "upper"];
    private static readonly string[] ProfileHeadings = ["profile_lower", "profile_upper"];
    private static readonly string[] LastHeadings = ["start", "fixed"];

    // The first heading of that table of the report.
    private const string ByProfile = "by profile likelihood";

    /// <summary>The tables in the format that the ending of a file's name tells.</summary>
    public static byte[] For(string file, FittedData data) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".MD" => Encoding.UTF8.GetBytes(string.Join('\n', Tables(data).Select(Markdown))),
        ".TEX" => Encoding.UTF8.GetBytes(string.Join('\n', Tables(data).Select(Latex))),
        ".TSV" => Encoding.UTF8.GetBytes(Values(data, '\t')),
        _ => Encoding.UTF8.GetBytes(Values(data, ',')),
    };

    private static string Values(FittedData data, char delimiter)
    {
        FitDocument document = FitDocument.Of(data);
        IEnumerable<string[]> rows =
        [
            [.. Headings, .. data.Profiles is null ? [] : ProfileHeadings, .. LastHeadings],
            .. document.Parameters.Select(p => Row(
                p.Name,
                [p.Value, p.StandardError, p.Lower, p.Upper, .. Profile(p.ProfileLower, p.ProfileUpper)],
                AnswerTable.Number(p.Start),
                p.IsFixed)),
            .. document.Derived.Select(d => Row(
                d.Name,
                [d.Value, d.StandardError, d.Lower, d.Upper, .. Profile(d.ProfileLower, d.ProfileUpper)],
                start: "",
                isFixed: false)),
        ];
        return string.Concat(rows.Select(row => $"{string.Join(delimiter, row)}\n"));

        string[] Row(string name, double[] numbers, string start, bool isFixed) =>
        [
            AnswerTable.Field(name, delimiter),
            .. numbers.Select(AnswerTable.Number),
            start,
            isFixed ? "1" : "0",
        ];

        static IEnumerable<double> Profile(double? lower, double? upper) =>
            new[] { lower, upper }.OfType<double>();
    }

    /// <summary>The tables of the report with parameters and derived quantities, with its digits.</summary>
    private static IEnumerable<IReadOnlyList<string[]>> Tables(FittedData data)
    {
        ReportBlock[] tables = [.. data.ReportBlocks.Where(block => block.IsTable && block.HasHeadings)];
        IReadOnlyList<IReadOnlyList<string>> profiles =
            tables.FirstOrDefault(table => table.Rows[0][0] == ByProfile)?.Rows ?? [];
        return from table in tables
            where table.Rows[0][0] is "parameter" or "derived"
            let width = table.Rows.Max(row => row.Count(cell => cell.Length > 0))
            select table.Rows
                .Select((row, i) => (string[])
                [
                    .. Cells(row, Headings.Length),
                    .. profiles.Count == 0 ? [] : i == 0 ? Heads(profiles[0]) : Limits(row[0]),
                    .. Cells(row, width)[Headings.Length..],
                ])
                .ToArray();

        string[] Limits(string name) =>
            profiles.Skip(1).FirstOrDefault(profile => profile[0] == name) is { } own ? [own[1], own[2]] : ["", ""];

        static string[] Heads(IReadOnlyList<string> row) => [$"profile {row[1]}", row[2]];

        static string[] Cells(IReadOnlyList<string> row, int count) =>
            [.. row.Concat(Enumerable.Repeat("", count)).Take(count)];
    }

    private static string Markdown(IReadOnlyList<string[]> rows)
    {
        string rule = $"|---|{string.Concat(Enumerable.Repeat("--:|", rows[0].Length - 1))}\n";
        return Line(rows[0]) + rule + string.Concat(rows.Skip(1).Select(Line));

        static string Line(string[] row) =>
            $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
    }

    private static string Latex(IReadOnlyList<string[]> rows)
    {
        string head = $"\\begin{{tabular}}{{l{new string('r', rows[0].Length - 1)}}}\n\\hline\n";
        return head + Line(rows[0]) + "\\hline\n" + string.Concat(rows.Skip(1).Select(Line))
            + "\\hline\n\\end{tabular}\n";

        static string Line(string[] row) => $"{string.Join(" & ", row.Select(LatexCell))} \\\\\n";
    }

    private static string LatexCell(string text) => Regex.Match(text, @"^(-?[\d.]+)(?:e([-+]?\d+))?$") switch
    {
        { Success: false } => string.Concat(text.Select(Escaped)),
        { Groups: var parts } when parts[2].Success =>
            $"${parts[1]} \\times 10^{{{int.Parse(parts[2].ValueSpan, CultureInfo.InvariantCulture)}}}$",
        _ => $"${text}$",
    };

    private static string Escaped(char c) => c switch
    {
        '\\' => "\\textbackslash{}",
        '^' => "\\textasciicircum{}",
        '~' => "\\textasciitilde{}",
        '_' or '%' or '&' or '#' or '$' or '{' or '}' => $"\\{c}",
        _ => c.ToString(),
    };
}
