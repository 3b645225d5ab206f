using System.Text.Json.Nodes;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// What becomes of unusual and bad input to leastsq, row by row of what SciPy does with it: sound input gives SciPy's
/// result, and bad input an exception that names the argument, before it can do harm.
/// </summary>
public sealed class BadInputTests
{
    private static readonly JsonNode[] Recorded =
        [.. JsonNode.Parse(TestData.Read("scipy/badinput.json"))!["cases"]!.AsArray().Select(row => row!)];

    /// <summary>Rows about leastsq's short result, which the recording keeps apart.</summary>
    private static readonly string[] ShortResults = ["warning-flag", "raise-flag-ier0"];

    /// <summary>
    /// Run on, or start, where the last bits of exp decide, which in this recording were those of NumPy's vector
    /// instructions: whether one test for the end is met or another is chance then.
    /// </summary>
    private static readonly string[] ToTheLastBit = ["all-tol-0", "at-solution"];

    public static TheoryData<string> Sound => [.. SoundInputs.All.Keys];

    public static TheoryData<string> Bad => [.. BadArguments.All.Keys];

    public static TheoryData<string> NonFinite => [.. NonFiniteInputs.All.Keys];

    public static TheoryData<string> Throwing => [.. ThrowingInputs.All.Keys];

    [Fact]
    public void Every_recorded_row_is_in_exactly_one_table()
    {
        IEnumerable<string> recorded = Recorded
            .Where(row => (string)row["api"]! == "leastsq").Select(row => (string)row["id"]!).Concat(ShortResults);
        IEnumerable<string> covered =
        [
            .. SoundInputs.All.Keys, .. BadArguments.All.Keys, .. NonFiniteInputs.All.Keys, .. ThrowingInputs.All.Keys,
            .. UnwritableInputs.All.Keys, "warning-flag",
        ];
        Assert.Equal(recorded.Order(), covered.Order());
        Assert.Equal(114, recorded.Count());
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_input_gives_the_result_of_SciPy(string id)
    {
        JsonNode expected = Recorded.Single(row => (string)row["id"]! == id);
        LeastsqResult result = SoundInputs.All[id]();

        (int, int, int?) path = ((int)expected["ier"]!, (int)expected["nfev"]!, (int?)expected["njev"]);
        if (ToTheLastBit.Contains(id))
        {
            Assert.Equal(
                (path.Item1 is >= 1 and <= 4, path.Item1 >= 6), (result.Ier is >= 1 and <= 4, result.Ier >= 6));
        }
        else
        {
            Assert.Equal(path, (result.Ier, result.InfoDict.Nfev, result.InfoDict.Njev));
        }

        Assert.Equal(expected["cov_x"] is null, result.CovX is null);

        // The recorded differences were taken with an epsilon that is off in the 12th digit, and the default tolerances
        // leave 1e-8 of the parameters open.
        double[] x = JsonNumbers.Vector(expected["x"]);
        Assert.Equal(x.Length, result.X.Length);
        Assert.All(x.Zip(result.X), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Abs(pair.First)));
    }

    [Fact]
    public void The_short_result_reports_a_limit_on_evaluations_without_an_exception()
    {
        JsonNode expected = Recorded.Single(row => (string)row["id"]! == "warning-flag")["value"]!;
        var (x, ier) = Optimize.Leastsq(Decay.Residuals, [.. Decay.Start], maxfev: 3);
        Assert.Equal((int)expected[1]!, ier);
        Assert.All(
            JsonNumbers.Vector(expected[0]).Zip(x),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Abs(pair.First)));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = BadArguments.All[id];
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, exception.ParamName);
    }

    [Theory]
    [MemberData(nameof(NonFinite))]
    public void Values_that_are_not_finite_give_an_exception_that_names_the_place(string id)
    {
        (int residual, int? parameter, Action call) = NonFiniteInputs.All[id];
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(call);
        Assert.Equal((residual, parameter), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.False(double.IsFinite(exception.Value));
        Assert.All(exception.Point, x => Assert.True(double.IsFinite(x)));
    }

    [Theory]
    [MemberData(nameof(Throwing))]
    public void An_exception_of_the_users_comes_out_as_the_same_instance(string id)
    {
        (Exception thrown, Action<Exception> call) = ThrowingInputs.All[id];
        Assert.Same(thrown, Assert.ThrowsAny<Exception>(() => call(thrown)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Values_that_are_not_finite_at_some_later_call_never_become_the_result(double value)
    {
        // The sound solve takes 13 calls, so each of its calls is hit, and with a Jacobian each of the 5.
        for (int call = 1; call <= 14; call++)
        {
            AssertFiniteOrRefused(() => Optimize.Leastsq(Spoiling(call, value), [.. Decay.Start]));
            AssertFiniteOrRefused(() => Optimize.Leastsq(Spoiling(call, value), [.. Decay.Start], Decay.Jacobian));
        }
    }

    [Fact]
    public void A_missing_function_or_start_is_named()
    {
        Assert.Equal("func", Assert.Throws<ArgumentNullException>(
            () => Optimize.Leastsq(null!, [1])).ParamName);
        Assert.Equal("x0", Assert.Throws<ArgumentNullException>(
            () => Optimize.Leastsq(Decay.Residuals, (double[])null!)).ParamName);
    }

    [Fact]
    public void The_start_is_not_changed()
    {
        double[] start = [.. Decay.Start];
        LeastsqResult result = Optimize.Leastsq(Decay.Residuals, start);
        Assert.NotSame(start, result.X);
        Assert.Equal(Decay.Start, start);
    }

    private static Func<double[], double[]> Spoiling(int fromCall, double value)
    {
        int calls = 0;
        return b => ++calls >= fromCall ? CountedFunction.Spoiled(b, value) : Decay.Residuals(b);
    }

    private static void AssertFiniteOrRefused(Func<LeastsqResult> solve)
    {
        LeastsqResult result;
        try
        {
            result = solve();
        }
        catch (NonFiniteValueException)
        {
            return;
        }

        Assert.All(result.X, x => Assert.True(double.IsFinite(x)));
        Assert.All(result.InfoDict.Fvec, f => Assert.True(double.IsFinite(f)));
        Assert.Equal(Decay.Residuals(result.X), result.InfoDict.Fvec);
        Assert.InRange(result.Ier, 1, 8);
    }
}
