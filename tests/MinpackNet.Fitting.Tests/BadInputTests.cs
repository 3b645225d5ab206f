using System.Text.Json;

namespace MinpackNet.Fitting.Tests;

/// <summary>Bad input is an exception that names the argument, the value and the fix.</summary>
public sealed class BadInputTests
{
    /// <summary>As JSON from a client may have them.</summary>
    [Fact]
    public void Names_and_bounds_that_are_null_are_refused()
    {
        foreach (string json in (string[])["{\"Fixed\":[null]}", "{\"Bounds\":[null]}", "{\"Bounds\":[{\"Lower\":0}]}"])
        {
            FitOptions options = JsonSerializer.Deserialize<FitOptions>(json)!;
            ArgumentException thrown = Assert.Throws<ArgumentException>(() => CurveFit.Fit(
                Formula.Parse("a*x"), [1.0, 2], [1.0, 2], [("a", 1)], options));
            Assert.Contains("has an entry that is null or has no name", thrown.Message, StringComparison.Ordinal);
        }
    }

    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [2, 4, 7];

    private static readonly CurveFunction Line = (p, x) => p[0] + (p[1] * x);

    public static TheoryData<string, string, string> Fits => new()
    {
        { "lengths", "y", "3 points but there are 2 observations" },
        { "y", "y", "Value 1 of y is NaN" },
        { "x", "x", "Value 0 of x is Infinity" },
        { "no data", "x", "no data" },
        { "few", "y", "2 parameters to fit but only 1 observation." },
        { "no start", "start", "start is empty" },
        { "start", "start", "start value of b is NaN" },
        { "predictors", "x", "curve of one predictor, but there are 2: u, v" },
        { "sigma length", "Sigma", "2 standard deviations for 3 observations" },
        { "sigma", "Sigma", "The standard deviation at index 2 is 0" },
        { "strategy", "Strategy", "Unknown strategy" },
        { "fixed", "Fixed", "c cannot be fixed: the parameters are a, b" },
        { "all fixed", "Fixed", "nothing to fit" },
        { "tolerance", "StepTolerance", "tolerance must be" },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void A_fit_names_the_argument_and_the_value(string what, string argument, string message)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Fit(what));
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("model", () => CurveFit.Fit((Model)null!, X, Y, [1, 1]));
        Assert.Throws<ArgumentNullException>("function", () => CurveFit.Fit((CurveFunction)null!, X, Y, [1, 1]));
        Assert.Throws<ArgumentNullException>("x", () => CurveFit.Fit(Model.FromCurve(Line), null!, Y, [1, 1]));
        Assert.Throws<ArgumentNullException>("y", () => CurveFit.Fit(Line, X, (double[])null!, [1, 1]));
        Assert.Throws<ArgumentNullException>("start", () => CurveFit.Fit(Line, X, Y, (StartValues)null!));
        Assert.Throws<ArgumentNullException>("text", () => Formula.Parse(null!));
        Assert.Throws<ArgumentNullException>("Fixed", () => new FitOptions { Fixed = null! });
    }

    [Fact]
    public void Columns_need_names_and_equal_lengths()
    {
        Assert.Throws<ArgumentException>("columns", () => Predictors.FromColumns());
        Assert.Throws<ArgumentException>("columns", () => Predictors.FromColumns(("", X)));
        Assert.Throws<ArgumentException>("columns", () => Predictors.FromColumns(("x", X), ("x", X)));
        ArgumentException lengths = Assert.Throws<ArgumentException>(
            "columns", () => Predictors.FromColumns(("u", X), ("v", [1, 2])));
        Assert.Contains("'v' has 2 values but the first has 3", lengths.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_kinds_and_deviations_of_intervals_are_checked()
    {
        FitResult fit = CurveFit.Fit(Line, X, Y, [1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ConfidenceIntervals(0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ConfidenceBand(X, 1));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.PredictionBand(X, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => fit.ConfidenceIntervals(kind: (IntervalKind)7));
        Assert.Throws<ArgumentOutOfRangeException>(
            "observationSigma", () => fit.PredictionBand(X, observationSigma: 0));
        Assert.Throws<ArgumentNullException>("x", () => fit.Predict(null!));
    }

    [Fact]
    public void Data_start_and_options_are_copied()
    {
        double[] x = [1, 2, 3];
        double[] start = [1, 1];
        double[] sigma = [1, 1, 1];
        FitOptions options = new() { Sigma = sigma };
        Predictors predictors = x;
        StartValues values = start;
        (x[0], start[0], sigma[0]) = (9, 9, 9);
        FitResult fit = CurveFit.Fit(Model.FromCurve(Line), predictors, Y, values, options);
        FitResult expected = CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = [1, 1, 1] });
        Assert.Equal(expected.Estimates, fit.Estimates);
        Assert.Equal(1, fit.Parameters[0].Start);
        fit.Covariance[0, 0] = -1;
        Assert.NotEqual(-1, fit.Covariance[0, 0]);
    }

    private static FitResult Fit(string what) => what switch
    {
        "lengths" => CurveFit.Fit(Line, X, Y[..2], [1, 1]),
        "y" => CurveFit.Fit(Line, X, [1, double.NaN, 2], [1, 1]),
        "x" => CurveFit.Fit(Line, [double.PositiveInfinity, 1, 2], Y, [1, 1]),
        "no data" => CurveFit.Fit(Line, Array.Empty<int>(), Array.Empty<int>(), [1, 1]),
        "few" => CurveFit.Fit(Line, [1], [1], [1, 1]),
        "no start" => CurveFit.Fit(Line, X, Y, []),
        "start" => CurveFit.Fit(Line, X, Y, [("a", 1), ("b", double.NaN)]),
        "predictors" => CurveFit.Fit(Model.FromCurve(Line), Predictors.FromColumns(("u", X), ("v", X)), Y, [1, 1]),
        "sigma length" => CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = [1, 2] }),
        "sigma" => CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = [1, 1, 0] }),
        "strategy" => CurveFit.Fit(Line, X, Y, [1, 1], new() { Strategy = (FitStrategy)5 }),
        "fixed" => CurveFit.Fit(Line, X, Y, [("a", 1), ("b", 1)], new() { Fixed = ["c"] }),
        "all fixed" => CurveFit.Fit(Line, X, Y, [("a", 1), ("b", 1)], new() { Fixed = ["a", "b"] }),
        _ => CurveFit.Fit(Line, X, Y, [1, 1], new() { Solver = new() { StepTolerance = -1 } }),
    };
}
