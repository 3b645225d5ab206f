namespace MinpackNet;

/// <summary>What the options of <c>LeastSquares.Solve</c> mean for the trust-region methods.</summary>
internal static class BoundedOptions
{
    private const double LeastCurvature = 0.1;

    /// <summary>The problem of a user; the options have been checked, but for the bounds.</summary>
    public static BoundedProblem Problem(
        LeastSquaresOptions options,
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        JacobianFunction? jacobian,
        CancellationToken cancellation)
    {
        int n = start.Length;
        Bounds bounds = options.Bounds ?? Bounds.None;
        double[] lower = bounds.LowerOf(n);
        double[] upper = bounds.UpperOf(n);
        Validate.Bounds(lower, upper, mayFix: true, start, nameof(options.Bounds), nameof(start));
        double precision = Math.Max(options.ResidualPrecision ?? 0, Defaults.MachineEpsilon);
        double step = options.Differences == DifferenceScheme.TwoPoint ? Math.Sqrt(precision) : Math.Cbrt(precision);
        double[] steps = new double[n];
        Array.Fill(steps, step);
        double[]? scale = options.ParameterScale is { } factors ? [.. factors.Select(factor => 1 / factor)] : null;
        return new()
        {
            ResidualCount = residualCount,
            Residuals = residuals,
            Jacobian = jacobian,
            Differences = options.Differences,
            DifferenceStep = steps,
            Sizes = Sizes(start, lower, upper, scale),
            Threads = options.ThreadSafeModel ? options.Threads : 1,
            FactorThreads = options.Threads,
            Lower = lower,
            Upper = upper,
            Scale = scale,
            Loss = options.Loss ?? Loss.Linear,
            LeastCurvature = LeastCurvature,
            FunctionTolerance = AtLeastEpsilon(options.FunctionTolerance),
            StepTolerance = AtLeastEpsilon(options.StepTolerance),
            GradientTolerance = AtLeastEpsilon(options.GradientTolerance),
            MaxEvaluations = options.MaxEvaluations ?? Defaults.MaxEvaluations(n, jacobian is not null),
            CountsDifferences = true,
            NonFiniteValues = options.NonFiniteValues,
            Observer = options.Observer,
            Names = options.Names,
            Cancellation = cancellation,
        };
    }

    /// <summary>
    /// The sizes of a start. One at zero tells of none: there it is the user's unit, or 1 if the bounds have room.
    /// </summary>
    private static double[] Sizes(ReadOnlySpan<double> start, double[] lower, double[] upper, double[]? scale)
    {
        double[] sizes = new double[start.Length];
        for (int j = 0; j < sizes.Length; j++)
        {
            double room = upper[j] > lower[j] ? upper[j] - lower[j] : 1;
            sizes[j] = start[j] != 0 ? Math.Abs(start[j]) : Math.Min(scale?[j] ?? 1, room);
        }

        return sizes;
    }

    private static double AtLeastEpsilon(double tolerance) => Math.Max(tolerance, Defaults.MachineEpsilon);
}
