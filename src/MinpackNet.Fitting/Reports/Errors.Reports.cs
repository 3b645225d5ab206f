namespace MinpackNet.Fitting;

/// <content>Reports that cannot be written.</content>
internal static partial class Errors
{
    public static ArgumentOutOfRangeException Digits(string argument, int value) =>
        new(argument, value, "The number of significant digits must be from 2 to 17. Leave it null for the default.");
}
