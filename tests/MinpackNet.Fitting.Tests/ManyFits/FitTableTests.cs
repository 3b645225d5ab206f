using System.Text.Json;

namespace MinpackNet.Fitting.Tests;

/// <summary>What a table of many fits tells, and what is refused.</summary>
public sealed class FitTableTests
{
    private static readonly Formula Line = Formula.Parse("a*x + b");
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [1.1, 2.9, 5.2, 6.8, 9.1, 11];

    [Fact]
    public void One_bad_data_set_fails_alone_and_says_why()
    {
        double[][] y = [Y, [1, double.NaN, 3, 4, 5, 6], [1, 2], null!, Y];
        FitTable fits = CurveFit.FitMany(Line, X, y, [1, 1]);
        Assert.Equal("2 of 5 fits converged, 3 failed", fits.ToString());
        Assert.Equal(2, fits.ConvergedCount);
        Assert.Equal("Value 1 of y is NaN. Remove that point.", fits[1].Failure);
        Assert.Contains("2 observations", fits[2].Failure, StringComparison.Ordinal);
        Assert.Contains("y is null", fits[3].Failure, StringComparison.Ordinal);
        Assert.All(fits.Skip(1).Take(3), row =>
        {
            Assert.Equal(LeastSquaresStatus.Failed, row.Status);
            Assert.IsAssignableFrom<ArgumentException>(row.Exception);
            Assert.Equal([1, 1], row.Parameters.Select(parameter => parameter.Value));
            Assert.True(double.IsNaN(row["a"].StandardError));
            Assert.True(double.IsNaN(row.ChiSquared));
        });
        Assert.Equal(fits[0]["a"].Value, fits[4]["a"].Value);
        Assert.Equal([fits[0]["a"].Value, 1, 1, 1, fits[4]["a"].Value], fits.Estimates("a"));
        Assert.Equal(fits[4]["b"].StandardError, fits.StandardErrors("b")[4]);
    }

    [Fact]
    public void Starts_and_deviations_of_one_fit_fail_it_alone()
    {
        double[][] start = [[1, 1], [double.PositiveInfinity, 1], [1], [1, 2]];
        double[][] sigma = [[1], [1], [1], [1, 1, 1, 1, 1, 0]];
        FitTable fits = CurveFit.FitMany(Line, X, [Y, Y, Y, Y], start, sigma: sigma);
        Assert.True(fits[0].Converged);
        Assert.Contains("start value of a is Infinity", fits[1].Failure, StringComparison.Ordinal);
        Assert.Contains("there is 1 start value", fits[2].Failure, StringComparison.Ordinal);
        Assert.Contains("standard deviation at index 5 is 0", fits[3].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_in_any_list_fails_that_fit_alone()
    {
        double[][] lists = [[1, 1], null!, [1, 1]];
        double[][] ones = [null!, [1], [1]];
        double[][] sigma = [[1], null!, [1]];
        double[][] x = [X, null!, X];
        Failed("start", CurveFit.FitMany(Line, X, [Y, Y, Y], lists));
        Failed("sigma", CurveFit.FitMany(Line, X, [Y, Y, Y], [1, 1], sigma: sigma));
        Failed("sigma", CurveFit.FitMany(Line, X, [Y, Y, Y], [1, 1], new() { Sigma = [1] }, sigma));
        Failed("x", CurveFit.FitMany(Line, Predictors.Each(x), [Y, Y, Y], [1, 1]));
        Failed("start", CurveFit.FitMany(Model.FromCurve((p, x) => p[0] * x), X, [Y, Y, Y], ones));

        static void Failed(string argument, FitTable fits)
        {
            FitRow failed = Assert.Single(fits, row => !row.Converged);
            Assert.Equal($"{argument} is null. Pass {argument} for each fit.", failed.Failure);
            Assert.Equal(LeastSquaresStatus.Failed, failed.Status);
        }
    }

    [Fact]
    public void A_predictor_that_is_not_finite_is_named_with_its_fit()
    {
        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => Predictors.Each([X, [1, double.NaN, 3], X]));
        Assert.StartsWith("Value 1 of x[1] is NaN. Remove that point.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("x[2]", Assert.Throws<ArgumentException>(() => Predictors.Each([X, X, []])).ParamName);
    }

    [Fact]
    public void A_start_where_the_model_is_not_finite_fails_that_fit()
    {
        Formula formula = Formula.Parse("a*log(x + c)");
        FitTable fits = CurveFit.FitMany(formula, X, [Y, Y], [[1, 1], [1, -1]]);
        Assert.Null(fits[0].Failure);
        Assert.IsType<NonFiniteValueException>(fits[1].Exception);
        Assert.Equal([1, -1], fits[1].Parameters.Select(parameter => parameter.Value));
    }

    [Fact]
    public void Numbers_of_things_that_do_not_agree_are_refused()
    {
        Assert.Equal("start", Refused(() => CurveFit.FitMany(Line, X, [Y, Y], [[1, 1]])));
        Assert.Equal("x", Refused(() => CurveFit.FitMany(Line, [X], [Y, Y], [1, 1])));
        Assert.Equal("sigma", Refused(() => CurveFit.FitMany(Line, X, [Y, Y], [1, 1], sigma: [[1]])));
        Assert.Equal("start", Refused(() => CurveFit.FitMany(Line, X, [Y, Y], [1, 1, 1])));
        Assert.Equal("Strategy", Refused(() => CurveFit.FitMany(
            Line, X, [Y], [1, 1], new() { Strategy = FitStrategy.Search })));
        Assert.Equal("Fixed", Refused(() => CurveFit.FitMany(Line, X, [Y], [1, 1], new() { Fixed = ["k"] })));
        Assert.Equal("x", Refused(() => CurveFit.FitMany(
            Formula.Parse("a*x*z", ["x", "z"]), X, [Y], [1])));
        Assert.Throws<KeyNotFoundException>(() => CurveFit.FitMany(Line, X, [Y], [1, 1]).Estimates("c"));
        Assert.Throws<KeyNotFoundException>(() => CurveFit.FitMany(Line, X, [Y], [1, 1])[0]["c"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => CurveFit.FitMany(Line, X, [Y], [1, 1])[1]);
    }

    [Fact]
    public void No_data_sets_are_no_fits()
    {
        FitTable none = CurveFit.FitMany(Line, X, [], [1, 1]);
        Assert.Empty(none);
        Assert.Equal(["a", "b"], none.ParameterNames);
        Assert.Equal("0 of 0 fits converged, 0 failed", none.ToString());
    }

    [Fact]
    public void Progress_counts_all_and_a_token_ends_the_run()
    {
        double[][] y = [.. Enumerable.Range(0, 40).Select(fit => fit % 2 == 0 ? Y : Y[..4])];
        Predictors[] x = [.. y.Select(values => (Predictors)X[..values.Length])];
        List<int> seen = [];
        FitTable all = CurveFit.FitMany(Line, x, y, [1, 1], progress: new Seen(seen));
        Assert.Equal(40, all.ThrowIfCanceled().ConvergedCount);
        Assert.Equal(40, seen[^1]);
        Assert.Equal(seen.Order(), seen);
        FitTable canceled = CurveFit.FitMany(
            Line, x, y, [1, 1], cancellationToken: new CancellationToken(canceled: true));
        Assert.Equal(0, canceled.ConvergedCount);
        Assert.Throws<OperationCanceledException>(canceled.ThrowIfCanceled);
    }

    [Fact]
    public void Rows_show_what_a_person_wants_to_know_and_can_be_written_as_JSON()
    {
        FitTable fits = CurveFit.FitMany(Line, X, [Y, [1, 2]], [("b", 1), ("a", 1)]);
        Assert.StartsWith("0: a = 1.99", fits[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("1: x has 6 points", fits[1].ToString(), StringComparison.Ordinal);
        Assert.Equal(4, fits[0].DegreesOfFreedom);
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(fits));
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(
            fits[0]["a"].Value,
            json.RootElement[0].GetProperty("Parameters")[0].GetProperty("Value").GetDouble());
        Assert.Equal(fits[1].Failure, json.RootElement[1].GetProperty("Failure").GetString());
    }

    private static string? Refused(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;

    private sealed class Seen(List<int> values) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (values)
            {
                values.Add(value);
            }
        }
    }
}
