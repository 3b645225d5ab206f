namespace MinpackNet.Architecture.Tests;

/// <summary>A place in a file that uses something of another room.</summary>
/// <param name="File">The path within the project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="From">The room of the file.</param>
/// <param name="To">The room of what it uses.</param>
/// <param name="Target">What it uses.</param>
internal sealed record Reference(string File, int Line, string From, string To, string Target)
{
    public override string ToString() => $"{File}:{Line}: {From} uses {To} ({Target})";
}
