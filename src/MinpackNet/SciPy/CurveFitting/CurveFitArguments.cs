namespace MinpackNet;

/// <summary>The arguments that all forms of <c>Optimize.CurveFit</c> have, and what follows from them.</summary>
/// <remarks>The properties' names, in camelCase, are those of the user's arguments, for the messages.</remarks>
internal sealed record CurveFitArguments
{
    public InitialGuess? P0 { get; init; }

    /// <summary>How many parameters the model has, where its form tells.</summary>
    public int? ParameterCount { get; init; }

    public Sigma? Sigma { get; init; }

    public bool AbsoluteSigma { get; init; }

    public bool? CheckFinite { get; init; }

    public NanPolicy? NanPolicy { get; init; }

    public DifferenceScheme Differences { get; init; }

    public LeastSquaresOptions? Options { get; init; }

    public Bounds? Bounds { get; init; }

    public LeastSquaresMethod? Method { get; init; }

    public Loss? Loss { get; init; }

    public double FScale { get; init; } = 1;

    public XScale? XScale { get; init; }

    public double? Ftol { get; init; }

    public double? Xtol { get; init; }

    public double? Gtol { get; init; }

    public DiffStep? DiffStep { get; init; }

    public int? MaxNfev { get; init; }

    public int? Maxfev { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>What leastsq, which is <see cref="LeastSquaresMethod.Lm"/> here, does not have.</summary>
    private IEnumerable<(string Argument, bool IsGiven)> BeyondMinpack =>
    [
        ("bounds", Bounds is { IsFinite: true }),
        ("loss", Loss is { IsLinear: false }),
        ("xScale", XScale is not null),
        ("maxNfev", MaxNfev is not null),
        ("diffStep", DiffStep is not null),
        ("jac", Differences != DifferenceScheme.TwoPoint),
    ];

    /// <summary>What leastsq has both as an argument and as an option.</summary>
    private IEnumerable<(string Argument, bool IsGiven)> AlsoOptions =>
    [
        ("ftol", Ftol is not null),
        ("xtol", Xtol is not null),
        ("gtol", Gtol is not null),
        ("maxfev", Maxfev is not null),
    ];

    /// <summary>The method: leastsq's unless told otherwise, or it lacks what is asked for.</summary>
    public LeastSquaresMethod ChosenMethod(bool hasJacobian)
    {
        Validate.Known(Method ?? default, "method");
        Validate.Known(Differences, "jac");
        if (Options is { } options)
        {
            Validate.CurveFitOptions(options, "options");
        }

        if (Options is not null && AlsoOptions.FirstOrDefault(item => item.IsGiven).Argument is { } twice)
        {
            throw Errors.TwoSettings(twice, "options");
        }

        if (MaxNfev is not null && Maxfev is not null)
        {
            throw Errors.TwoSettings("maxfev", "maxNfev");
        }

        string? beyond = BeyondMinpack.FirstOrDefault(feature => feature.IsGiven).Argument;
        LeastSquaresMethod method =
            Method ?? (beyond is null ? LeastSquaresMethod.Lm : LeastSquaresMethod.Trf);
        return method switch
        {
            LeastSquaresMethod.Lm when beyond is not null => throw Errors.NotInLm(beyond),
            not LeastSquaresMethod.Lm when Options is not null => throw Errors.OptionsOfLm("options", method),
            _ when hasJacobian && DiffStep is not null => throw Errors.StepsWithJacobian("diffStep"),
            _ => method,
        };
    }

    /// <summary>The start: given, or in the middle of the bounds, one from the only one, or 1.</summary>
    public double[] Start()
    {
        if (P0 is not null)
        {
            return ParameterCount is { } expected && expected != P0.Count
                ? throw Errors.StartLength("p0", P0.Count, expected)
                : P0.Values;
        }

        int n = ParameterCount ?? Bounds?.Count ?? throw Errors.NoStart("p0");
        double[] lower = (Bounds ?? Bounds.None).LowerOf(n);
        double[] upper = (Bounds ?? Bounds.None).UpperOf(n);
        double[] start = new double[n];
        for (int j = 0; j < n; j++)
        {
            // Bounds of another number are an error further down.
            start[j] = j < lower.Length && j < upper.Length ? Between(lower[j], upper[j]) : 1;
        }

        return start;
    }

    /// <summary>What becomes of residuals that are not finite: there is a choice with lm only.</summary>
    public NonFinitePolicy NonFiniteValues => Options?.NonFiniteValues ?? NonFinitePolicy.Throw;

    /// <summary>What messages call the tolerances and limits of leastsq.</summary>
    public OptionNames LeastsqNames => Options is null ? OptionNames.CurveFitOfSciPy : OptionNames.CurveFit;

    /// <summary>The tolerances and limits of leastsq.</summary>
    public LeastSquaresOptions LeastsqOptions()
    {
        if (Options is not null)
        {
            return Options;
        }

        double ftol = Ftol ?? Defaults.Tolerance;
        double xtol = Xtol ?? Defaults.Tolerance;
        double gtol = Gtol ?? 0;
        Validate.Tolerance(ftol, "ftol");
        Validate.Tolerance(xtol, "xtol");
        Validate.Tolerance(gtol, "gtol");
        return RootOptions.LeastSquaresOf(
            ftol, xtol, gtol, Maxfev ?? 0, eps: null, Defaults.InitialStepFactor, diag: null, NonFinitePolicy.Throw);
    }

    /// <summary>The same problem for least_squares.</summary>
    public LeastSquaresArguments BoundedArguments(
        double[] start, Func<double[], double[,]>? jac, LeastSquaresMethod method) => new()
    {
        X0 = start,
        Jacobian = jac is null ? JacobianChoice.Differences(Differences, jacSparsity: null) : JacobianChoice.Dense(jac),
        Bounds = Bounds,
        Method = method,
        Ftol = Ftol ?? Defaults.BoundedTolerance,
        Xtol = Xtol ?? Defaults.BoundedTolerance,
        Gtol = Gtol ?? Defaults.BoundedTolerance,
        XScale = XScale,
        Loss = Loss,
        FScale = FScale,
        DiffStep = DiffStep,
        MaxNfev = MaxNfev ?? (Maxfev > 0 ? Maxfev : null),
        StartName = "p0",
        FunctionName = "f",
        Names = OptionNames.BoundedCurveFit,
        Cancellation = Cancellation,
    };

    private static double Between(double lower, double upper) => (
        lower > -BoundedProblem.OutOfRange, upper < BoundedProblem.OutOfRange) switch
    {
        (true, true) => 0.5 * (lower + upper),
        (true, false) => lower + 1,
        (false, true) => upper - 1,
        _ => 1,
    };
}
