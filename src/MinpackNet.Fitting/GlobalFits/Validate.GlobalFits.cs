namespace MinpackNet.Fitting;

/// <content>Global fits.</content>
internal static partial class Validate
{
    public static void Sets(IReadOnlyList<FitDataSet> sets, FitOptions options, string argument)
    {
        if (sets.Count == 0)
        {
            throw Errors.NoSets(argument);
        }

        for (int k = 0; k < sets.Count; k++)
        {
            if (sets[k] is not { X: { } x, Y: { } y } set)
            {
                throw Errors.NullSet(argument, k);
            }

            string name = set.Name ?? $"{k + 1}";
            if (y.Count != x.PointCount)
            {
                throw Errors.SetLengths(argument, name, y.Count, x.PointCount);
            }

            Finite([.. y], $"{argument}[{k}].Y");
            if (!x.Names.SequenceEqual(sets[0].X.Names))
            {
                throw Errors.SetColumns(argument, name, x.Names, sets[0].X.Names);
            }

            if (set.Sigma is not null)
            {
                Sigma(set.Sigma, y.Count, $"{argument}[{k}].Sigma");
            }
            else if (sets.Any(other => other?.Sigma is not null))
            {
                throw Errors.SomeSigmas(argument, name);
            }
        }

        if (options.Sigma is not null && sets[0].Sigma is not null)
        {
            throw Errors.TwoSigmas(nameof(options.Sigma));
        }
    }

    public static void Shared(IReadOnlyList<string> shared, string[] parameters, string argument)
    {
        for (int k = 0; k < shared.Count; k++)
        {
            if (!parameters.Contains(shared[k]))
            {
                throw Errors.UnknownShared(argument, shared[k], parameters);
            }

            if (shared.Take(k).Contains(shared[k]))
            {
                throw Errors.RepeatedShared(argument, shared[k]);
            }
        }
    }

    /// <summary>Whether a name of a global fit stands for one parameter.</summary>
    public static void GlobalNames(
        IReadOnlyList<string> all, string[] parameters, IReadOnlyList<string> shared, string argument)
    {
        HashSet<string> seen = [];
        if (all.FirstOrDefault(name => !seen.Add(name) || (parameters.Contains(name) && !shared.Contains(name)))
            is { } ambiguous)
        {
            throw Errors.NamesOfSets(argument, ambiguous);
        }
    }
}
