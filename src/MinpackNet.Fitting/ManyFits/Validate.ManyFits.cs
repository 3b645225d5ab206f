namespace MinpackNet.Fitting;

/// <content>Many fits.</content>
internal static partial class Validate
{
    /// <summary>The options, and the numbers of what is not in common.</summary>
    public static void ManyFits(FitOptions options, int fits, int? predictors, int? starts, int? sigmas)
    {
        Options(options with { Sigma = null }, observations: 0);
        if (options.Strategy != FitStrategy.Plain)
        {
            throw Errors.StrategyOfManyFits(nameof(options.Strategy), options.Strategy);
        }

        if (options.Counts)
        {
            throw Errors.CountsOfManyFits(nameof(options.Counts));
        }

        Each("x", predictors);
        Each("start", starts);
        Each("sigma", sigmas);

        void Each(string argument, int? count)
        {
            if (count is { } given && given != fits)
            {
                throw Errors.FitCounts(argument, given, fits);
            }
        }
    }
}
