using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Numbers of things in words.</summary>
internal static class Things
{
    /// <summary>A number of things, such as 1 row or 2,000 rows.</summary>
    public static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");
}
