namespace MinpackNet.Cli;

/// <summary>What the user gave cannot be used.</summary>
/// <param name="message">One line that says where, what is wrong and what to change.</param>
internal sealed class InputException(string message) : Exception(message);
