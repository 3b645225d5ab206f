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
        return new()
        {
            ResidualCount = residualCount,
            Residuals = residuals,
            Jacobian = jacobian,
            Differences = options.Differences,
            DifferenceStep = steps,
            WidensLostSteps = true,
            Threads = options.ThreadSafeModel ? options.Threads : 1,
            FactorThreads = options.Threads,
            Lower = lower,
            Upper = upper,
            Scale = options.ParameterScale is { } scale ? [.. scale.Select(factor => 1 / factor)] : null,
            Loss = options.Loss ?? Loss.Linear,
            LeastCurvature = LeastCurvature,
            FunctionTolerance = AtLeastEpsilon(options.FunctionTolerance),
            StepTolerance = AtLeastEpsilon(options.StepTolerance),
            GradientTolerance = AtLeastEpsilon(options.GradientTolerance),
            IsGradientRelative = true,
            MaxEvaluations = options.MaxEvaluations ?? Defaults.MaxEvaluations(n, jacobian is not null),
            CountsDifferences = true,
            NonFiniteValues = options.NonFiniteValues,
            Observer = options.Observer,
            Names = options.Names,
            Cancellation = cancellation,
        };
    }

    private static double AtLeastEpsilon(double tolerance) => Math.Max(tolerance, Defaults.MachineEpsilon);
}
