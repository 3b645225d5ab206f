namespace MinpackNet.Tests;

/// <summary>
/// Many decays b0 exp(-b1 t) of different amplitude, rate and noise, some of which are hard to fit from the common
/// start, and the bad ones that tests put among them.
/// </summary>
internal static class ManyDecays
{
    public const int Fits = LaneFits.CountForThreads;
    public const int Parameters = 2;
    public const int Residuals = 9;

    public const int Throwing = 17;
    public const int NaNData = 40;
    public const int NaNStart = 41;
    public const int ThrowingLater = 99;

    public static readonly double[] Start = [1, 0.5];

    private static readonly double[] Observations = MakeObservations();

    /// <summary>What the throwing fits throw.</summary>
    public static InvalidOperationException Thrown { get; } = new("no model for this one");

    public static bool IsBad(int fit) => fit is Throwing or NaNData or NaNStart or ThrowingLater;

    /// <summary>A start for each fit, near the common one.</summary>
    public static double[] Starts()
    {
        Random random = new(7);
        IEnumerable<int> all = Enumerable.Range(0, Fits * Parameters);
        return [.. all.Select(k => Start[k % Parameters] * (0.5 + random.NextDouble()))];
    }

    public static void Model(int fit, ReadOnlySpan<double> b, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (b[0] * Math.Exp(-b[1] * i)) - Observations[(fit * Residuals) + i];
        }
    }

    public static void Jacobian(int fit, ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        for (int i = 0; i < jacobian.RowCount; i++)
        {
            double decay = Math.Exp(-b[1] * i);
            jacobian[i, 0] = decay;
            jacobian[i, 1] = -b[0] * i * decay;
        }
    }

    /// <summary>The model, with bad fits among the good ones.</summary>
    public static void PartlyBad(int fit, ReadOnlySpan<double> b, Span<double> residuals)
    {
        Model(fit, b, residuals);
        if (fit == Throwing || (fit == ThrowingLater && b[0] != Start[0]))
        {
            throw Thrown;
        }

        if (fit == NaNData)
        {
            residuals[3] = double.NaN;
        }
    }

    /// <summary>All fits, from the common start or their own.</summary>
    public static FitBatch New(bool covariances = false) =>
        New([.. Enumerable.Repeat(Start, Fits).SelectMany(start => start)], covariances);

    public static FitBatch New(double[] starts, bool covariances = false)
    {
        FitBatch fits = new(Fits, Parameters, Residuals, covariances);
        starts.CopyTo(fits.Parameters);
        return fits;
    }

    /// <summary>A fit by itself, for comparison.</summary>
    public static LeastSquaresResult Alone(
        int fit, ReadOnlySpan<double> start, bool withJacobian) => LeastSquares.Solve(
            start,
            Residuals,
            (b, r) => Model(fit, b, r),
            withJacobian ? (b, j) => Jacobian(fit, b, j) : null);

    /// <summary>Every number of one fit among many equals that of the fit alone.</summary>
    public static void AssertSame(LeastSquaresResult alone, FitBatch fits, int fit)
    {
        int n = fits.ParameterCount;
        Assert.Equal(
            (alone.Status, alone.Evaluations, alone.JacobianEvaluations),
            (fits.Statuses[fit], fits.Evaluations[fit], fits.JacobianEvaluations[fit]));
        Assert.Equal(alone.Parameters, fits.ParametersOf(fit).ToArray());
        Assert.Equal(alone.ResidualNorm, fits.ResidualNorms[fit]);
        Assert.Equal(
            alone.StandardErrors ?? Enumerable.Repeat(double.NaN, n), fits.StandardErrorsOf(fit).ToArray());
        Assert.Equal(
            alone.UnscaledCovariance?.Cast<double>() ?? Enumerable.Repeat(double.NaN, n * n),
            fits.UnscaledCovariances.Slice(fit * n * n, n * n).ToArray());
    }

    private static double[] MakeObservations()
    {
        Random random = new(3);
        double[] observations = new double[Fits * Residuals];
        for (int fit = 0; fit < Fits; fit++)
        {
            double amplitude = Math.Pow(10, (4 * random.NextDouble()) - 2);
            double rate = Math.Pow(10, (3 * random.NextDouble()) - 2);
            double noise = 0.3 * amplitude * random.NextDouble();
            for (int i = 0; i < Residuals; i++)
            {
                observations[(fit * Residuals) + i] =
                    (amplitude * Math.Exp(-rate * i)) + (noise * (random.NextDouble() - 0.5));
            }
        }

        return observations;
    }
}
