namespace MinpackNet.Fitting;

/// <content>Whether data, options and parameters fit together.</content>
internal static partial class Validate
{
    public static void Observations(double[] y, int points, string argument)
    {
        if (y.Length != points)
        {
            throw Errors.DataLengths(argument, y.Length, points);
        }

        Finite(y, argument);
    }

    public static void Counts(double[] y, string argument)
    {
        int index = Array.FindIndex(y, count => count < 0);
        if (index >= 0)
        {
            throw Errors.NegativeCount(argument, index, y[index]);
        }
    }

    public static void Fixed(IReadOnlyList<string> names, string[] parameters, string argument)
    {
        if (names.FirstOrDefault(name => !parameters.Contains(name)) is { } unknown)
        {
            throw Errors.UnknownFixed(argument, unknown, parameters);
        }

        if (parameters.All(names.Contains))
        {
            throw Errors.NothingFree(argument);
        }
    }

    /// <summary>Bounds of known parameters, one for each, and in order.</summary>
    public static void Bounds(IReadOnlyList<ParameterBound> bounds, string[] parameters, string argument)
    {
        foreach (ParameterBound bound in bounds)
        {
            if (!parameters.Contains(bound.Name))
            {
                throw Errors.UnknownBound(argument, bound.Name, parameters);
            }

            if (bounds.Count(other => other.Name == bound.Name) > 1)
            {
                throw Errors.RepeatedBound(argument, bound.Name);
            }

            if (!(bound.Lower <= bound.Upper) || (bound.Lower == bound.Upper && !double.IsFinite(bound.Lower)))
            {
                throw Errors.BoundOrder(argument, bound.Name, bound.Lower, bound.Upper);
            }
        }
    }

    /// <summary>Whether the start values lie within the bounds, those of fixed parameters too.</summary>
    public static void Start(string[] names, double[] start, ParameterBound[] bounds, string argument)
    {
        for (int j = 0; j < start.Length; j++)
        {
            (_, double lower, double upper) = bounds[j];
            if (!(start[j] >= lower && start[j] <= upper))
            {
                throw Errors.StartOutside(argument, names[j], start[j], lower, upper);
            }
        }
    }

    public static void FixedHaveValues(IReadOnlyList<string> names, string[] given, string argument)
    {
        if (names.FirstOrDefault(name => !given.Contains(name)) is { } without)
        {
            throw Errors.FixedWithoutValue(argument, without);
        }
    }

    public static void Count(int observations, int free, string argument)
    {
        if (observations < free)
        {
            throw Errors.TooFewData(argument, observations, free);
        }
    }

    public static void Options(FitOptions options, int observations)
    {
        if (options.Fixed.Contains(null!))
        {
            throw Errors.NullEntry(nameof(options.Fixed), "name");
        }

        if (options.Bounds.Any(bound => bound?.Name is null))
        {
            throw Errors.NullEntry(nameof(options.Bounds), "bound with a name");
        }

        if (!Enum.IsDefined(options.Strategy))
        {
            throw Errors.Strategy(nameof(options.Strategy), options.Strategy);
        }

        if (options.Loss is { Function: not LossFunction.Linear } && options.Strategy == FitStrategy.Search)
        {
            throw Errors.SearchWithLoss(nameof(options.Loss));
        }

        if (options.Counts && (options.Sigma is not null || options.Loss is not null
            || options.Strategy == FitStrategy.Search))
        {
            throw Errors.CountsWith(
                nameof(options.Counts),
                options.Sigma is not null ? nameof(options.Sigma)
                : options.Loss is not null ? nameof(options.Loss)
                : "FitStrategy.Search");
        }

        if (options.Solver is { } solver && (solver.Bounds is not null || solver.Loss is not null))
        {
            throw Errors.SolverBounds(nameof(options.Solver));
        }

        if (options.Sigma is { } sigma)
        {
            Sigma(sigma, observations, nameof(options.Sigma));
        }
    }

    public static void Sigma(IReadOnlyList<double> sigma, int observations, string argument)
    {
        if (sigma.Count != 1 && sigma.Count != observations)
        {
            throw Errors.SigmaLength(argument, sigma.Count, observations);
        }

        for (int i = 0; i < sigma.Count; i++)
        {
            if (!(sigma[i] > 0 && double.IsFinite(sigma[i]) && double.IsFinite(1 / sigma[i])))
            {
                throw Errors.SigmaValue(argument, i, sigma[i]);
            }
        }
    }
}
