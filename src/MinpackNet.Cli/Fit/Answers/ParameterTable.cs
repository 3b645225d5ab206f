using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The estimates as tables for a file: of all digits, in Markdown, or in LaTeX.</summary>
internal static class ParameterTable
{
    private static readonly string[] Headings =
        ["parameter", "estimate", "standard_error", "lower", "upper", "start", "fixed"];

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
            Headings,
            .. document.Parameters.Select(p =>
                Row(p.Name, p.Value, p.StandardError, p.Lower, p.Upper, AnswerTable.Number(p.Start), p.IsFixed)),
            .. document.Derived.Select(d =>
                Row(d.Name, d.Value, d.StandardError, d.Lower, d.Upper, start: "", isFixed: false)),
        ];
        return string.Concat(rows.Select(row => $"{string.Join(delimiter, row)}\n"));

        string[] Row(
            string name, double value, double error, double lower, double upper, string start, bool isFixed) =>
        [
            AnswerTable.Field(name, delimiter),
            .. new[] { value, error, lower, upper }.Select(AnswerTable.Number),
            start,
            isFixed ? "1" : "0",
        ];
    }

    /// <summary>The tables of the report with parameters and derived quantities, with its digits.</summary>
    private static IEnumerable<IReadOnlyList<string[]>> Tables(FittedData data) =>
        from block in data.ReportBlocks
        where block.IsTable && block.HasHeadings && block.Rows[0][0] is "parameter" or "derived"
        let width = block.Rows.Max(row => row.Count(cell => cell.Length > 0))
        select block.Rows
            .Select(row => (string[])[.. row.Concat(Enumerable.Repeat("", width)).Take(width)])
            .ToArray();

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
