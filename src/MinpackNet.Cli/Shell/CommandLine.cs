using System.CommandLine;

namespace MinpackNet.Cli;

/// <summary>A command as a shell takes it.</summary>
internal static class CommandLine
{
    /// <summary>The command with its arguments, in quotes where a shell needs them.</summary>
    public static string Of(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("minpack"));

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=,:@%+".Contains(c))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
