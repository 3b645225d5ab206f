using System.Text.Json.Nodes;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// What becomes of unusual and bad input to least_squares, row by row of what SciPy does with it: sound input gives
/// SciPy's result, and bad input an exception that names the argument.
/// </summary>
public sealed class BadInputLeastSquaresTests
{
    private static readonly JsonNode[] Recorded = RowsOf("least_squares");

    /// <summary>SciPy counts the differences of method lm among the evaluations up to 1.15, and not since.</summary>
    private static readonly string[] CountedWithDifferences = ["bounds-lm-inf", "jac-3point-lm"];

    /// <summary>
    /// The last step meets the test of the gradient or not by the last bits of the loss: SciPy itself ends with 1 or 2,
    /// as the same loss is written in one way or another.
    /// </summary>
    private static readonly string[] StatusByTheLastBit = ["loss-callable"];

    /// <summary>
    /// Values that are not finite, with the place that the exception names. SciPy refuses them too, but for NaN in the
    /// Jacobian with lm, of which it makes a result of NaN.
    /// </summary>
    private static readonly Dictionary<string, (int Residual, int? Parameter, Action Call)> NonFiniteInputs = new()
    {
        ["f-nan"] = (2, null, () => Optimize.LeastSquares(CountedFunction.Func(1, double.NaN), Start())),
        ["f-inf"] = (2, null, () => Optimize.LeastSquares(CountedFunction.Func(1, double.PositiveInfinity), Start())),
        ["j-nan"] = (3, 1, () => WithNan(LeastSquaresMethod.Trf)),
        ["j-nan-dogbox"] = (3, 1, () => WithNan(LeastSquaresMethod.Dogbox)),
        ["j-nan-lm"] = (3, 1, () => WithNan(LeastSquaresMethod.Lm)),
    };

    /// <summary>Functions that throw, as a call that takes the exception.</summary>
    private static readonly Dictionary<string, Action<Exception>> ThrowingInputs = new()
    {
        ["f-throws"] = thrown => Optimize.LeastSquares(CountedFunction.Func(1, _ => throw thrown), Start()),
        ["f-throws-later"] = thrown => Optimize.LeastSquares(CountedFunction.Func(6, _ => throw thrown), Start()),
        ["j-throws"] = thrown => Optimize.LeastSquares(Decay.Residuals, Start(), _ => throw thrown),
    };

    /// <summary>Rows that are no C#, with the reason.</summary>
    private static readonly Dictionary<string, string> UnwritableInputs = new()
    {
        ["method-case"] = "the methods are the members of an enumeration, whose names the compiler checks",
        ["verbose"] = "there is no such parameter: a callback prints",
        ["x0-2d"] = "x0 is a list of numbers",
        ["bounds-1"] = "bounds are a pair",
        ["bounds-3"] = "bounds are a pair",
        ["x_scale-name"] = "the one name is XScale.Jac",
        ["f-2d"] = "fun returns an array of one dimension",
        ["j-3d"] = "jac returns an array of two dimensions",
        ["sparsity-analytic"] = "the overload with derivatives has no jacSparsity",
        ["tr_options-unknown"] = "trOptions has a property for each option",
    };

    public static TheoryData<string> Sound => [.. SoundLeastSquaresInputs.All.Keys];

    public static TheoryData<string> Newer => [.. SoundLeastSquaresInputs.Newer.Keys];

    public static TheoryData<string> Bad => [.. BadLeastSquaresArguments.All.Keys];

    public static TheoryData<string> NonFinite => [.. NonFiniteInputs.Keys];

    public static TheoryData<string> Throwing => [.. ThrowingInputs.Keys];

    [Fact]
    public void Every_recorded_row_is_in_exactly_one_table()
    {
        IEnumerable<string> covered =
        [
            .. SoundLeastSquaresInputs.All.Keys, .. SoundLeastSquaresInputs.Newer.Keys,
            .. BadLeastSquaresArguments.All.Keys, .. NonFiniteInputs.Keys, .. ThrowingInputs.Keys,
            .. UnwritableInputs.Keys,
        ];
        Assert.Equal(Recorded.Select(row => (string)row["id"]!).Order(), covered.Order());
        Assert.Equal(110, Recorded.Length + RowsOf("curve_fit").Length);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        JsonNode expected = Row(id);
        OptimizeResult result = SoundLeastSquaresInputs.All[id]();
        if (StatusByTheLastBit.Contains(id))
        {
            Assert.InRange(result.Status, 1, 2);
        }
        else
        {
            Assert.Equal((int)expected["status"]!, result.Status);
        }

        if (!CountedWithDifferences.Contains(id))
        {
            Assert.Equal((int)expected["nfev"]!, result.Nfev);
        }

        Assert.Equal(JsonNumbers.Vector(expected["active_mask"]), result.ActiveMask.Select(state => (double)state));
        double[] x = JsonNumbers.Vector(expected["x"]);
        Assert.Equal(x.Length, result.X.Length);
        Assert.All(x.Zip(result.X), pair => Assert.Equal(pair.First, pair.Second, 1e-8 * Math.Abs(pair.First)));

        // A cost of zero is a rounding error of the residuals.
        Assert.Equal((double)expected["cost"]!, result.Cost, (1e-9 * result.Cost) + 1e-16);
    }

    [Theory]
    [MemberData(nameof(Newer))]
    public void What_only_later_versions_of_SciPy_take_means_what_it_means_there(string id)
    {
        Assert.Equal("raised", (string)Row(id)["outcome"]!);
        (Func<OptimizeResult> solve, Func<OptimizeResult> same) = SoundLeastSquaresInputs.Newer[id];
        OptimizeResult expected = same();
        OptimizeResult result = solve();
        Assert.True(result.Success);
        Assert.Equal(expected.X, result.X);
        Assert.Equal((expected.Status, expected.Nfev), (result.Status, result.Nfev));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = BadLeastSquaresArguments.All[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Theory]
    [MemberData(nameof(NonFinite))]
    public void Values_that_are_not_finite_give_an_exception_that_names_the_place(string id)
    {
        (int residual, int? parameter, Action call) = NonFiniteInputs[id];
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(call);
        Assert.Equal((residual, parameter), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.Equal(Decay.Start, exception.Point);
    }

    [Theory]
    [MemberData(nameof(Throwing))]
    public void An_exception_of_the_users_comes_out_as_the_same_instance(string id)
    {
        InvalidOperationException thrown = new("user failure");
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => ThrowingInputs[id](thrown)));
    }

    /// <summary>The recorded rows about a function of SciPy.</summary>
    internal static JsonNode[] RowsOf(string function) =>
    [
        .. JsonNode.Parse(TestData.Read("scipy/least_squares_badinput.json"))!["cases"]!.AsArray()
            .Where(row => (string)row!["api"]! == function).Select(row => row!),
    ];

    private static JsonNode Row(string id) => Recorded.Single(row => (string)row["id"]! == id);

    private static double[] Start() => [.. Decay.Start];

    private static OptimizeResult WithNan(LeastSquaresMethod method) => Optimize.LeastSquares(
        Decay.Residuals, Start(),
        b => TestMatrices.Of(6, 2, (i, j) => (i, j) is (3, 1) ? double.NaN : Decay.Jacobian(b)[i, j]), method: method);
}
