namespace MinpackNet.Fitting.Tests;

/// <summary>Of estimates that trade places without changing the curve, a fit has the canonical ones.</summary>
public sealed class ExchangeTests
{
    private static readonly double[] X = [0.1, 0.3, 1, 3, 10, 30, 100, 300];
    private static readonly double[] Y = [98.5, 97.1, 89.2, 68.9, 36.4, 15.8, 6.9, 5.2];

    private static Formula Logistic => NamedModel.Parse("logistic4").Formula;

    /// <summary>The other form, from start values on that side, has the same numbers in other places.</summary>
    [Fact]
    public void The_top_of_a_logistic_curve_is_above_its_bottom()
    {
        FitResult fit = CurveFit.Fit(Logistic, X, Y);
        FitResult other = CurveFit.Fit(
            Logistic, X, Y, [("bottom", 100), ("top", 5), ("ec50", 5), ("slope", 1)]);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.True(fit["top"].Value > fit["bottom"].Value && fit["slope"].Value < 0);
        Assert.True(other["top"].Value < other["bottom"].Value && other["slope"].Value > 0);
        AreEqual(other, "bottom", fit, "top");
        AreEqual(other, "top", fit, "bottom");
        AreEqual(other, "ec50", fit, "ec50");
        Assert.Equal(other["slope"].Value, -fit["slope"].Value, 1e-6);
        (int bottom, int top, int slope) = (Place("bottom"), Place("top"), Place("slope"));
        Assert.Equal(other.Correlation[bottom, slope], -fit.Correlation[top, slope], 1e-5);
        Assert.Equal(other.Correlation[bottom, top], fit.Correlation[bottom, top], 1e-5);
        Assert.Contains(fit.Attempts, attempt => attempt.Estimates.SequenceEqual(fit.Estimates));
    }

    [Fact]
    public void A_rising_curve_has_a_positive_slope()
    {
        FitResult fit = CurveFit.Fit(Logistic, X, [.. Y.Reverse()]);
        Assert.True(fit["top"].Value > fit["bottom"].Value && fit["slope"].Value > 0);
    }

    /// <summary>One set falls and the other rises; a slope in common decides for both.</summary>
    [Fact]
    public void Each_of_several_data_sets_has_its_own_form()
    {
        FitDataSet[] sets = [new(X, Y, "down"), new(X, [.. Y.Reverse()], "up")];
        FitResult fit = CurveFit.FitGlobal(Logistic, sets, []).Fit;
        Assert.True(fit["slope_down"].Value < 0 && fit["slope_up"].Value > 0);
        Assert.True(fit["top_down"].Value > fit["bottom_down"].Value && fit["top_up"].Value > fit["bottom_up"].Value);
        FitResult common = CurveFit.FitGlobal(Logistic, sets, ["slope"]).Fit;
        Assert.True(common.Succeeded && common["slope"].Value < 0);
        Assert.True(common["top_up"].Value < common["bottom_up"].Value);
    }

    /// <summary>A bound, a tie, a fixed parameter or a start value on the other side keeps the fit there.</summary>
    [Fact]
    public void What_the_user_says_stays()
    {
        FitOptions search = new() { Strategy = FitStrategy.Search };
        FitResult bound = CurveFit.Fit(Logistic, X, Y, new() { Bounds = [("slope", 0, 10)] });
        Assert.True(bound["slope"].Value > 0 && bound["bottom"].Value > bound["top"].Value);
        FitResult started = CurveFit.Fit(Logistic, X, Y, [("slope", 1)], search);
        Assert.True(started["slope"].Value > 0 && started["bottom"].Value > started["top"].Value);
        FitResult whole = CurveFit.Fit(
            Logistic, X, Y, [("bottom", 90), ("top", 1), ("ec50", 3), ("slope", 1)], search);
        Assert.True(whole["slope"].Value > 0 && whole["bottom"].Value > whole["top"].Value);
        FitResult fixedBottom = CurveFit.Fit(
            Logistic, X, Y, [("bottom", 99)], search with { Fixed = ["bottom"] });
        Assert.Equal(99, fixedBottom["bottom"].Value);
        Assert.True(fixedBottom["top"].Value < 10);
        FitResult tied = CurveFit.Fit(Logistic.Tie(("bottom", "99 + 0*slope")), X, Y);
        Assert.True(tied["top"].Value < 10);
    }

    /// <summary>A tie that the exchange breaks: the ec50 of the other form would be another.</summary>
    [Fact]
    public void A_tie_to_what_changes_is_kept()
    {
        FitResult fit = CurveFit.Fit(Logistic.Tie(("ec50", "5*slope")), X, Y);
        Assert.True(fit["slope"].Value > 0 && fit["bottom"].Value > 90, fit.ToReport());
    }

    [Theory]
    [InlineData("gaussian + gaussian")]
    [InlineData("gaussian + constant + gaussian + gaussian")]
    [InlineData("gaussian + lorentzian + gaussian")]
    public void Peaks_stand_from_left_to_right(string name)
    {
        NamedModel model = NamedModel.Parse(name);
        double[] x = [.. Enumerable.Range(0, 120).Select(i => 0.5 * i)];
        double[] truth = [.. model.Formula.ParameterNames.Select(parameter => parameter switch
        {
            ['h', ..] => 5 + (2 * Number(parameter)),
            ['c', ..] => 50 - (15 * (Number(parameter) - 1)),
            "offset" or "offset2" => 1,
            _ => 1.5 + (0.5 * Number(parameter)),
        })];
        double[] y = [.. x.Select((at, i) => model.Formula.Evaluate(truth, at) + (0.05 * Math.Sin(12.9898 * i * i)))];
        FitResult fit = CurveFit.Fit(model.Formula, x, y);
        // A peak of another kind may be anywhere.
        string? other = name.Contains("lorentzian", StringComparison.Ordinal) ? "center2" : null;
        double[] places = [.. fit.Parameters
            .Where(parameter => parameter.Name.StartsWith('c') && parameter.Name != other)
            .Select(parameter => parameter.Value)];
        Assert.True(places.Length > 1 && places.SequenceEqual(places.Order()), fit.ToReport());
        Assert.True(fit.Succeeded, fit.Message);

        static int Number(string parameter) => parameter[^1] is >= '0' and <= '9' and var digit ? digit - '0' : 1;
    }

    [Fact]
    public void Decays_go_from_fast_to_slow()
    {
        Formula model = NamedModel.Parse("decay + decay").Formula;
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 0.2 * i)];
        double[] y = [.. x.Select((at, i) =>
            (5 * Math.Exp(-0.2 * at)) + (7 * Math.Exp(-2 * at)) + (0.01 * Math.Sin(12.9898 * i * i)))];
        FitResult fit = CurveFit.Fit(model, x, y);
        Assert.InRange(fit["rate1"].Value, 1.5, 2.5);
        Assert.InRange(fit["rate2"].Value, 0.1, 0.3);
        FitResult near = CurveFit.Fit(
            model, x, y, [("rate1", 0.2)], new() { Strategy = FitStrategy.Search });
        Assert.InRange(near["rate1"].Value, 0.1, 0.3);
    }

    private static int Place(string name) => Array.IndexOf([.. Logistic.ParameterNames], name);

    private static void AreEqual(FitResult one, string name, FitResult other, string otherName)
    {
        Assert.Equal(one[name].Value, other[otherName].Value, 1e-5 * Math.Abs(one[name].Value));
        Assert.Equal(one[name].StandardError, other[otherName].StandardError, 1e-4 * one[name].StandardError);
    }
}
