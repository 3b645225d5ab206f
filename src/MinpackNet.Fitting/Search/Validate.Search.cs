namespace MinpackNet.Fitting;

/// <content>Searches and projections.</content>
internal static partial class Validate
{
    /// <summary>Whether the steps of the model are known, which tell where its parameters may be.</summary>
    public static void Steps(FitProblem problem, string argument)
    {
        if (problem.Program is null)
        {
            // What the model throws, as for more parameters than have names, is the caller's to see.
            problem.ValuesAt(problem.FreeOf(problem.Start));
            throw Errors.UnknownSteps(argument);
        }
    }

    /// <summary>Whether parameters without a start value follow from a linear fit.</summary>
    public static void OnlyLinearAreOpen(FitProblem problem, string[] given, LinearPart linear, string argument)
    {
        string[] open = [.. problem.Names.Except(given)];
        string? other = ProjectedSolve.Suits(problem, linear)
            ? open.Except(linear.Parameters.Select(problem.NameOfFree)).FirstOrDefault()
            : open.FirstOrDefault();
        if (other is not null)
        {
            throw Errors.OpenStart(argument, other, linear.Parameters.Select(problem.NameOfFree));
        }
    }
}
