namespace MinpackNet.Cli;

/// <summary>Input from the user that cannot be used.</summary>
/// <param name="message">One line that says where the input is wrong, how, and what to change.</param>
internal sealed class InputException(string message) : Exception(message)
{
    /// <summary>What the library says of an argument, which stands for an option here, without its name.</summary>
    /// <param name="option">The option.</param>
    /// <param name="exception">What the library says.</param>
    public static InputException Of(string option, ArgumentException exception) =>
        new($"{option}: {exception.Message.Split(" (Parameter '")[0]}");
}
