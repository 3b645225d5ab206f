namespace MinpackNet.Guide.Tests;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Section">The last heading of the second level above it.</param>
/// <param name="Language">The first word after the fence; empty when there is none.</param>
/// <param name="Line">The line on which its text starts, from 1.</param>
/// <param name="Text">Its lines, each with its end.</param>
internal sealed record Block(string Section, string Language, int Line, string Text);
