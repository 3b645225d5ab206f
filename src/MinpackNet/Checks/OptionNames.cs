namespace MinpackNet;

/// <summary>What the options that messages name are called at the door through which the user came.</summary>
/// <param name="FunctionTolerance">The tolerance of the sum of squares.</param>
/// <param name="StepTolerance">The tolerance of the parameters.</param>
/// <param name="GradientTolerance">The tolerance of the gradient.</param>
/// <param name="MaxEvaluations">The limit on evaluations.</param>
/// <param name="InitialStepFactor">The bound of the first step.</param>
/// <param name="JacobianCheck">What checks a Jacobian.</param>
/// <param name="LeastSquaresSolver">What solves equations by least squares.</param>
/// <param name="ResidualPrecision">The relative error of the residuals.</param>
/// <param name="NonFiniteValues">What lets NaN and infinity propagate; null where nothing does.</param>
/// <param name="Value">What one of the values to be made small is called, before its index.</param>
/// <param name="Values">What all of them are called.</param>
internal sealed record OptionNames(
    string FunctionTolerance,
    string StepTolerance,
    string GradientTolerance,
    string MaxEvaluations,
    string InitialStepFactor,
    string JacobianCheck,
    string LeastSquaresSolver,
    string ResidualPrecision,
    string? NonFiniteValues,
    string Value,
    string Values)
{
    // Each is made when it is asked for: a first solve needs one of them, and compiles what that takes.

    /// <summary>What keeps the points of differences where the values are finite; null where nothing does.</summary>
    public string? Bounds { get; private init; }

    public static OptionNames LeastSquares => field ??=
        PropertiesOf("LeastSquaresOptions", "residual", "residuals", "LeastSquaresOptions.Bounds");

    public static OptionNames NonlinearEquations => field ??=
        PropertiesOf("NonlinearEquationsOptions", "equation", "equations");

    public static OptionNames SciPy => field ??= new(
        "ftol", "xtol", "gtol", "maxfev", "factor", "Optimize.CheckGrad", "Optimize.Leastsq", "epsfcn",
        "nonFiniteValues", "residual", "residuals");

    /// <summary>The arguments of <c>Optimize.Fsolve</c>.</summary>
    public static OptionNames Fsolve => field ??= SciPy with { Value = "equation", Values = "equations" };

    /// <summary>The options of <c>Optimize.CurveFit</c>.</summary>
    public static OptionNames CurveFit => field ??=
        LeastSquares with { Value = "the model at point", Values = "model's values", Bounds = "bounds" };

    /// <summary>The arguments of <c>Optimize.CurveFit</c>, where no options were passed.</summary>
    public static OptionNames CurveFitOfSciPy => field ??= CurveFit with
    {
        FunctionTolerance = "ftol",
        StepTolerance = "xtol",
        GradientTolerance = "gtol",
        MaxEvaluations = "maxfev",
    };

    /// <summary>The arguments of <c>Optimize.CurveFit</c> by other methods than MINPACK's.</summary>
    public static OptionNames BoundedCurveFit => LeastSquaresOfSciPy with
    {
        Value = CurveFit.Value,
        Values = CurveFit.Values,
    };

    /// <summary>The options of <c>Optimize.LeastSquares</c>.</summary>
    public static OptionNames LeastSquaresOfSciPy => field ??= new(
        "ftol", "xtol", "gtol", "maxNfev", "xScale", "Optimize.CheckGrad", "Optimize.LeastSquares", "diffStep", null,
        "residual", "residuals")
    {
        Bounds = "bounds or a negative diffStep",
    };

    /// <summary>The options of <c>Optimize.Root</c>.</summary>
    public static OptionNames Root => field ??= new(
        "RootOptions.Ftol", "RootOptions.Xtol", "RootOptions.Gtol", "RootOptions.Maxfev", "RootOptions.Factor",
        "Optimize.CheckGrad", "RootMethod.Lm", "RootOptions.Eps", "RootOptions.NonFiniteValues", "equation",
        "equations");

    private static OptionNames PropertiesOf(string options, string value, string values, string? bounds = null) => new(
        $"{options}.FunctionTolerance",
        $"{options}.StepTolerance",
        $"{options}.GradientTolerance",
        $"{options}.MaxEvaluations",
        $"{options}.InitialStepFactor",
        $"{options}.CheckJacobian",
        "LeastSquares.Solve",
        $"{options}.ResidualPrecision",
        $"{options}.NonFiniteValues",
        value,
        values)
    {
        Bounds = bounds,
    };
}
