namespace MinpackNet.Fitting;

/// <content>How a report is to look.</content>
internal static partial class Validate
{
    private const int LeastDigits = 2;

    // As many digits tell a double from every other.
    private const int MostDigits = 17;

    public static void Digits(int? digits, string argument)
    {
        if (digits is < LeastDigits or > MostDigits)
        {
            throw Errors.Digits(argument, digits.Value);
        }
    }
}
