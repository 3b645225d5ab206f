namespace MinpackNet.Tests.SciPy;

/// <summary>
/// What <c>Optimize.CurveFit</c> makes of bounds, methods, losses and starts, unusual and bad ones among them. The
/// expected numbers are SciPy's for the same input.
/// </summary>
public sealed class BoundedCurveFitTests
{
    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;

    /// <summary>Bad input that is not recorded, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Func<CurveFitResult> Fit)> Bad = new()
    {
        ["x_scale-lm"] = (
            "xScale", () => Optimize.CurveFit(Model, T, Y, method: LeastSquaresMethod.Lm, xScale: XScale.Jac)),
        ["diff_step-lm"] = (
            "diffStep", () => Optimize.CurveFit(Model, T, Y, method: LeastSquaresMethod.Lm, diffStep: 1e-6)),
        ["diff_step-jac"] = (
            "diffStep",
            () => Optimize.CurveFit(Model, T, Y, jac: (t, p) => [1, t], bounds: new(0, 9), diffStep: 1e-6)),
        ["options-trf"] = ("options", () => Optimize.CurveFit(Model, T, Y, options: new(), bounds: new(0, 9))),
        ["options-bounds"] = ("options", () => Optimize.CurveFit(Model, T, Y, options: new() { Bounds = new(0, 9) })),
        ["p0-array"] = ("p0", () => Optimize.CurveFit((t, p) => Model(t, p[0], p[1]), T, Y)),
        ["max_nfev0"] = ("maxNfev", () => Fit(maxNfev: 0)),
        ["tol-negative"] = ("ftol", () => Optimize.CurveFit(Model, T, Y, bounds: new(0, 9), ftol: -1)),
    };

    public static TheoryData<string> BadInputs => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Func<CurveFitResult> call) = Bad[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void A_model_that_no_difference_changes_is_not_fitted() => Assert.Contains(
        "No residual changed",
        Assert.Throws<FitFailedException>(
            () => Optimize.CurveFit((_, a) => (float)a + 1f, T, Y, bounds: new(0, 9))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_finite_is_told_of_the_model()
    {
        NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(
            () => Optimize.CurveFit((t, a) => a / t, T, Y, bounds: new(0, 9)));
        Assert.StartsWith("The model at point 0 is Infinity at the start", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependent_parameters_are_told_where_SciPy_says_nothing()
    {
        CurveFitResult fit = Optimize.CurveFit(
            (t, a, b, c) => a * b * Math.Exp(-c * t),
            T,
            Y,
            p0: [1, 2, 1],
            method: LeastSquaresMethod.Trf,
            jac: (t, p) =>
            [
                p[1] * Math.Exp(-p[2] * t), p[0] * Math.Exp(-p[2] * t), -t * p[0] * p[1] * Math.Exp(-p[2] * t),
            ]);
        Assert.Equal(Decay.Solution[0], fit.Popt[0] * fit.Popt[1], 1e-5); // the valley is flat along a b = const
        Assert.False(fit.PcovIsEstimated);
    }

    [Fact]
    public void What_lm_lacks_goes_to_trf_and_the_result_tells_active_bounds()
    {
        CurveFitResult lm = Fit();
        Assert.Equal([0, 0], lm.ActiveMask);
        Assert.NotEmpty(lm.InfoDict.Ipvt);
        CurveFitResult trf = Fit(bounds: new(0, [4.5, 1]));
        Assert.Equal([1, 0], trf.ActiveMask);
        Assert.Empty(trf.InfoDict.Ipvt);
        CurveFitResult infinite = Fit(bounds: Bounds.None);
        Assert.Equal(lm.Popt, infinite.Popt);
        double[] tight = Optimize.CurveFit(Model, T, Y, Decay.Start, ftol: 1e-15, xtol: 1e-15).Popt;
        double[] same = Optimize.CurveFit(
            Model, T, Y, Decay.Start, options: new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 }).Popt;
        Assert.Equal(same, tight);
        Assert.NotEqual(lm.Popt, tight);
    }

    [Fact]
    public void Cancellation_is_an_exception_with_the_token()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        foreach (LeastSquaresMethod method in Enum.GetValues<LeastSquaresMethod>())
        {
            Assert.Equal(
                source.Token,
                Assert.Throws<OperationCanceledException>(() => Optimize.CurveFit(
                    Model, T, Y, method: method, cancellationToken: source.Token)).CancellationToken);
        }
    }

    private static double Model(double t, double a, double b) => a * Math.Exp(-b * t);

    private static CurveFitResult Fit(Bounds? bounds = null, int? maxNfev = null) =>
        Optimize.CurveFit(Model, T, Y, Decay.Start, bounds: bounds, maxNfev: maxNfev);
}
