namespace MinpackNet;

/// <content>Many fits.</content>
internal static partial class Validate
{
    public static void FitOptions(LeastSquaresOptions options, int parameterCount)
    {
        Options(options, parameterCount, rowByRow: false);
        if (options.Bounds is { } bounds)
        {
            double[] lower = bounds.LowerOf(parameterCount);
            Bounds(lower, bounds.UpperOf(parameterCount), mayFix: true, parameterCount, nameof(options.Bounds));
        }

        if (options.Observer is not null)
        {
            throw Errors.ObserverOfManyFits(nameof(options.Observer));
        }
    }

    public static void LaneOptions(LeastSquaresOptions options, int parameterCount)
    {
        FitOptions(options, parameterCount);
        if (options.Arithmetic != MinpackNet.Arithmetic.Exact)
        {
            throw Errors.FastInLanes(nameof(options.Arithmetic));
        }
    }

    public static void FitData(int length, int fitCount, string argument = "data")
    {
        if (fitCount == 0 ? length != 0 : length % fitCount != 0)
        {
            throw Errors.FitData(argument, length, fitCount);
        }
    }

    public static void FitShape(int fitCount, int parameterCount, int residualCount, bool covariances)
    {
        if (fitCount < 0)
        {
            throw Errors.FitCount(nameof(fitCount), fitCount);
        }

        Shape(parameterCount, residualCount);
        long numbers = covariances ? (long)parameterCount * parameterCount : parameterCount;
        if (numbers > Array.MaxLength || fitCount > Array.MaxLength / numbers)
        {
            throw Errors.TooManyFits(nameof(fitCount), fitCount, Array.MaxLength / numbers);
        }
    }
}
