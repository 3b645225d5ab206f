using System.Text;

namespace MinpackNet.Cli;

/// <summary>How files mark a missing value.</summary>
internal static class MissingValue
{
    public const string Names = "an empty field, NA, N/A, #N/A, NaN, n.d., null, none, ?, -, -- or .";

    private const int LongestName = 4;

    private static readonly string[] All =
    [
        "", "NA", "N/A", "#N/A", "NaN", "n.d.", "null", "none", "?", "-", "--", ".",
    ];

    /// <summary>Whether a field marks a missing value, in upper or lower case.</summary>
    /// <param name="field">The field in UTF-8, without surrounding spaces.</param>
    public static bool Is(ReadOnlySpan<byte> field)
    {
        if (field.Length > LongestName)
        {
            return false;
        }

        string text = Encoding.UTF8.GetString(field);
        return All.Contains(text, StringComparer.OrdinalIgnoreCase);
    }
}
