namespace MinpackNet.Fitting.Tests;

/// <summary>Bounds and losses of fits.</summary>
public sealed class BoundedFitTests
{
    private static readonly double[] T = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 10];
    private static readonly double[] Y = [2.31, 1.83, 1.42, 1.21, 0.97, 0.71, 0.49, 0.37, 0.29, 0.25];
    private static readonly Formula Decay = Formula.Parse("a*exp(-k*x)+c");
    private static readonly double[] Start = [1, 1, 0.1];

    public static TheoryData<string, double, double, double> ActiveBounds => new()
    {
        { "k", 0.6, 5, 0.6 },
        { "k", 0, 0.4, 0.4 },
        { "c", 0, 0.2, 0.2 },
        { "a", 0, 1.5, 1.5 },
    };

    [Theory]
    [MemberData(nameof(ActiveBounds))]
    public void What_a_bound_holds_back_is_as_good_as_fixed_there(string name, double lower, double upper, double value)
    {
        double[] start = [.. Decay.ParameterNames.Select((parameter, j) =>
            parameter == name ? Math.Clamp(Start[j], lower, upper) : Start[j])];
        foreach (Model model in new[] { Decay, Lambda })
        {
            FitResult fit = CurveFit.Fit(model, T, Y, Named(start), new() { Bounds = [(name, lower, upper)] });
            Assert.True(fit.Succeeded, fit.ToReport());
            FitParameter held = fit[name];
            Assert.Equal(value, held.Value);
            Assert.Equal(value == lower ? BoundState.AtLower : BoundState.AtUpper, held.Bound);
            Assert.True(double.IsNaN(held.StandardError));
            Diagnosis told = Assert.Single(fit.Diagnoses, diagnosis => diagnosis.Kind == DiagnosisKind.ActiveBound);
            Assert.Equal([name], told.Parameters);
            Assert.Contains($"{(value == lower ? "lower" : "upper")} bound", fit.ToReport(), StringComparison.Ordinal);

            double[] known = [.. Decay.ParameterNames.Select((other, j) => other == name ? value : Start[j])];
            FitResult same = CurveFit.Fit(model, T, Y, Named(known), new() { Fixed = [name] });
            foreach (FitParameter other in same.Parameters.Where(parameter => parameter.Name != name))
            {
                // The tolerances end a solve within a thousandth of an error.
                Assert.Equal(other.Value, fit[other.Name].Value, 1e-3 * other.StandardError);
                Assert.Equal(other.StandardError, fit[other.Name].StandardError, 1e-3 * other.StandardError);
            }

            Assert.Equal(same.DegreesOfFreedom, fit.DegreesOfFreedom);
            Assert.Equal(same.ConfidenceBand(T).Lower[3], fit.ConfidenceBand(T).Lower[3], 1e-3);
        }
    }

    [Fact]
    public void Bounds_that_hold_nothing_change_nothing()
    {
        FitResult free = CurveFit.Fit(Decay, T, Y, Start);
        FitResult bounded = CurveFit.Fit(Decay, T, Y, Start, new() { Bounds = [("a", 0, 10), new("k", 0)] });
        Assert.Empty(bounded.Diagnoses);
        foreach ((FitParameter one, FitParameter other) in free.Parameters.Zip(bounded.Parameters))
        {
            Assert.Equal(one.Value, other.Value, 1e-6 * Math.Abs(one.Value));
            Assert.Equal(one.StandardError, other.StandardError, 1e-4 * one.StandardError);
            Assert.Equal(BoundState.Free, other.Bound);
        }
    }

    [Fact]
    public void A_search_stays_within_bounds_and_certifies_what_they_allow()
    {
        FitOptions options = new() { Strategy = FitStrategy.Search, Bounds = [("k", 0.6, 5), new("c", 0)] };
        List<double> seen = [];
        Model watched = Model.FromCurve((p, x) =>
        {
            seen.Add(p[1]);
            return (p[0] * Math.Exp(-p[1] * x)) + p[2];
        });
        FitResult fit = CurveFit.Fit(watched, T, Y, Named(Start), options);
        Assert.True(fit.IsCertified, fit.ToReport());
        Assert.Equal(0.6, fit.Estimates[1]);
        // Differences of the evidence, not of the search, may step across by a share of the scale.
        Assert.All(seen, value => Assert.InRange(value, 0.6 - 1e-3, 5 + 1e-3));
        Assert.All(fit.Attempts, attempt => Assert.InRange(attempt.Start[1], 0.6, 5));
        Assert.All(
            fit.Attempts.Where(attempt => double.IsFinite(attempt.ChiSquared)),
            attempt => Assert.True(attempt.ChiSquared >= fit.ChiSquared * (1 - 1e-9)));
    }

    [Fact]
    public void Parameters_that_are_all_held_have_no_errors_and_no_other_finding()
    {
        FitResult fit = CurveFit.Fit(
            Decay, T, Y, [1, 1, 0.1], new() { Bounds = [("a", 0, 1.1), ("k", 0.9, 5), ("c", 0, 0.15)] });
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Equal([1.1, 0.9, 0.15], fit.Estimates);
        Assert.All(fit.StandardErrors, error => Assert.True(double.IsNaN(error)));
        Assert.Equal(DiagnosisKind.ActiveBound, Assert.Single(fit.Diagnoses).Kind);
    }

    [Fact]
    public void Equal_bounds_fix()
    {
        FitResult fit = CurveFit.Fit(Decay, T, Y, [1, 0.5, 0.1], new() { Bounds = [("k", 0.5, 0.5)] });
        FitResult same = CurveFit.Fit(Decay, T, Y, [1, 0.5, 0.1], new() { Fixed = ["k"] });
        Assert.True(fit["k"].IsFixed);
        Assert.Equal(same.Estimates, fit.Estimates);
        Assert.Equal(same.StandardErrors, fit.StandardErrors);
    }

    [Theory]
    [InlineData(LossFunction.Huber)]
    [InlineData(LossFunction.SoftL1)]
    [InlineData(LossFunction.Cauchy)]
    [InlineData(LossFunction.Arctan)]
    public void A_loss_leaves_outliers_aside(LossFunction function)
    {
        double[] y = [.. Y];
        y[6] = 4.9;
        FitResult clean = CurveFit.Fit(Decay, T, Y, Start);
        FitResult misled = CurveFit.Fit(Decay, T, y, Start);
        Loss loss = function switch
        {
            LossFunction.Huber => Loss.Huber(0.05),
            LossFunction.SoftL1 => Loss.SoftL1(0.05),
            LossFunction.Cauchy => Loss.Cauchy(0.05),
            _ => Loss.Arctan(0.05),
        };
        foreach (Model model in new[] { Decay, Lambda })
        {
            FitResult robust = CurveFit.Fit(model, T, y, Named([2, 0.5, 0.2]), new() { Loss = loss });
            Assert.True(robust.Succeeded, robust.ToReport());
            Assert.Equal(clean.Estimates[1], robust.Estimates[1], 0.05);
            Assert.True(Math.Abs(misled.Estimates[1] - clean.Estimates[1]) > 0.2);
            Assert.True(double.IsNaN(robust.Aic) && double.IsNaN(robust.RSquared));
            Assert.DoesNotContain("NaN", robust.ToReport(), StringComparison.Ordinal);
            double sum = robust.Residuals.Sum(r =>
                loss.Scale * loss.Scale * loss.At(r / loss.Scale * (r / loss.Scale)).Value);
            Assert.Equal(sum, robust.ChiSquared, 1e-12 * sum);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e9)]
    [InlineData(1e-9)]
    [InlineData(1e15)]
    public void Standard_errors_under_a_loss_are_the_same_in_all_units(double unit)
    {
        double[] x = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5];
        double[] y = [5.1, 3.3, 2.5, 1.5, 3.2, 0.9, 0.5, 0.6, 0.2, 0.25];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-b*x)"),
            Predictors.FromArray([.. x.Select(value => value * unit)]),
            y.Select(value => value * unit).ToArray(),
            new double[] { 4 * unit, 0.5 / unit },
            new() { Loss = Loss.SoftL1(0.2 * unit) });

        // SciPy 1.10.1, curve_fit with method 'trf', loss 'soft_l1' and f_scale 0.2; the error of b is 0.0906 there,
        // because .NET's door leaves an outlier a tenth of its slope as curvature.
        Assert.Equal(5.00773936, fit.Estimates[0] / unit, 1e-6);
        Assert.Equal(0.70874478, fit.Estimates[1] * unit, 1e-6);
        Assert.Equal(0.3478, fit.StandardErrors[0] / unit, 1e-4);
        Assert.Equal(0.0906, fit.StandardErrors[1] * unit, 2e-4);
    }

    [Fact]
    public void A_loss_is_in_standard_deviations()
    {
        FitResult plain = CurveFit.Fit(Decay, T, Y, Start, new() { Loss = Loss.Huber(0.05) });
        FitResult scaled = CurveFit.Fit(
            Decay, T, Y, Start, new() { Loss = Loss.Huber(0.5), Sigma = [0.1] });
        Assert.Equal(plain.Estimates[0], scaled.Estimates[0], 1e-7);
        Assert.Equal(plain.StandardErrors[0], scaled.StandardErrors[0], 1e-6);
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        Assert.Contains("q cannot", Refused(new() { Bounds = [("q", 0, 1)] }, "Bounds"), StringComparison.Ordinal);
        Assert.Contains(
            "twice", Refused(new() { Bounds = [("a", 0, 5), ("a", 0, 6)] }, "Bounds"), StringComparison.Ordinal);
        Assert.Contains("2 and 0", Refused(new() { Bounds = [("a", 2, 0)] }, "Bounds"), StringComparison.Ordinal);
        Assert.Contains("NaN", Refused(new() { Bounds = [("a", double.NaN, 0)] }, "Bounds"), StringComparison.Ordinal);
        Assert.Contains("a is 1", Refused(new() { Bounds = [("a", 2, 3)] }, "start"), StringComparison.Ordinal);
        Assert.Contains(
            "Plain",
            Refused(new() { Loss = Loss.Huber(), Strategy = FitStrategy.Search }, "Loss"),
            StringComparison.Ordinal);
        Assert.Contains(
            "FitOptions.Bounds",
            Refused(new() { Solver = new() { Bounds = (0, 1) } }, "Solver"),
            StringComparison.Ordinal);
    }

    private static string Refused(FitOptions options, string argument)
    {
        ArgumentException exception =
            Assert.ThrowsAny<ArgumentException>(() => CurveFit.Fit(Decay, T, Y, Start, options));
        Assert.Equal(argument, exception.ParamName);
        return exception.Message;
    }

    private static Model Lambda => Model.FromCurve((p, x) => (p[0] * Math.Exp(-p[1] * x)) + p[2]);

    private static StartValues Named(double[] start) => [("a", start[0]), ("k", start[1]), ("c", start[2])];
}
