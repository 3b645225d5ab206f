namespace MinpackNet.Fitting;

/// <content>The probability of an interval.</content>
internal static partial class Validate
{
    public static void Level(double level, string argument)
    {
        if (!(level > 0 && level < 1))
        {
            throw Errors.Level(argument, level);
        }
    }
}
