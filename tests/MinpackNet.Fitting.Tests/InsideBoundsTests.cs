namespace MinpackNet.Fitting.Tests;

/// <summary>A model is never asked outside the bounds of its parameters, and the evidence is taken inside.</summary>
public sealed class InsideBoundsTests
{
    private static readonly double[] T = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Decay = [5.1, 3, 1.9, 1.2, 0.7, 0.4];

    private static readonly double[] X =
    [
        0.1471, 0.4412, 0.7353, 1.029, 1.324, 1.618, 1.912, 2.206, 2.5, 2.794, 3.088, 3.382, 3.676, 3.971, 4.265, 4.559,
        4.853,
    ];

    private static readonly double[] Growth =
    [
        0.1861, 0.1865, 0.3582, 0.4149, 0.6841, 2.327, 1.098, 1.384, 3.077, 1.85, 2.043, 2.32, 2.393, 2.463, 4.014,
        2.675, 2.718,
    ];

    public static TheoryData<double[], double[]> Boxes => new()
    {
        { [0, 0.55], [4.5, 2] },
        { [0, 0.55], [9, 2] },
        { [0, 0], [4.5, 2] },
        { [5.2, 0], [9, 0.4] },
        { [5.06, 0.4], [5.08, 0.6] },
        { [5.0698, 0.49704], [5.0699, 0.49705] }, // around the minimum, closer than the steps of differences
        { [-9, 0.49704922], [double.PositiveInfinity, 0.49704923] },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void A_model_that_throws_outside_its_bounds_is_fitted(double[] lower, double[] upper)
    {
        ParameterBound[] bounds = [new("a", lower[0], upper[0]), new("k", lower[1], upper[1])];
        StartValue[] start = [.. bounds.Select(bound => new StartValue(
            bound.Name, double.IsFinite(bound.Upper) ? (bound.Lower + bound.Upper) / 2 : bound.Lower + 1))];
        foreach (FitStrategy strategy in Enum.GetValues<FitStrategy>())
        {
            FitResult fit = CurveFit.Fit(
                (p, t) => Inside(p, lower, upper) ? p[0] * Math.Exp(-p[1] * t) : throw new InvalidOperationException(),
                [0, 1, 2.1, 3, 4, 5], // on no grid
                Decay,
                [.. start],
                new() { Bounds = bounds, Strategy = strategy });
            Assert.DoesNotContain(fit.Diagnoses, found => found.Kind == DiagnosisKind.NonFiniteValues);
            Assert.Equal(6, fit.ConfidenceBand(T).Lower.Count);
            Assert.True(fit.Converged, fit.ToReport());
        }
    }

    [Fact]
    public void A_fit_in_the_corner_of_its_bounds_succeeds_whatever_the_model_has_beyond()
    {
        FitResult fit = CurveFit.Fit(
            (p, t) => Inside(p, [0, 0.55], [4.5, 2]) ? p[0] * Math.Exp(-p[1] * t) : double.NaN,
            T,
            Decay,
            [("a", 4), ("k", 0.6)],
            new() { Bounds = [("a", 0, 4.5), ("k", 0.55, 2)] });
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Equal([4.5, 0.55], fit.Estimates);
        Assert.Equal(0.8505811736232187, fit.ChiSquared, 1e-12); // numpy, at these values
        Assert.Equal(DiagnosisKind.ActiveBound, Assert.Single(fit.Diagnoses).Kind);
    }

    [Fact]
    public void Errors_next_to_a_bound_are_those_without_it()
    {
        // SciPy 1.10.1, curve_fit without bounds: 5.0698222 ± 0.05243573 and 0.49704922 ± 0.00957499.
        FitResult fit = CurveFit.Fit(
            (p, t) => p[1] <= 0.49705 ? p[0] * Math.Exp(-p[1] * t) : throw new InvalidOperationException(),
            T,
            Decay,
            [("a", 4), ("k", 0.4)],
            new()
            {
                Bounds = [new("k", 0, 0.49705)], // a quarter of a step away
                Solver = new() { FunctionTolerance = 1e-14, StepTolerance = 1e-14, GradientTolerance = 1e-14 },
            });
        Assert.Equal(BoundState.Free, fit["k"].Bound);

        // The error of a parabola through places on one side is the square of the step, 1e-10.
        Assert.Equal(0.05243573, fit["a"].StandardError, 1e-6);
        Assert.Equal(0.00957499, fit["k"].StandardError, 1e-7);
    }

    [Fact]
    public void A_term_that_the_bounds_require_is_not_spare()
    {
        // SciPy 1.10.1, curve_fit with the same bounds.
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a/(1+exp(-b*(x-c)))"),
            X,
            Growth,
            [("a", 2.7), ("b", 1.4), ("c", 2)],
            new() { Bounds = [new("b", 1)] });
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Equal(2.89144412, fit["a"].Value, 1e-3); // a thousandth of an error, as the tolerances leave
        Assert.Equal(1.40021738, fit["b"].Value, 1e-3);
        Assert.Equal(1.86205769, fit["c"].Value, 1e-3);
        Assert.Equal(4.926463249756647, fit.ChiSquared, 1e-6);
        Assert.Empty(fit.Diagnoses);
    }

    [Fact]
    public void A_predictor_with_few_values_is_told_next_to_a_held_parameter()
    {
        // Two values of z cannot tell a parabola, and d is held.
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] z = [1, 2, 1, 2, 1, 2, 1, 2];
        double[] y = [3.1, 6.2, 4.9, 8.1, 7.2, 10.1, 8.8, 12.2];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + b*z + c*z^2 + e + d*x^2", new FormulaNames { Predictors = ["x", "z"] }),
            Predictors.FromColumns(("x", x), ("z", z)),
            y,
            [("a", 1), ("b", 1), ("c", 1), ("e", 0), ("d", 1)],
            new() { Bounds = [new("d", 0.5)] });
        Assert.Equal(BoundState.AtLower, fit["d"].Bound);
        Diagnosis told = Assert.Single(fit.Diagnoses, found => found.Kind == DiagnosisKind.TooFewPlaces);
        Assert.Contains("z takes only 2 different values", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqrt(a)*x + b")]
    [InlineData("a^0.3*x + b")]
    [InlineData("b + x*sqrt(a*exp(c) + 0*c)", "c")]
    public void Where_a_slope_is_infinite_at_a_bound_a_step_inward_tells_the_way(string formula, string? held = null)
    {
        double[] y = [-0.1, -0.3, -0.2, -0.5, -0.4, -0.6]; // they fall, so that a is at its bound
        StartValue[] start = [("a", 1), ("b", 0), .. held is null ? [] : (StartValue[])[(held, 0)]];
        FitResult fit = CurveFit.Fit(
            Formula.Parse(formula),
            T,
            y,
            [.. start],
            new() { Bounds = [new("a", 0)], Fixed = held is null ? [] : [held] });
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Equal(0, fit["a"].Value);
        Assert.Equal(BoundState.AtLower, fit["a"].Bound);
        Assert.Equal(-0.35, fit["b"].Value, 1e-6); // their mean
    }

    [Fact]
    public void A_bound_holds_back_what_would_lower_the_sum_of_losses()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + b"),
            T,
            Decay,
            [("a", 1), ("b", 0)],
            new() { Bounds = [new("a", 0)], Loss = Loss.Huber(0.1) });
        Diagnosis told = Assert.Single(fit.Diagnoses, found => found.Kind == DiagnosisKind.ActiveBound);
        Assert.Contains("sum of losses would fall", told.Message, StringComparison.Ordinal);
    }

    private static bool Inside(ReadOnlySpan<double> p, double[] lower, double[] upper) =>
        p[0] >= lower[0] && p[0] <= upper[0] && p[1] >= lower[1] && p[1] <= upper[1];
}
