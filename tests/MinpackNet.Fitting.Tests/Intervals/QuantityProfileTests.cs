namespace MinpackNet.Fitting.Tests;

/// <summary>Intervals of derived quantities by profile likelihood.</summary>
public sealed class QuantityProfileTests
{
    private const double Inf = double.PositiveInfinity;

    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7];
    private static readonly double[] Y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4, 0.3, 0.15];

    /// <summary>
    /// The ends are the extremes of the quantity where the sum of squares has its level: Lagrange's equations in 30
    /// digits by mpmath's <c>findroot</c>, from where SciPy's <c>minimize(method="SLSQP")</c> ends.
    /// </summary>
    public static TheoryData<string, double[], double[], double[], string, double, double> Constrained => new()
    {
        { "a*exp(-k*x)", X, Y, [5, 0.5], "a/k", 9.8806964530558950, 10.572962858489534 },
        { "a*exp(-k*x)", X, Y, [5, 0.5], "a*k", 2.3767645199489316, 2.6513865304579425 },
        { "V*x/(K + x)", RData.Treated, RData.Rate, [200, 0.1], "V/K", 2607.302409105184, 4295.336280999597 },
        { "a*exp(-(x - m)^2/(2*s^2)) + c", [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
            [0.9, 1.6, 2.6, 4.4, 5.6, 6.3, 5.4, 4.0, 3.0, 1.5, 1.1], [5, 0, 1, 1],
            "a*s*sqrt(2*pi)", 11.771545543265848, 15.79399635805029 },
    };

    [Theory]
    [MemberData(nameof(Constrained))]
    public void The_ends_are_the_extremes_of_the_quantity_where_the_sum_has_its_level(
        string formula, double[] x, double[] y, double[] start, string quantity, double lower, double upper)
    {
        Interval interval = CurveFit.Fit(Formula.Parse(formula), x, y, start).ProfileInterval(quantity);
        AssertClose(new(lower, upper), interval, 1e-8);
        FitResult byDifferences = CurveFit.Fit(Plain(Formula.Parse(formula)), x, y, Named(formula, start));
        AssertClose(new(lower, upper), byDifferences.ProfileInterval(quantity), 1e-7);
    }

    /// <summary>A fit in which the quantity is a parameter gives the same.</summary>
    [Theory]
    [InlineData("a/k", "h*k*exp(-k*x)")]
    [InlineData("a*exp(-k)", "h*exp(-k*(x - 1))")]
    [InlineData("log(2)/k", "a*2^(-x/h)")]
    [InlineData("a + k", "(h - k)*exp(-k*x)")]
    [InlineData("exp(-3*k)", "a*h^(x/3)")]
    public void They_are_those_of_the_quantity_as_a_parameter(string quantity, string other)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);
        FitResult direct = CurveFit.Fit(
            Formula.Parse(other),
            X,
            Y,
            [("h", fit.Derive(quantity).Value), other.Contains('a') ? ("a", 5) : ("k", 0.5)]);
        AssertClose(direct.ProfileIntervals(0.9)[IndexOf(direct, "h")], fit.ProfileInterval(quantity, 0.9), 1e-8);
    }

    [Fact]
    public void Of_one_parameter_they_are_its_own_in_other_units()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);
        Interval k = fit.ProfileIntervals(kind: IntervalKind.Normal)[1];
        Interval half = fit.ProfileInterval("log(2)/k", kind: IntervalKind.Normal);
        Assert.Equal(Math.Log(2) / k.Upper, half.Lower, 1e-12);
        Assert.Equal(Math.Log(2) / k.Lower, half.Upper, 1e-12);
    }

    [Fact]
    public void Counts_and_several_data_sets_have_them_too()
    {
        double[] counts = [52, 29, 21, 11, 8, 4, 2, 3];
        FitOptions options = new() { Counts = true };
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, counts, [("a", 50), ("k", 0.5)], options);
        FitResult direct = CurveFit.Fit(Formula.Parse("h*k*exp(-k*x)"), X, counts, [("h", 100), ("k", 0.5)], options);
        AssertClose(direct.ProfileIntervals()[0], fit.ProfileInterval("a/k"), 1e-7);

        double[] second = [2.6, 1.4, 1.1, 0.5, 0.4, 0.1, 0.2, 0.05];
        FitResult sets = CurveFit.FitGlobal(
            Formula.Parse("a*exp(-k*x)"),
            [new(Predictors.FromColumns(("x", X)), Y), new(Predictors.FromColumns(("x", X)), second)],
            ["k"],
            [("k", 0.5), ("a", 4)]).Fit;
        FitResult together = CurveFit.Fit(
            Formula.Parse("b*(1 + s*(h - 1))*exp(-k*x)", predictors: ["x", "s"]),
            Predictors.FromColumns(
                ("x", [.. X, .. X]), ("s", [.. X.Select(_ => 1.0), .. X.Select(_ => 0.0)])),
            [.. Y, .. second],
            [("b", 2.5), ("h", 2), ("k", 0.5)]);
        AssertClose(
            together.ProfileIntervals()[IndexOf(together, "h")],
            sets.ProfileInterval($"{sets.Parameters[1].Name}/{sets.Parameters[2].Name}"),
            1e-7);
    }

    /// <summary>Points on the steep part alone leave the plateau open above.</summary>
    [Fact]
    public void What_the_data_leave_open_is_infinite()
    {
        double[] x = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        double[] y = [1.02, 1.93, 3.08, 3.87, 5.06, 5.82];
        FitResult fit = CurveFit.Fit(Formula.Parse("V*x/(K + x)"), x, y, [50, 5]);
        Interval v = fit.ProfileIntervals()[0];
        Assert.Equal(Inf, v.Upper);
        Assert.Equal(new(0, 1 / v.Lower), fit.ProfileInterval("1/V"));
        Interval product = fit.ProfileInterval("V*K");
        Assert.Equal(Inf, product.Upper);
        Assert.InRange(product.Lower, 0, fit.Derive("V*K").Value);

        // At the lower end of the slope at zero the sum falls as long as K grows, and has no least value.
        Assert.Equal(new(double.NaN, double.NaN), fit.ProfileInterval("V/K"));
    }

    /// <summary>Of a line it is Fieller's interval, which has no end where the divisor may be zero.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.05)]
    public void A_ratio_has_the_interval_of_Fieller(double slope)
    {
        double[] noise = [1.1, 0.9, 1.2, 0.8, 1.1, 1.0, 0.9, 1.2];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*x"), X, [.. X.Zip(noise).Select(p => (slope * p.First) + p.Second)], [1, 0.1]);
        double t = (fit.ConfidenceIntervals()[0].Upper - fit["a"].Value) / fit["a"].StandardError;
        (double a, double b, double[,] c) = (fit["a"].Value, fit["b"].Value, fit.Covariance);
        double square = (b * b) - (t * t * c[1, 1]);
        double middle = ((a * b) - (t * t * c[0, 1])) / square;
        double width = Math.Sqrt((middle * middle) - (((a * a) - (t * t * c[0, 0])) / square));
        Interval interval = fit.ProfileInterval("a/b");
        Assert.Equal(1, interval.Lower / (square > 0 ? middle - width : middle + width), 1e-7);
        Assert.Equal(1, square > 0 ? interval.Upper / (middle + width) : 1, 1e-7);
        Assert.Equal(slope == 1, square > 0);
        Assert.Equal(slope == 1, double.IsFinite(interval.Upper));
    }

    [Fact]
    public void What_does_not_change_has_no_width_and_what_turns_is_unknown()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x) + c"), X, Y, [("a", 5), ("k", 0.5), ("c", 0)], new() { Fixed = ["c"] });
        Assert.Equal(new(3, 3), fit.ProfileInterval("3"));
        Assert.Equal(new(1, 1), fit.ProfileInterval("c + 1"));
        Interval k = fit.ProfileIntervals()[1];
        Assert.Equal(new(k.Lower + 0, k.Upper + 0), fit.ProfileInterval("k + c"));
        foreach (string unknown in (string[])["0*a", "0*a*k", "log(-a)", "log(-a*k)", "abs(k - 0.5)", "1/(k - 0.5)"])
        {
            Assert.Equal(new(double.NaN, double.NaN), fit.ProfileInterval(unknown));
        }

        // The slope may be zero, where its square turns, and that times the offset as well.
        double[] y = [1.1, 0.9, 1.2, 0.8, 1.1, 1.0, 0.9, 1.2];
        FitResult flat = CurveFit.Fit(Formula.Parse("a + b*x"), X, y, [1, 0.1]);
        Assert.Equal(new(double.NaN, double.NaN), flat.ProfileInterval("b^2"));
        Assert.Equal(new(double.NaN, double.NaN), flat.ProfileInterval("a*b^2"));
    }

    [Fact]
    public void Failures_have_none()
    {
        FitResult loss = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x)"), X, Y, [5, 0.5], new() { Loss = Loss.Huber(1) });
        Assert.Equal(new(double.NaN, double.NaN), loss.ProfileInterval("a/k"));
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [5, 0.5]);
        Assert.Throws<ArgumentException>("formula", () => fit.ProfileInterval("a/q"));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ProfileInterval("a/k", 1));
        Assert.Throws<OperationCanceledException>(
            () => fit.ProfileInterval("a/k", cancellationToken: new CancellationToken(canceled: true)));
    }

    /// <summary>The offset ends at its bound; the other fit has the quantity as a parameter.</summary>
    [Fact]
    public void Bounds_hold()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        double[] y = [9.8, 6.6, 4.4, 2.8, 1.9, 1.1, 0.8, 0.35, 0.3, 0.05];
        FitResult fit = FitOf("a*exp(-k*x) + c", ("c", 0, Inf));
        Assert.Equal(BoundState.AtLower, fit["c"].Bound);
        FitResult direct = FitOf("(a - c)*exp(-k*x) + c", ("c", 0, Inf));
        AssertClose(direct.ProfileIntervals()[IndexOf(direct, "a")], fit.ProfileInterval("a + c"), 1e-7);
        Interval c = fit.ProfileIntervals()[IndexOf(fit, "c")];
        Assert.Equal(new(3, 3 + (2 * c.Upper)), fit.ProfileInterval("2*c + 3"));

        // The amplitude meets its bound before the end, so that the offset alone can stand for the sum.
        y = [.. y.Select(value => value + 0.3)];
        FitResult both = FitOf("a*exp(-k*x) + c", ("c", 0, Inf), ("a", 0, 9.95));
        FitResult narrow = FitOf("a*exp(-k*x) + c - a", ("a", 0, 9.95));
        AssertClose(narrow.ProfileIntervals()[IndexOf(narrow, "c")], both.ProfileInterval("a + c"), 1e-7);

        // Where the range of the quantity ends before the level is reached, so does what is known.
        FitResult small = FitOf("a*exp(-k*x) + c", ("c", 0.3, Inf), ("a", 9.2, Inf));
        FitResult within = FitOf("a*exp(-k*x) + c", ("c", 0.29, 0.31), ("a", 9.85, 9.9));
        Assert.True(double.IsFinite(small.ProfileInterval("a + c").Lower));
        Assert.Equal(new(double.NaN, double.NaN), within.ProfileInterval("a + c"));

        FitResult FitOf(string formula, params ParameterBound[] bounds) => CurveFit.Fit(
            Formula.Parse(formula), x, y, [("a", 9.87), ("k", 0.4), ("c", 0.3)], new() { Bounds = bounds });
    }

    [Fact]
    public void A_report_has_them_below_those_of_the_parameters()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);
        DerivedQuantity ratio = fit.Derive("a/k", "ratio") with { Profile = fit.ProfileInterval("a/k") };
        Assert.Matches(
            @"\nby profile likelihood +95 % from +to\r?\na .*\r?\nk .*\r?\nratio +9\.88\d* +10\.57\d*\r?\n",
            fit.ToReport(derived: [ratio], profiles: fit.ProfileIntervals()));
        Assert.Matches(
            @"\nby profile likelihood +95 % from +to\r?\nratio +unknown +open\r?\n",
            fit.ToReport(derived: [ratio with { Profile = new(double.NaN, Inf) }]));
        Assert.DoesNotContain("profile", fit.ToReport(derived: [fit.Derive("a/k")]), StringComparison.Ordinal);
    }

    private static Model Plain(Formula formula) => Model.FromCurve((parameters, x) => formula.Evaluate(parameters, x));

    private static StartValues Named(string formula, double[] start) =>
        StartValues.Create(
            [.. Formula.Parse(formula).ParameterNames.Select((name, j) => new StartValue(name, start[j]))]);

    private static int IndexOf(FitResult fit, string name) =>
        fit.Parameters.ToList().FindIndex(parameter => parameter.Name == name);

    private static void AssertClose(Interval expected, Interval actual, double tolerance)
    {
        Assert.Equal(1, actual.Lower / expected.Lower, tolerance);
        Assert.Equal(1, actual.Upper / expected.Upper, tolerance);
    }
}
