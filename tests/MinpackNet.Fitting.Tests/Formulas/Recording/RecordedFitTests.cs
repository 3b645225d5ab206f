using System.Numerics;

namespace MinpackNet.Fitting.Tests;

/// <summary>Fits of models for any number type by their recorded steps.</summary>
public sealed class RecordedFitTests
{
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };
    private static readonly NistData Misra = NistData.Of("Misra1a");
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => 0.25 * i)];
    private static readonly double[] Y =
        [.. X.Select((x, i) => (3 * Math.Exp(-0.4 * x)) + 1 + (0.01 * Math.Sin(i * i)))];

    public static TheoryData<string> Sets => [.. NistCurves.All.Keys];

    /// <summary>Peaks and exponentials may come in another order, and widths with another sign.</summary>
    [Theory]
    [MemberData(nameof(Sets))]
    public void NISTs_curves_are_fitted_without_start_values(string set)
    {
        NistData data = NistData.Of(set);
        FitResult fit = CurveFit.Fit(NistCurves.All[set](data.ParameterNames), data.X, data.Y);
        Assert.True(fit.IsCertified);
        Assert.Equal(data.ParameterNames, fit.Parameters.Select(parameter => parameter.Name));
        foreach ((double expected, double found) in
            data.Solution.Parameters.Select(Math.Abs).Order().Zip(fit.Estimates.Select(Math.Abs).Order()))
        {
            Assert.Equal(1, found / expected, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void NISTs_curves_have_the_derivatives_of_dual_numbers(string set)
    {
        NistData data = NistData.Of(set);
        Model generic = NistCurves.All[set](data.ParameterNames);
        foreach (double[] point in data.Starts)
        {
            Model recorded = Recording.Of(generic, data.X.Columns, point);
            Assert.IsType<RecordedModel>(recorded);
            double[][] byDual = Derivatives(generic, point, data);
            double[][] bySteps = Derivatives(recorded, point, data);
            foreach ((double[] expected, double[] found) in byDual.Zip(bySteps))
            {
                double rounding = 1e-13 * expected.Max(Math.Abs);
                Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, rounding));
            }
        }
    }

    [Fact]
    public void Some_start_values_suffice_for_the_searches()
    {
        NistData data = NistData.Of("Gauss1");
        Model peaks = NistCurves.All["Gauss1"](data.ParameterNames);
        FitResult fit = CurveFit.Fit(peaks, data.X, data.Y, [("b4", 65), ("b7", 180)], Search);
        Assert.Equal(data.Solution.Parameters[3], fit["b4"].Value, 1e-5);
        FitResult projected = CurveFit.Fit(
            NistCurves.All["Misra1a"](["b1", "b2"]),
            Misra.X,
            Misra.Y,
            [("b2", 1e-4)],
            new() { Strategy = FitStrategy.Projected });
        Assert.Equal(Misra.Solution.Parameters[0], projected["b1"].Value, 1e-6);
    }

    [Fact]
    public void A_curve_takes_names_in_place_of_start_values()
    {
        FitResult fit = CurveFit.Fit<Saturation>(Misra.X, Misra.Y, ["limit", "rate"]);
        Assert.Equal(Misra.Solution.Parameters[0], fit["limit"].Value, 1e-6);
        Assert.True(fit.IsCertified);
    }

    [Fact]
    public void A_model_that_branches_is_fitted_as_before()
    {
        Model branching = Model.FromCurve<Branching>("a", "k", "c");
        Assert.Same(branching, Recording.Of(branching, [X], [1, 1, 1]));
        FitResult fit = CurveFit.Fit(branching, X, Y, [1, 1, 1]);
        FitResult formula = CurveFit.Fit(Formula.Parse("a*exp(-k*x) + c"), X, Y, [1, 1, 1]);
        Assert.Equal(formula.Estimates, fit.Estimates, (a, b) => Math.Abs(a - b) < 1e-9);
        FitResult searched = CurveFit.Fit(branching, X, Y, [1, 1, 1], Search);
        Assert.Equal(fit.Estimates, searched.Estimates, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void Without_steps_the_error_names_start_values()
    {
        Model branching = Model.FromCurve<Branching>("a", "k", "c");
        FitOptions projected = new() { Strategy = FitStrategy.Projected };
        AssertSays("start values", () => CurveFit.Fit(branching, X, Y));
        AssertSays("without branches", () => CurveFit.Fit<Branching>(X, Y, ["a", "k", "c"]));
        AssertSays("start values", () => CurveFit.Fit(branching, X, Y, [("k", 1)], Search));
        AssertSays("start values", () => CurveFit.Fit(branching, X, Y, [("k", 1)], projected));
        AssertSays("start values", () => CurveFit.Fit(branching, X, Y, new() { Counts = true }));
        AssertSays("names of all", () => CurveFit.Fit(Model.FromCurve<Decay>(), X, Y));
        AssertSays("names of all", () => CurveFit.Fit(Model.FromCurve((p, x) => p[0] * x), X, Y));
    }

    [Fact]
    public void Names_are_one_for_each_parameter()
    {
        Assert.Throws<ArgumentNullException>(() => Model.FromCurve<Decay>(null!));
        AssertSays("no parameters", () => Model.FromCurve<Decay>((string[])[]));
        AssertSays("'a'", () => Model.FromCurve<Decay>("a", "a"));
        AssertSays("''", () => Model.FromSurface<Columns>("a", ""));
        AssertSays("start", () => CurveFit.Fit(Model.FromCurve<Decay>("a", "k", "c"), X, Y, [1, 2]));
        // Too few names for what the code reads.
        Assert.Throws<IndexOutOfRangeException>(() => CurveFit.Fit(Model.FromCurve<Decay>("a"), X, Y, [1]));
        Assert.Throws<IndexOutOfRangeException>(() => CurveFit.Fit(Model.FromCurve<Decay>("a"), X, Y));
    }

    [Fact]
    public void What_a_model_reads_besides_its_arguments_is_read_for_each_fit()
    {
        foreach (int power in (int[])[1, 2, 3, 2])
        {
            Configured.Power = power;
            double[] y = [.. X.Select(x => 2 + (0.5 * Math.Pow(x, power)))];
            FitResult fit = CurveFit.Fit<Configured>(X, y, [1, 1]);
            Assert.Equal(0.5, fit.Estimates[1], 1e-9);
        }
    }

    [Fact]
    public void What_does_not_give_the_values_of_its_steps_is_fitted_as_before()
    {
        foreach (Model model in (Model[])[Model.FromCurve<OfItsType>("a"), Model.FromCurve<Random>("a")])
        {
            Assert.Same(model, Recording.Of(model, [X], [1.5]));
        }
    }

    /// <summary>Read as a formula, others would take forever, or more stack than there is.</summary>
    [Fact]
    public void Steps_that_are_nested_deeply_or_double_with_each_loop_are_not_recorded()
    {
        Assert.IsType<RecordedModel>(Recording.Of(Model.FromCurve<Nested400>(), [X], [1.5]));
        Assert.IsType<RecordedModel>(Recording.Of(Model.FromCurve<Doubled6>(), [X], [0.5]));
        foreach (Model model in (Model[])[Model.FromCurve<Nested600>("a"), Model.FromCurve<Doubled60>("a")])
        {
            Assert.Same(model, Recording.Of(model, [X], [0.5]));
            AssertSays("start values", () => CurveFit.Fit(model, X, Y));
        }
    }

    [Fact]
    public void Parameters_without_effect_and_values_without_steps_are_recorded_too()
    {
        double[] derivatives = new double[2 * X.Length];
        Model first = Recording.Of(Model.FromCurve<First>(), [X], [3, 4]);
        Assert.IsType<RecordedModel>(first);
        first.Differentiate([3, 4], [X], [1, 0], derivatives);
        Assert.Equal([.. X.Select(_ => 0.0), .. X.Select(_ => 1.0)], derivatives);
        FitResult fit = CurveFit.Fit<First>([1, 2, 3], [1, 2, 3], [1, 1], new FitOptions { Fixed = ["p[1]"] });
        Assert.Equal(2, fit.Estimates[0], 1e-9);
    }

    [Fact]
    public void A_surface_is_recorded_for_its_columns()
    {
        Predictors two = Predictors.FromColumns(("u", X), ("v", [.. X.Select(x => x * x)]));
        double[] y = [.. X.Select(x => 2 + (3 * (x + (x * x))))];
        FitResult fit = CurveFit.Fit(Model.FromSurface<Columns>("a", "b"), two, y);
        Assert.Equal(3, fit["b"].Value, 1e-9);
        Predictors one = Predictors.FromColumns(("u", X));
        ArgumentException error = Assert.Throws<ArgumentException>(() => fit.Predict(one));
        Assert.Equal(1, error.Message.Split("fitted with 2").Length - 1);
    }

    [Fact]
    public void Many_fits_and_global_fits_take_the_steps()
    {
        double[][] sets = [Y, [.. Y.Select(y => 2 * y)], [.. Y.Select(y => y + 1)]];
        Model decay = Model.FromCurve<Decay>("a", "k", "c");
        FitTable table = CurveFit.FitMany(decay, X, sets, [1, 1, 1]);
        for (int i = 0; i < sets.Length; i++)
        {
            FitResult one = CurveFit.Fit(decay, X, sets[i], [1, 1, 1]);
            Assert.Equal([.. one.Estimates], table[i].Parameters.Select(parameter => parameter.Value));
        }

        GlobalFit global = CurveFit.FitGlobal(decay, [new(X, sets[0]), new(X, sets[1])], ["k"]);
        Assert.Equal(0.4, global.Fit["k"].Value, 1e-2);
        GlobalFit started = CurveFit.FitGlobal(
            Model.FromCurve<Decay>(), [new(X, sets[0]), new(X, sets[1])], ["k"], [("a", 2), ("k", 1), ("c", 0)]);
        Assert.Equal(global.Fit["k"].Value, started.Fit["k"].Value, 1e-8);
        Model branching = Model.FromCurve<Branching>("a", "k", "c");
        AssertSays("start values", () => CurveFit.FitGlobal(branching, [new(X, sets[0]), new(X, sets[1])], ["k"]));
    }

    private static double[][] Derivatives(Model model, double[] point, NistData data)
    {
        double[] derivatives = new double[point.Length * data.Y.Length];
        model.ExactDerivatives(point, data.X.Columns, [.. Enumerable.Range(0, point.Length)], derivatives);
        return [.. derivatives.Chunk(data.Y.Length)];
    }

    private static T Loop<T>(T value, int count, Func<T, T> step)
    {
        for (int k = 0; k < count; k++)
        {
            value = step(value);
        }

        return value;
    }

    private static void AssertSays(string words, Func<object> call) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);

    [Fact]
    public void What_the_model_throws_is_the_caller_s_to_see_without_start_values_too()
    {
        double[] x = [1, 2, 3, 4];
        Assert.Same(
            Broken.Exception,
            Assert.Throws<InvalidOperationException>(() => CurveFit.Fit<Broken>(x, x, ["a", "b"])));
    }

    private readonly struct Broken : ICurveModel
    {
        public static readonly InvalidOperationException Exception = new("The model is broken.");

        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => throw Exception;
    }

    private readonly struct Decay : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => (b[0] * T.Exp(-b[1] * x)) + b[2];
    }

    private readonly struct Branching : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            x < T.Zero ? b[0] + b[2] : (b[0] * T.Exp(-b[1] * x)) + b[2];
    }

    private readonly struct First : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => b[0];
    }

    private readonly struct Configured : ICurveModel
    {
        public static int Power { get; set; }

        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => b[0] + (b[1] * T.Pow(x, T.CreateChecked(Power)));
    }

    private readonly struct OfItsType : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => typeof(T) == typeof(double) ? b[0] * x : b[0] + x;
    }

    private readonly struct Random : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * x * T.CreateChecked(System.Random.Shared.NextDouble());
    }

    private readonly struct Nested400 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => Loop(b[0] * x, 400, T.Sin);
    }

    private readonly struct Nested600 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => Loop(b[0] * x, 600, T.Sin);
    }

    private readonly struct Doubled6 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => Loop(b[0] * x, 6, v => T.Sin(v + (v * x)));
    }

    private readonly struct Doubled60 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => Loop(b[0] * x, 60, v => T.Sin(v + (v * x)));
    }

    private readonly struct Columns : ISurfaceModel
    {
        static T ISurfaceModel.Evaluate<T>(ReadOnlySpan<T> b, ReadOnlySpan<T> x) => b[0] + (b[1] * Sum(x));

        private static T Sum<T>(ReadOnlySpan<T> x)
            where T : INumber<T>
        {
            T sum = T.Zero;
            foreach (T value in x)
            {
                sum += value;
            }

            return sum;
        }
    }
}
