using System.Text;
using System.Text.RegularExpressions;

namespace MinpackNet.PackageTests;

/// <summary>The readme in a package, which is its page.</summary>
internal sealed partial class PackagePage(PackageFile package)
{
    public string Text { get; } = Encoding.UTF8.GetString(package.Read("README.md")).ReplaceLineEndings("\n");

    /// <summary>The text of the blocks in one language, in order.</summary>
    public string[] Blocks(string language) =>
    [
        .. Fences().Matches(Text)
            .Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["text"].Value),
    ];

    [GeneratedRegex("^```(?<language>.*)\\n(?<text>[^`]*\\n)```$", RegexOptions.Multiline)]
    private static partial Regex Fences();
}
