namespace MinpackNet.Fitting;

/// <content>Jobs.</content>
internal static partial class Validate
{
    /// <summary>How many there are or fit into a part.</summary>
    public static void Positive(int value, string argument)
    {
        if (value <= 0)
        {
            throw Errors.NotPositive(argument, value);
        }
    }

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
            Part(part, argument);
            if (part.Number != number || part.First != first)
            {
                throw Errors.PartOrder(argument, part, number, first);
            }

            (number, first) = (number + 1, first + part.Count);
        }
    }

    /// <summary>A part whose fits have indices.</summary>
    public static void Part(FitPart part, string argument)
    {
        if (part.Number < 0 || part.First < 0 || part.Count <= 0 || part.First > int.MaxValue - part.Count)
        {
            throw Errors.PartRange(argument, part);
        }
    }

    /// <summary>Columns that the job has: a formula of one predictor would take another one in its place.</summary>
    /// <param name="x">Of all fits; null for one that fails alone.</param>
    /// <param name="known">The predictors of the job.</param>
    /// <param name="argument">The name of x.</param>
    public static void PredictorNames(IEnumerable<Predictors?> x, IReadOnlyList<string> known, string argument)
    {
        foreach (Predictors columns in x.OfType<Predictors>())
        {
            // An array has the default name, whatever the job calls it.
            if (columns.Names is not [Predictors.DefaultName]
                && columns.Names.FirstOrDefault(name => !known.Contains(name)) is { } other)
            {
                throw Errors.PredictorOfJob(argument, other, known);
            }
        }
    }
}
