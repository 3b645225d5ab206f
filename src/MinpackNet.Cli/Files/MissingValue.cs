using System.Text;

namespace MinpackNet.Cli;

/// <summary>How files mark a missing value.</summary>
internal static class MissingValue
{
    public const string Names =
        @"an empty field, dashes, ?, *, ., ..., NA, <NA>, N/A, NaN, NaT, \N, null, none, nil, missing, ND, N.D., BDL, "
        + "LOD, LOQ or an error of a spreadsheet such as #N/A";

    private const int LongestName = 14;

    private static readonly string[] Marks =
    [
        "", "NA", "<NA>", "N/A", "N.A.", "NaN", "nan(ind)", "-nan(ind)", "1.#QNAN", "1.#IND", "-1.#IND", "NaT", "\\N",
        "null", "(null)", "<null>", "none", "nil", "missing", "ND", "N/D", "N.D.", "<ND", "BDL", "<BDL", "BLD", "BLQ",
        "<LOD", "<LOQ", "<DL", "LOD", "LOQ", "?", "*", "-", "--", "---", "\u2212", "\u2013", "\u2014", ".", "...",
        "\u2026",
    ];

    private static readonly string[] SpreadsheetErrors =
    [
        "#N/A", "#NA", "#VALUE!", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
        "#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#VALEUR!", "#NOMBRE!", "#NOM?", "#NUL!", "#\u00a1VALOR!",
        "#\u00a1DIV/0!", "#\u00a1REF!", "#\u00a1NUM!", "#VALORE!", "#RIF!",
    ];

    /// <summary>Whether a field marks a missing value, in upper or lower case.</summary>
    /// <param name="field">The field in UTF-8, without surrounding spaces.</param>
    public static bool Is(ReadOnlySpan<byte> field) => IsOneOf(field, Marks) || IsSpreadsheetError(field);

    /// <inheritdoc cref="Is(ReadOnlySpan{byte})"/>
    /// <param name="field">The field, without surrounding spaces.</param>
    public static bool Is(string field) => Is(Encoding.UTF8.GetBytes(field));

    /// <summary>Whether a field is one of some texts, in any case; * at the end of one is any text.</summary>
    public static bool IsOneOf(ReadOnlySpan<byte> field, IReadOnlyList<string> texts)
    {
        string value = Encoding.UTF8.GetString(field);
        return texts.Any(text => text.EndsWith('*')
            ? value.StartsWith(text[..^1], StringComparison.OrdinalIgnoreCase)
            : value.Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a field is the error that a spreadsheet shows in place of a value.</summary>
    public static bool IsSpreadsheetError(ReadOnlySpan<byte> field) => IsOneOf(field, SpreadsheetErrors);

    private static bool IsOneOf(ReadOnlySpan<byte> field, string[] names) => field.Length <= LongestName
        && names.Contains(Encoding.UTF8.GetString(field), StringComparer.OrdinalIgnoreCase);
}
