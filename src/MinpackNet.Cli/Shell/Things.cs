using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Numbers and lists of things in words.</summary>
internal static class Things
{
    private const int MostListed = 12;

    /// <summary>A number of things, such as 1 row or 2000 rows.</summary>
    public static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>Names in a message: each cut if it is long, the last ones left out if they are many.</summary>
    public static string List(IEnumerable<string> names) =>
        string.Join(", ", names.Take(MostListed + 1).Index().Select(name =>
            name.Index < MostListed ? PlainText.Brief(name.Item) : "…"));
}
