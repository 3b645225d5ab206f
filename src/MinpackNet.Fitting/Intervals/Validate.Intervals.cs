namespace MinpackNet.Fitting;

/// <content>The probability of an interval.</content>
internal static partial class Validate
{
    // A column of draws then has 80 MB.
    private const int MostSamples = 10_000_000;

    /// <summary>What a bootstrap is to draw, and how often.</summary>
    public static void Bootstrap(BootstrapKind kind, int samples, Loss? loss)
    {
        if (!Enum.IsDefined(kind))
        {
            throw Errors.BootstrapKind(nameof(kind), kind);
        }

        if (loss is not null && kind != BootstrapKind.Case)
        {
            throw Errors.BootstrapOfLoss(nameof(kind), kind);
        }

        if (samples is < 2 or > MostSamples)
        {
            throw Errors.Samples(nameof(samples), samples, MostSamples);
        }
    }

    /// <summary>An interval of draws.</summary>
    public static void Draws(double level, BootstrapIntervalKind kind)
    {
        Level(level, nameof(level));
        if (!Enum.IsDefined(kind))
        {
            throw Errors.BootstrapIntervalKind(nameof(kind), kind);
        }
    }

    public static void Quantity(Formula formula, string[] parameters, string argument)
    {
        if (formula.ParameterNames.FirstOrDefault(name => !parameters.Contains(name)) is { } unknown)
        {
            throw Errors.UnknownInQuantity(argument, formula.Text, unknown, parameters);
        }
    }

    /// <summary>Two parameters that a contour can have.</summary>
    public static void Pair(FitParameter first, FitParameter second, string firstArgument, string secondArgument)
    {
        if (first.Name == second.Name)
        {
            throw Errors.SameInContour(secondArgument, second.Name);
        }

        if (first.IsFixed)
        {
            throw Errors.FixedInContour(firstArgument, first.Name);
        }

        if (second.IsFixed)
        {
            throw Errors.FixedInContour(secondArgument, second.Name);
        }
    }

    public static void Level(double level, string argument)
    {
        if (!(level > 0 && level < 1))
        {
            throw Errors.Level(argument, level);
        }
    }

    public static void ObservationSigma(double sigma, string argument)
    {
        if (!(sigma > 0 && double.IsFinite(sigma)))
        {
            throw Errors.ObservationSigma(argument, sigma);
        }
    }

    public static void ObservationSigmas(IReadOnlyList<double> sigma, int count, string argument)
    {
        if (sigma.Count != count)
        {
            throw Errors.ObservationSigmaCount(argument, sigma.Count, count);
        }

        foreach (double value in sigma)
        {
            ObservationSigma(value, argument);
        }
    }
}
