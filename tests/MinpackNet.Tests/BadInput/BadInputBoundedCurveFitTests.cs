using System.Text.Json.Nodes;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// What becomes of unusual and bad input to curve_fit with bounds, methods and losses, row by row of what SciPy does
/// with it: sound input gives SciPy's result, bad input an exception that names the argument, and a fit without a
/// solution an exception with the solve.
/// </summary>
public sealed class BadInputBoundedCurveFitTests
{
    private static readonly JsonNode[] Recorded = BadInputLeastSquaresTests.RowsOf("curve_fit");
    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;

    /// <summary>Unusual input that can be fitted.</summary>
    private static readonly Dictionary<string, Func<CurveFitResult>> SoundInputs = new()
    {
        ["cf-ok"] = () => Fit(bounds: new(0, [9, 1])),
        ["cf-nop0-half"] = () => Optimize.CurveFit(
            Model, T, Y, bounds: new([2, double.NegativeInfinity], [double.PositiveInfinity, 3])),
        ["cf-few-trf"] = () => Optimize.CurveFit(Model, T[..1], Y[..1], method: LeastSquaresMethod.Trf),
        ["cf-jac-name-trf"] = () => Optimize.CurveFit(
            Model, T, Y, DifferenceScheme.ThreePoint, Decay.Start, method: LeastSquaresMethod.Trf),
        ["cf-loss"] = () => Fit(loss: LossFunction.SoftL1, fScale: 0.1),
        ["cf-active"] = () => Fit(bounds: new([0, 0], [4.5, 1])),
    };

    /// <summary>
    /// Two parameters of which only the product counts: where on the curve of solutions a fit ends is chance, and the
    /// covariance, which is infinite, is a rounding error.
    /// </summary>
    private static readonly Dictionary<string, Func<CurveFitResult>> DependentInputs = new()
    {
        ["cf-rank"] = () => Optimize.CurveFit(Dependent, T, Y, method: LeastSquaresMethod.Trf),
        ["cf-rank-lm"] = () => Optimize.CurveFit(Dependent, T, Y),
    };

    /// <summary>Input that cannot be fitted, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Action Call)> BadArguments = new()
    {
        ["cf-lm-bounds"] = ("bounds", () => Fit(bounds: new(0, 9), method: LeastSquaresMethod.Lm)),
        ["cf-method"] = ("method", () => Fit(method: (LeastSquaresMethod)7)),
        ["cf-p0-outside"] = ("p0", () => Fit(bounds: new(0, [3, 1]))),
        ["cf-crossed"] = ("bounds", () => Fit(bounds: new([9, 0], [4, 1]))),
        ["cf-crossed-nop0"] = ("bounds", () => Optimize.CurveFit(Model, T, Y, bounds: new([9, 0], [4, 1]))),
        ["cf-bounds-len"] = ("bounds", () => Fit(bounds: new([0, 0, 0], [9, 9, 9]))),
        ["cf-bounds-len-nop0"] = ("bounds", () => Optimize.CurveFit(Model, T, Y, bounds: new([0, 0, 0], 9))),
        ["cf-few-lm"] = ("ydata", () => Optimize.CurveFit(Model, T[..1], Y[..1], method: LeastSquaresMethod.Lm)),
        // The other name of the limit belongs to lm's options.
        ["cf-maxfev-trf"] = (
            "options",
            () => Optimize.CurveFit(
                Model, T, Y, options: new() { MaxEvaluations = 2 }, method: LeastSquaresMethod.Trf)),
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
        ["cf-nan-y"] = ("ydata", () => Optimize.CurveFit(Model, T, WithNan, bounds: new(0, 9))),
        ["cf-loss-lm"] = ("loss", () => Fit(method: LeastSquaresMethod.Lm, loss: LossFunction.SoftL1)),
    };

    /// <summary>Rows that are tests of their own below.</summary>
    private static readonly string[] Others = ["cf-budget", "cf-nan-y-nocheck"];

    /// <summary>Rows that are no C#: there is no such parameter.</summary>
    private static readonly string[] Unwritable = ["cf-args"];

    public static TheoryData<string> Sound => [.. SoundInputs.Keys];

    public static TheoryData<string> Ridges => [.. DependentInputs.Keys];

    public static TheoryData<string> Bad => [.. BadArguments.Keys];

    private static double[] WithNan => [5, double.NaN, 1, 1, 1, 1];

    [Fact]
    public void Every_recorded_row_is_in_exactly_one_table()
    {
        IEnumerable<string> covered =
        [
            .. SoundInputs.Keys, .. DependentInputs.Keys, .. BadArguments.Keys, .. Others, .. Unwritable,
        ];
        Assert.Equal(Recorded.Select(row => (string)row["id"]!).Order(), covered.Order());
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        JsonNode expected = Row(id);
        CurveFitResult fit = SoundInputs[id]();
        Assert.All(
            JsonNumbers.Vector(expected["popt"]).Zip(fit.Popt),
            pair => Assert.Equal(pair.First, pair.Second, 1e-8 * Math.Abs(pair.First)));
        double[] pcov = [.. JsonNumbers.Rows(expected["pcov"]).SelectMany(row => row)];
        Assert.All(pcov.Zip(fit.Pcov.Cast<double>()), pair => Assert.True(
            pair.First == pair.Second || Math.Abs((pair.Second / pair.First) - 1) < 1e-6,
            $"{pair.First} became {pair.Second}"));
        Assert.Equal(double.IsFinite(pcov[0]), fit.PcovIsEstimated);
    }

    [Theory]
    [MemberData(nameof(Ridges))]
    public void Dependent_parameters_end_at_some_solution(string id)
    {
        double[] expected = JsonNumbers.Vector(Row(id)["popt"]);
        double[] popt = DependentInputs[id]().Popt;
        Assert.Equal(expected[0] * expected[1], popt[0] * popt[1], 1e-6);
        Assert.Equal(expected[2], popt[2], 1e-7);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = BadArguments[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void A_fit_that_ends_at_its_limit_throws_with_the_solve()
    {
        Assert.Equal("RuntimeError", (string)Row("cf-budget")["exception"]!);
        FitFailedException failure = Assert.Throws<FitFailedException>(() => Fit(bounds: new(0, 9), maxNfev: 2));
        Assert.Contains("raise maxNfev", failure.Message, StringComparison.Ordinal);
        Assert.Equal((LeastSquaresStatus.TooManyEvaluations, 2), (failure.Result.Status, failure.Result.InfoDict.Nfev));
    }

    [Fact]
    public void Data_with_NaN_that_nobody_checked_are_told_as_that()
    {
        Assert.Equal("raised", (string)Row("cf-nan-y-nocheck")["outcome"]!);
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(
            () => Optimize.CurveFit(
                Model, T, WithNan, Decay.Start, checkFinite: false, method: LeastSquaresMethod.Trf));
        Assert.Equal((1, null), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.StartsWith("Observation 1 is NaN", exception.Message, StringComparison.Ordinal);
    }

    private static JsonNode Row(string id) => Recorded.Single(row => (string)row["id"]! == id);

    private static double Model(double t, double a, double b) => a * Math.Exp(-b * t);

    private static double Dependent(double t, double a, double b, double c) => a * b * Math.Exp(-c * t);

    private static CurveFitResult Fit(
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        int? maxNfev = null) =>
        Optimize.CurveFit(
            Model, T, Y, Decay.Start, bounds: bounds, method: method, loss: loss, fScale: fScale, maxNfev: maxNfev);
}
