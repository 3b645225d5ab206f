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
internal sealed record OptionNames(
    string FunctionTolerance,
    string StepTolerance,
    string GradientTolerance,
    string MaxEvaluations,
    string InitialStepFactor,
    string JacobianCheck,
    string LeastSquaresSolver,
    string ResidualPrecision,
    string? NonFiniteValues)
{
    public static OptionNames LeastSquares { get; } = PropertiesOf("LeastSquaresOptions");

    public static OptionNames NonlinearEquations { get; } = PropertiesOf("NonlinearEquationsOptions");

    public static OptionNames SciPy { get; } = new(
        "ftol", "xtol", "gtol", "maxfev", "factor", "Optimize.CheckGrad", "Optimize.Leastsq", "epsfcn",
        "nonFiniteValues");

    /// <summary>The options of <c>Optimize.LeastSquares</c>.</summary>
    public static OptionNames LeastSquaresOfSciPy { get; } = new(
        "ftol", "xtol", "gtol", "maxNfev", "xScale", "Optimize.CheckGrad", "Optimize.LeastSquares", "diffStep", null);

    /// <summary>The options of <c>Optimize.Root</c>.</summary>
    public static OptionNames Root { get; } = new(
        "RootOptions.Ftol", "RootOptions.Xtol", "RootOptions.Gtol", "RootOptions.Maxfev", "RootOptions.Factor",
        "Optimize.CheckGrad", "RootMethod.Lm", "RootOptions.Eps", "RootOptions.NonFiniteValues");

    private static OptionNames PropertiesOf(string options) => new(
        $"{options}.FunctionTolerance",
        $"{options}.StepTolerance",
        $"{options}.GradientTolerance",
        $"{options}.MaxEvaluations",
        $"{options}.InitialStepFactor",
        $"{options}.CheckJacobian",
        "LeastSquares.Solve",
        $"{options}.ResidualPrecision",
        $"{options}.NonFiniteValues");
}
