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

    public static void Count(int observations, int free, string argument)
    {
        if (observations < free)
        {
            throw Errors.TooFewData(argument, observations, free);
        }
    }

    public static void Options(FitOptions options, int observations)
    {
        if (!Enum.IsDefined(options.Strategy))
        {
            throw Errors.Strategy(nameof(options.Strategy), options.Strategy);
        }

        if (options.Sigma is not { } sigma)
        {
            return;
        }

        if (sigma.Count != 1 && sigma.Count != observations)
        {
            throw Errors.SigmaLength(nameof(options.Sigma), sigma.Count, observations);
        }

        for (int i = 0; i < sigma.Count; i++)
        {
            if (!(sigma[i] > 0 && double.IsFinite(sigma[i]) && double.IsFinite(1 / sigma[i])))
            {
                throw Errors.SigmaValue(nameof(options.Sigma), i, sigma[i]);
            }
        }
    }
}
