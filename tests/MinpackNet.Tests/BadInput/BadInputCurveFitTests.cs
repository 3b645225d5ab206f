using System.Text.Json.Nodes;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// What becomes of unusual and bad input to curve_fit, row by row of what SciPy does with it: sound input gives SciPy's
/// result, bad input an exception that names the argument, and a fit without a solution an exception with the solve.
/// </summary>
/// <remarks>
/// On purpose three rows differ from SciPy: standard deviations of zero or NaN, with which SciPy runs out of
/// evaluations, are argument errors; one standard deviation for all data, which SciPy refuses, is taken.
/// </remarks>
public sealed class BadInputCurveFitTests
{
    /// <summary>
    /// The epsilon of the recorded differences, off in the 12th digit: that decides whether the second diagonal element
    /// of a singular R comes out as zero or as a rounding error.
    /// </summary>
    private const double RecordedEpsilon = 2.22044604926e-16;

    private const string OneSigmaForAll = "c-sigma-scalar";

    private static readonly JsonNode[] Recorded =
        [.. JsonNode.Parse(TestData.Read("scipy/badinput.json"))!["cases"]!.AsArray().Select(row => row!)];

    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;

    /// <summary>Unusual input that can be fitted.</summary>
    private static readonly Dictionary<string, Func<CurveFitResult>> SoundInputs = new()
    {
        ["c-ok"] = () => Fit(),
        ["c-nop0"] = () => Optimize.CurveFit(Model, T, Y),
        ["c-m==n"] = () => Optimize.CurveFit(Model, T[..2], Y[..2], Decay.Start),
        ["c-m==n-abs"] = () => Optimize.CurveFit(
            Model, T[..2], Y[..2], Decay.Start, sigma: new double[] { 1, 1 }, absoluteSigma: true),
        ["c-sigma-negative"] = () => Fit(sigma: new double[] { 1, 1, -1, 1, 1, 1 }),
        ["c-sigma-2d"] = () => Fit(Correlated(6), absoluteSigma: true),
        ["c-sigma-2d-rel"] = () => Fit(Correlated(6)),
        ["c-singular"] = () => Optimize.CurveFit(
            (double _, double a, double b) => a + b, T, Y, options: new() { ResidualPrecision = RecordedEpsilon }),
    };

    /// <summary>Input that cannot be fitted, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Action Call)> BadArguments = new()
    {
        ["c-ydata-nan"] = ("ydata", () => Optimize.CurveFit(Model, T, Spoiled(Y, double.NaN), Decay.Start)),
        ["c-xdata-inf"] = (
            "xdata", () => Optimize.CurveFit(Model, Spoiled(T, double.PositiveInfinity), Y, Decay.Start)),
        ["c-empty"] = (
            "ydata", () => Optimize.CurveFit(Model, Array.Empty<double>(), Array.Empty<double>(), Decay.Start)),
        ["c-mismatch"] = ("xdata", () => Optimize.CurveFit(Model, T[..5], Y, Decay.Start)),
        ["c-m<n"] = ("ydata", () => Optimize.CurveFit(Model, T[..1], Y[..1], Decay.Start)),
        ["c-sigma-short"] = ("sigma", () => Fit(sigma: new double[] { 1, 1, 1, 1, 1 })),
        ["c-sigma-zero"] = ("sigma", () => Fit(sigma: new double[] { 1, 1, 0, 1, 1, 1 })),
        ["c-sigma-nan"] = ("sigma", () => Fit(sigma: new double[] { 1, 1, double.NaN, 1, 1, 1 })),
        ["c-sigma-2d-notpd"] = ("sigma", () => Fit(sigma: TestMatrices.Of(6, 6, (i, j) => i == j ? -1 : 0))),
        ["c-sigma-2d-shape"] = ("sigma", () => Fit(Correlated(5))),
        ["c-p0-short"] = ("p0", () => Optimize.CurveFit(Model, T, Y, [4])),
    };

    /// <summary>Fits that the solver ends without a solution.</summary>
    private static readonly Dictionary<string, Action> Failures = new()
    {
        ["c-maxfev"] = () => Fit(options: new() { MaxEvaluations = 3 }),
    };

    /// <summary>Residuals that are NaN at the start. SciPy spends all its evaluations.</summary>
    private static readonly Dictionary<string, Action> NonFiniteInputs = new()
    {
        ["c-ydata-nan-nocheck"] =
            () => Optimize.CurveFit(Model, T, Spoiled(Y, double.NaN), Decay.Start, checkFinite: false),
    };

    public static TheoryData<string> Sound => [.. SoundInputs.Keys];

    public static TheoryData<string> Bad => [.. BadArguments.Keys];

    [Fact]
    public void Every_recorded_row_is_in_exactly_one_table()
    {
        IEnumerable<string> recorded =
            Recorded.Where(row => (string)row["api"]! == "curve_fit").Select(row => (string)row["id"]!);
        IEnumerable<string> covered =
        [
            .. SoundInputs.Keys, .. BadArguments.Keys, .. Failures.Keys, .. NonFiniteInputs.Keys, OneSigmaForAll,
        ];
        Assert.Equal(recorded.Order(), covered.Order());
        Assert.Equal(22, recorded.Count());
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        JsonNode expected = Row(id);
        CurveFitResult fit = SoundInputs[id]();
        bool warned = expected["warnings"]?.AsArray().Count > 0;
        Assert.Equal(warned, !fit.PcovIsEstimated);

        // The recorded differences were taken with an epsilon that is off in the 12th digit, and the default tolerances
        // leave 1e-8 of the parameters open.
        double[] popt = JsonNumbers.Vector(expected["popt"]);
        double[] pcov = [.. JsonNumbers.Rows(expected["pcov"]).SelectMany(row => row)];
        AssertNear(popt, fit.Popt);
        AssertNear(pcov, fit.Pcov.Cast<double>());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = BadArguments[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void A_fit_without_a_solution_gives_an_exception_that_says_why()
    {
        FitFailedException exception = Assert.Throws<FitFailedException>(Failures["c-maxfev"]);
        Assert.Equal(5, exception.Result.Ier);
        Assert.Contains("LeastSquaresOptions.MaxEvaluations", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_with_NaN_that_nobody_checked_give_an_exception_that_names_the_place()
    {
        NonFiniteValueException exception =
            Assert.Throws<NonFiniteValueException>(NonFiniteInputs["c-ydata-nan-nocheck"]);
        Assert.Equal((2, null), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.Equal(Decay.Start, exception.Point);
    }

    [Fact]
    public void One_standard_deviation_for_all_data_is_taken_where_SciPy_wants_a_vector()
    {
        Assert.Equal("raised", (string)Row(OneSigmaForAll)["outcome"]!);
        CurveFitResult scalar = Fit(sigma: 0.5);
        CurveFitResult vector = Fit(sigma: Array.ConvertAll(T, _ => 0.5));
        Assert.Equal(vector.Popt, scalar.Popt);
        Assert.Equal(vector.Pcov, scalar.Pcov);
    }

    [Fact]
    public void What_the_recording_left_out_is_checked_by_the_same_rules()
    {
        Func<double, double, double, double> none = null!;
        Func<double, double[], double[]> short2 = (_, _) => [1];
        Assert.Equal("f", NameOf(() => Optimize.CurveFit(none, T, Y)));
        Assert.Equal("xdata", NameOf(() => Optimize.CurveFit(Model, (double[])null!, Y)));
        Assert.Equal("ydata", NameOf(() => Optimize.CurveFit(Model, T, (double[])null!)));
        Assert.Equal("p0", NameOf(() => Optimize.CurveFit((double t, double[] p) => t, T, Y, null!)));
        Assert.Equal("p0", NameOf(() => Optimize.CurveFit(Model, T, Y, [4, double.NaN])));
        Assert.Equal("p0", NameOf(() => Optimize.CurveFit((double t, double[] p) => t, T, Y, [])));
        Assert.Equal("nanPolicy", NameOf(() => Optimize.CurveFit(Model, T, Y, nanPolicy: (NanPolicy)7)));
        Assert.Equal("jac", NameOf(() => Optimize.CurveFit(Model, T, Y, Decay.Start, jac: short2)));
        Assert.Equal("jac", NameOf(() => Optimize.CurveFit(Model, T, Y, Decay.Start, jac: (_, _) => null!)));
        Assert.Equal("f", NameOf(() => Optimize.CurveFit((double[] t, double[] p) => t[..5], T, Y, Decay.Start)));
        Assert.Equal("f", NameOf(() => Optimize.CurveFit((double[] t, double[] p) => null!, T, Y, Decay.Start)));
        Assert.Equal("jac", NameOf(() => Optimize.CurveFit(
            (double[] t, double[] p) => t, T, Y, Decay.Start, jac: (_, _) => new double[2, 6])));
        Assert.Equal("sigma", NameOf(() => Fit(sigma: double.PositiveInfinity)));
        Assert.Equal("sigma", NameOf(() => Fit(sigma: TestMatrices.Of(6, 6, (_, _) => double.NaN))));
        Assert.Equal("FunctionTolerance", NameOf(() => Fit(options: new() { FunctionTolerance = -1 })));
        Assert.Equal("ftol", NameOf(() => Optimize.CurveFit(Model, T, Y, ftol: -1)));
        Assert.Equal("xtol", NameOf(() => Optimize.CurveFit(Model, T, Y, xtol: double.NaN)));
        Assert.Equal("gtol", NameOf(() => Optimize.CurveFit(Model, T, Y, gtol: -1)));
        Assert.Equal("ftol", NameOf(() => Optimize.CurveFit(Model, T, Y, ftol: 1e-9, options: new())));
        Assert.Equal("maxfev", NameOf(() => Optimize.CurveFit(Model, T, Y, maxfev: 9, options: new())));
        Assert.Equal("maxfev", NameOf(() => Optimize.CurveFit(Model, T, Y, maxfev: 9, maxNfev: 9)));
    }

    private static JsonNode Row(string id) => Recorded.Single(row => (string)row["id"]! == id);

    private static double Model(double t, double a, double b) => a * Math.Exp(-b * t);

    private static CurveFitResult Fit(
        Sigma? sigma = null, bool absoluteSigma = false, LeastSquaresOptions? options = null) =>
        Optimize.CurveFit(Model, T, Y, Decay.Start, sigma, absoluteSigma, options: options);

    /// <summary>0.1 on the diagonal, and 0.02 on top of all.</summary>
    private static double[,] Correlated(int size) => TestMatrices.Of(size, size, (i, j) => i == j ? 0.12 : 0.02);

    private static double[] Spoiled(double[] data, double value) => [.. data[..2], value, .. data[3..]];

    private static string? NameOf(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;

    private static void AssertNear(double[] expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count());
        Assert.All(expected.Zip(actual), pair =>
        {
            double tolerance = double.IsFinite(pair.First) ? 1e-6 * Math.Abs(pair.First) : 0;
            Assert.Equal(pair.First, pair.Second, tolerance);
        });
    }
}
