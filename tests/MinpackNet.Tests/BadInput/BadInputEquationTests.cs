using System.Text.Json.Nodes;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// What becomes of unusual and bad input to fsolve, row by row of what SciPy does with it: sound input gives SciPy's
/// result, and bad input an exception that names the argument.
/// </summary>
public sealed class BadInputEquationTests
{
    /// <summary>What SciPy calls on top of the solver's own calls, to learn the length.</summary>
    private const int CallsOfSciPys = 2;

    /// <summary>A row about the short result, which the recording keeps apart.</summary>
    private const string ShortResult = "f-noroot-nofull";

    private static readonly JsonNode[] Recorded =
        [.. JsonNode.Parse(TestData.Read("scipy/badinput.json"))!["cases"]!.AsArray().Select(row => row!)];

    private static readonly Func<double[], double[]> F = Crossing.Equations;
    private static readonly Func<double[], double[,]> J = Crossing.Jacobian;

    /// <summary>Unusual input that the solver can work with.</summary>
    private static readonly Dictionary<string, Func<FsolveResult>> SoundInputs = new()
    {
        ["f-ok"] = () => Optimize.Fsolve(F, Start()),
        ["f-ok-jac"] = () => Optimize.Fsolve(F, Start(), J),
        ["f-jac-colderiv"] = () => Optimize.Fsolve(F, Start(), x => TestMatrices.Transposed(J(x)), colDeriv: true),
        ["f-jac-singular"] = () => Optimize.Fsolve(F, Start(), _ => new double[2, 2]),
        ["f-xtol=0.0"] = () => Optimize.Fsolve(F, Start(), xtol: 0),
        ["f-maxfev=1"] = () => Optimize.Fsolve(F, Start(), maxfev: 1),
        ["f-maxfev=4"] = () => Optimize.Fsolve(F, Start(), maxfev: 4),
        ["f-maxfev=-1"] = () => Optimize.Fsolve(F, Start(), maxfev: -1),
        ["f-factor=0.05"] = () => Optimize.Fsolve(F, Start(), factor: 0.05),
        ["f-epsfcn=-1.0"] = () => Optimize.Fsolve(F, Start(), epsfcn: -1),
        ["f-band=(-1, 0)"] = () => Optimize.Fsolve(F, Start(), band: (-1, 0)),
        ["f-band=(5, 5)"] = () => Optimize.Fsolve(F, Start(), band: (5, 5)),
        ["f-band=(0, 0)"] = () => Optimize.Fsolve(F, Start(), band: (0, 0)),
        ["f-noroot"] = () => Optimize.Fsolve(Rootless, [1]),
    };

    /// <summary>Input that the solver cannot work with, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Action Call)> BadArguments = new()
    {
        ["f-m!=n"] = ("func", () => Optimize.Fsolve(x => [.. F(x), 0], Start())),
        ["f-m<n"] = ("func", () => Optimize.Fsolve(x => F(x)[..1], Start())),
        ["f-x0-nan"] = ("x0", () => Optimize.Fsolve(F, [double.NaN, 1])),
        ["f-x0-empty"] = ("x0", () => Optimize.Fsolve(x => x, Array.Empty<double>())),
        ["f-shorter-later"] = ("func", () => Optimize.Fsolve(From(4, x => F(x)[..1]), Start())),
        ["f-jac-shape"] = ("fprime", () => Optimize.Fsolve(F, Start(), _ => new double[2, 3])),
        ["f-xtol=-1.0"] = ("xtol", () => Optimize.Fsolve(F, Start(), xtol: -1)),
        ["f-factor=0.0"] = ("factor", () => Optimize.Fsolve(F, Start(), factor: 0)),
        ["f-factor=-1.0"] = ("factor", () => Optimize.Fsolve(F, Start(), factor: -1)),
        ["f-diag=[1.0, 0.0]"] = ("diag", () => Optimize.Fsolve(F, Start(), diag: [1, 0])),
        ["f-diag=[1.0, -1.0]"] = ("diag", () => Optimize.Fsolve(F, Start(), diag: [1, -1])),
        ["f-diag=[1.0]"] = ("diag", () => Optimize.Fsolve(F, Start(), diag: [1])),
    };

    /// <summary>Values that are not finite where no shorter step can help. SciPy goes on to return NaN.</summary>
    private static readonly Dictionary<string, Action> NonFiniteInputs = new()
    {
        ["f-nan"] = () => Optimize.Fsolve(From(3, x => [double.NaN, F(x)[1]]), Start()),
    };

    /// <summary>Functions that throw.</summary>
    private static readonly Dictionary<string, Action<Exception>> ThrowingInputs = new()
    {
        ["f-raise"] = thrown => Optimize.Fsolve(From(4, _ => throw thrown), Start()),
    };

    /// <summary>Rows that the compiler refuses, with the reason.</summary>
    private static readonly Dictionary<string, string> UnwritableInputs = new()
    {
        ["f-band=3"] = "band is a pair",
    };

    /// <summary>
    /// With no tolerance a solve ends where the equations hold to the last bit, which the last bits of exp decide.
    /// </summary>
    private static readonly string[] ToTheLastBit = ["f-xtol=0.0"];

    public static TheoryData<string> Sound => [.. SoundInputs.Keys];

    public static TheoryData<string> Bad => [.. BadArguments.Keys];

    public static TheoryData<string> NonFinite => [.. NonFiniteInputs.Keys];

    public static TheoryData<string> Throwing => [.. ThrowingInputs.Keys];

    [Fact]
    public void Every_recorded_row_is_in_exactly_one_table()
    {
        IEnumerable<string> recorded = Recorded
            .Where(row => (string)row["api"]! == "fsolve").Select(row => (string)row["id"]!).Append(ShortResult);
        IEnumerable<string> covered =
        [
            .. SoundInputs.Keys, .. BadArguments.Keys, .. NonFiniteInputs.Keys, .. ThrowingInputs.Keys,
            .. UnwritableInputs.Keys, ShortResult,
        ];
        Assert.Equal(recorded.Order(), covered.Order());
        Assert.Equal(30, recorded.Count());
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        JsonNode expected = Row(id);
        FsolveResult result = SoundInputs[id]();
        if (Libm.IsTheRecorded || !ToTheLastBit.Contains(id))
        {
            Assert.Equal(
                ((int)expected["ier"]!, (int)expected["nfev"]!, (int?)expected["njev"]),
                (result.Ier, result.InfoDict.Nfev, result.InfoDict.Njev));
        }

        // The recorded differences were taken with an epsilon that is off in the 12th digit, and the tolerance leaves
        // 1e-8 of x open. Where there is no root, x ends near zero.
        AssertNear(JsonNumbers.Vector(expected["x"]), result.X);
        AssertNear(JsonNumbers.Vector(expected["fvec"]), result.InfoDict.Fvec);
    }

    [Fact]
    public void The_short_result_is_the_point_even_where_it_is_no_root()
    {
        FsolveResult result = Optimize.Fsolve(Rootless, [1]);
        AssertNear(JsonNumbers.Vector(Row(ShortResult)["value"]), result.X);
        Assert.False(result.Success);
        Assert.False(result.IsRoot);
    }

    [Fact]
    public void Convergence_by_a_Jacobian_of_zeros_is_told_from_a_root()
    {
        FsolveResult result = SoundInputs["f-jac-singular"]();
        Assert.Equal((1, false, false), (result.Ier, result.IsRoot, result.Success));
        Assert.Equal(Start(), result.X);
        Assert.Contains("not a root", result.Mesg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = BadArguments[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Theory]
    [MemberData(nameof(NonFinite))]
    public void Values_that_are_not_finite_give_an_exception_that_names_the_place(string id)
    {
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(NonFiniteInputs[id]);
        Assert.Equal((0, null), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.Equal(Start(), exception.Point);
    }

    [Theory]
    [MemberData(nameof(Throwing))]
    public void An_exception_of_the_users_comes_out_as_the_same_instance(string id)
    {
        InvalidOperationException thrown = new("user failure");
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => ThrowingInputs[id](thrown)));
    }

    [Fact]
    public void What_the_recording_left_out_is_checked_by_the_same_rules()
    {
        Assert.Equal("func", Assert.Throws<ArgumentNullException>(() => Optimize.Fsolve(null!, Start())).ParamName);
        Assert.Equal("x0", Assert.Throws<ArgumentNullException>(() => Optimize.Fsolve(F, (double[])null!)).ParamName);
        Assert.Equal("func", Assert.Throws<ArgumentException>(() => Optimize.Fsolve(_ => null!, Start())).ParamName);
        Assert.Equal("fprime", Assert.Throws<ArgumentException>(
            () => Optimize.Fsolve(F, Start(), _ => null!)).ParamName);
        Assert.Equal("xtol", Assert.ThrowsAny<ArgumentException>(
            () => Optimize.Fsolve(F, Start(), xtol: double.NaN)).ParamName);
        Assert.Equal("epsfcn", Assert.ThrowsAny<ArgumentException>(
            () => Optimize.Fsolve(F, Start(), epsfcn: double.NaN)).ParamName);

        NonFiniteValueException derivative = Assert.Throws<NonFiniteValueException>(() => Optimize.Fsolve(
            F, Start(), _ => TestMatrices.Of(2, 2, (i, j) => (i, j) == (0, 1) ? double.NaN : 1)));
        Assert.Equal((0, 1), (derivative.ResidualIndex, derivative.ParameterIndex!.Value));
    }

    private static JsonNode Row(string id) => Recorded.Single(row => (string)row["id"]! == id);

    private static double[] Start() => [.. Crossing.Start];

    private static double[] Rootless(double[] x) => [(x[0] * x[0]) + 1];

    /// <summary>The equations with a fault from SciPy's call k on.</summary>
    private static Func<double[], double[]> From(int sciPyCall, Func<double[], double[]> fault)
    {
        int calls = CallsOfSciPys;
        return x => ++calls >= sciPyCall ? fault(x) : F(x);
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(
            expected.Zip(actual),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Max(1, Math.Abs(pair.First))));
    }
}
