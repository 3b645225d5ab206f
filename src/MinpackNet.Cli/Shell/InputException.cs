namespace MinpackNet.Cli;

/// <summary>Input from the user that cannot be used.</summary>
/// <param name="message">One line that says where the input is wrong, how, and what to change.</param>
internal sealed class InputException(string message) : Exception(message);
