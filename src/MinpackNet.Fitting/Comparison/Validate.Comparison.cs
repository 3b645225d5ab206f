namespace MinpackNet.Fitting;

/// <content>Fits to be compared.</content>
internal static partial class Validate
{
    // The default tolerance of the solver leaves a relative 1.5e-8 of the sum of squares, and this several times.
    private const double SumTolerance = 1e-6;

    public static void Fits(IReadOnlyList<FitResult> fits, string argument)
    {
        ArgumentNullException.ThrowIfNull(fits, argument);
        if (fits.Count < 2)
        {
            throw Errors.TooFewFits(argument, fits.Count);
        }

        for (int k = 0; k < fits.Count; k++)
        {
            ArgumentNullException.ThrowIfNull(fits[k], $"{argument}[{k}]");
            SameObservations(fits[0], fits[k], $"{argument}[{k}]");
        }
    }

    public static void Names(IReadOnlyList<string>? names, int count, string argument)
    {
        if (names is not null && (names.Count != count || names.Any(string.IsNullOrWhiteSpace)))
        {
            throw Errors.ModelNames(argument, names.Count, count);
        }
    }

    /// <summary>Whether the likelihoods of two fits are of the same observations.</summary>
    public static void SameObservations(FitResult first, FitResult other, string argument)
    {
        FitProblem one = first.Problem;
        FitProblem two = other.Problem;
        if (one.PointCount != two.PointCount)
        {
            throw Errors.OtherCount(argument, two.PointCount, one.PointCount);
        }

        int place = one.Observations.AsSpan().CommonPrefixLength(two.Observations);
        if (place < one.PointCount)
        {
            throw Errors.OtherObservation(argument, place, two.Observations[place], one.Observations[place]);
        }

        if (first.HasSigma != other.HasSigma
            || first.HasAbsoluteSigma != other.HasAbsoluteSigma
            || !(one.Weights ?? []).AsSpan().SequenceEqual(two.Weights))
        {
            throw Errors.OtherWeights(argument);
        }

        if (one.Loss is not null || two.Loss is not null)
        {
            throw Errors.LossInComparison(argument);
        }
    }

    /// <summary>Whether a fit has the highest likelihood of its model, and one that is not rounding.</summary>
    public static void Optimum(FitResult fit, string name, string argument)
    {
        if (!fit.Succeeded)
        {
            throw Errors.NotSucceeded(argument, name, fit.Message);
        }

        if (fit.ChiSquared <= OptimumTest.Floor(fit.Problem))
        {
            throw Errors.NoResiduals(argument, name);
        }
    }

    public static void Nested(
        FitResult simpler, FitResult larger, string simplerName, string largerName, string argument)
    {
        if (larger.FittedCount <= simpler.FittedCount)
        {
            throw Errors.NoMoreParameters(argument, larger.FittedCount, simpler.FittedCount);
        }

        if (larger.ChiSquared > simpler.ChiSquared * (1 + SumTolerance))
        {
            throw Errors.LargerSum(argument, largerName, larger.ChiSquared, simplerName, simpler.ChiSquared);
        }

        if (!larger.HasAbsoluteSigma && larger.DegreesOfFreedom == 0)
        {
            throw Errors.NoneLeft(argument);
        }
    }
}
