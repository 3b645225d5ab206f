namespace MinpackNet.Fitting;

/// <content>Jobs.</content>
internal static partial class Validate
{
    /// <summary>Parts that are numbered from 0 and cover fits from 0 without gaps.</summary>
    public static void Parts(IReadOnlyList<FitPart> parts, string argument)
    {
        if (parts.Count == 0)
        {
            throw Errors.NoParts(argument);
        }

        (int number, long first) = (0, 0);
        foreach (FitPart part in parts)
        {
            if (part.Number != number || part.First != first || part.Count <= 0)
            {
                throw Errors.PartOrder(argument, part, number, first);
            }

            (number, first) = (number + 1, first + part.Count);
        }
    }
}
