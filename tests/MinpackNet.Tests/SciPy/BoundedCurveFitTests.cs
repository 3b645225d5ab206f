namespace MinpackNet.Tests.SciPy;

/// <summary>
/// What <c>Optimize.CurveFit</c> makes of bounds, methods, losses and starts, unusual and bad ones among them. The
/// expected numbers are SciPy's for the same input.
/// </summary>
public sealed class BoundedCurveFitTests
{
    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;

    /// <summary>Each sound input with SciPy's popt and the diagonal of its pcov.</summary>
    private static readonly Dictionary<
        string, (Func<CurveFitResult> Fit, double[] Popt, double[] Variances)> Sound = new()
    {
        ["cf-ok"] = (
            () => Fit(bounds: new(0, [9, 1])),
            [5.069822195719212, 0.4970492247995465], [0.0027495057198435257, 9.16804897248956e-05]),
        ["cf-nop0-half"] = (
            () => Optimize.CurveFit(
                Model, T, Y, bounds: new([2, double.NegativeInfinity], [double.PositiveInfinity, 3])),
            [5.069822190654114, 0.49704922308047284], [0.002749505714544736, 9.168048963068837e-05]),
        ["cf-few-trf"] = (
            () => Optimize.CurveFit(Model, T[..1], Y[..1], method: LeastSquaresMethod.Trf),
            [5.099999988837077, 1.0], [double.PositiveInfinity, double.PositiveInfinity]),
        ["cf-jac-name-trf"] = (
            () => Optimize.CurveFit(Model, T, Y, DifferenceScheme.ThreePoint, Decay.Start),
            [5.069822186703726, 0.49704922169727955], [0.0027495057033012395, 9.168048523254539e-05]),
        ["cf-loss"] = (
            () => Fit(loss: LossFunction.SoftL1, fScale: 0.1),
            [5.07593732433352, 0.49670441339032173], [0.0028297558543984246, 9.658652351572642e-05]),
        ["cf-active"] = (
            () => Fit(bounds: new([0, 0], [4.5, 1])),
            [4.499999999999999, 0.44120247550821573], [0.08239571960897818, 0.0027529833127819888]),
    };

    /// <summary>Each bad input and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Func<CurveFitResult> Fit)> Bad = new()
    {
        ["cf-lm-bounds"] = ("bounds", () => Fit(bounds: new(0, 9), method: LeastSquaresMethod.Lm)),
        ["cf-method"] = ("method", () => Fit(method: (LeastSquaresMethod)7)),
        ["cf-p0-outside"] = ("p0", () => Fit(bounds: new(0, [3, 1]))),
        ["cf-crossed"] = ("bounds", () => Fit(bounds: new([9, 0], [4, 1]))),
        ["cf-crossed-nop0"] = ("bounds", () => Optimize.CurveFit(Model, T, Y, bounds: new([9, 0], [4, 1]))),
        ["cf-bounds-len"] = ("bounds", () => Fit(bounds: new([0, 0, 0], [9, 9, 9]))),
        ["cf-bounds-len-nop0"] = ("bounds", () => Optimize.CurveFit(Model, T, Y, bounds: new([0, 0, 0], 9))),
        ["cf-few-lm"] = ("ydata", () => Optimize.CurveFit(Model, T[..1], Y[..1], method: LeastSquaresMethod.Lm)),
        ["cf-maxnfev-lm"] = ("maxNfev", () => Fit(method: LeastSquaresMethod.Lm, maxNfev: 2)),
        ["cf-jac-name-lm"] = (
            "jac",
            () => Optimize.CurveFit(Model, T, Y, DifferenceScheme.ThreePoint, method: LeastSquaresMethod.Lm)),
        ["cf-jac-shape"] = (
            "jac",
            () => Optimize.CurveFit(
                (t, p) => Array.ConvertAll(t, at => Model(at, p[0], p[1])), T, Y, Decay.Start,
                jac: (_, _) => new double[2, 6], method: LeastSquaresMethod.Trf)),
        ["cf-sigma-0"] = (
            "sigma", () => Optimize.CurveFit(Model, T, Y, sigma: [1, 1, 0, 1, 1, 1], bounds: new(0, 9))),
        ["cf-sigma-shape"] = ("sigma", () => Optimize.CurveFit(Model, T, Y, sigma: new double[5], bounds: new(0, 9))),
        ["cf-sigma-notpd"] = (
            "sigma", () => Optimize.CurveFit(Model, T, Y, sigma: new double[6, 6], bounds: new(0, 9))),
        ["cf-nan-y"] = (
            "ydata", () => Optimize.CurveFit(Model, T, [5, double.NaN, 1, 1, 1, 1], bounds: new(0, 9))),
        ["cf-loss-lm"] = ("loss", () => Fit(method: LeastSquaresMethod.Lm, loss: LossFunction.SoftL1)),
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

    public static TheoryData<string> SoundInputs => [.. Sound.Keys];

    public static TheoryData<string> BadInputs => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(SoundInputs))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        (Func<CurveFitResult> call, double[] popt, double[] variances) = Sound[id];
        CurveFitResult fit = call();
        Assert.All(popt.Zip(fit.Popt), pair => Assert.Equal(pair.First, pair.Second, 1e-8 * pair.First));
        for (int j = 0; j < popt.Length; j++)
        {
            Assert.True(
                variances[j] == fit.Pcov[j, j] || Math.Abs((fit.Pcov[j, j] / variances[j]) - 1) < 1e-6,
                $"{variances[j]} became {fit.Pcov[j, j]}");
        }

        Assert.Equal(double.IsFinite(variances[0]), fit.PcovIsEstimated);
    }

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Func<CurveFitResult> call) = Bad[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void A_fit_that_ends_at_its_limit_throws_with_the_solve()
    {
        FitFailedException failure = Assert.Throws<FitFailedException>(() => Fit(bounds: new(0, 9), maxNfev: 2));
        Assert.Contains("raise maxNfev", failure.Message, StringComparison.Ordinal);
        Assert.Equal((LeastSquaresStatus.TooManyEvaluations, 2), (failure.Result.Status, failure.Result.InfoDict.Nfev));
        Assert.Contains(
            "No residual changed",
            Assert.Throws<FitFailedException>(
                () => Optimize.CurveFit((_, a) => (float)a + 1f, T, Y, bounds: new(0, 9))).Message,
            StringComparison.Ordinal);
    }

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

    private static CurveFitResult Fit(
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        int? maxNfev = null) =>
        Optimize.CurveFit(
            Model, T, Y, Decay.Start, bounds: bounds, method: method, loss: loss, fScale: fScale, maxNfev: maxNfev);
}
