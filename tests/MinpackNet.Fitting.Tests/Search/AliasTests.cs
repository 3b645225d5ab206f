namespace MinpackNet.Fitting.Tests;

/// <summary>Frequencies and widths that places on a grid confuse, in fits without start values.</summary>
public sealed class AliasTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_width_in_a_sinc_is_not_left_for_a_worse_alias(int seed)
    {
        Random random = new(seed);
        double[] x = [.. Enumerable.Range(0, 100).Select(i => -5 + (0.13 * i))];
        (double a, double m, double w) = (3 + random.NextDouble(), 1 + random.NextDouble(), 0.6 + random.NextDouble());
        Formula model = Formula.Parse("a*sinc((x-m)/w)^2+c");
        double[] y = [.. x.Select(place =>
            model.Evaluate([a, m, w, 0.1], place) + (0.5 * (random.NextDouble() - 0.5)))];
        FitResult fit = CurveFit.Fit(model, x, y);
        FitResult truth = CurveFit.Fit(model, x, y, [a, m, w, 0.1]);
        Assert.True(fit.ChiSquared <= truth.ChiSquared * (1 + 1e-6));
        // A width far below the spacing may meet the data by accident, and is not certified then.
        Assert.True(!fit.IsCertified || Math.Abs(fit["w"].Value - w) < 0.2);
    }

    /// <summary>
    /// Rounding of the places to a few digits makes some alias describe noise a little better, which means nothing.
    /// </summary>
    [Theory]
    [InlineData("a*sin(2*pi*f*x+p)", 1)]
    [InlineData("a*sin(2*pi*f*x)+p*cos(2*pi*f*x)", 1)]
    [InlineData("a*sin(2*pi*f*(x-p))", 1)]
    [InlineData("a*cos(2*pi*(x-p)/f)+1", -1)]
    [InlineData("a*exp(-0.01*x)*sin(f*x+p)", 2 * Math.PI)]
    public void Of_the_aliases_on_a_rounded_grid_the_slowest_is_the_result(string formula, double power)
    {
        Random random = new(7);
        Formula model = Formula.Parse(formula);
        for (int k = 0; k < 12; k++)
        {
            int digits = 2 + (k % 3);
            double step = 0.1 + (0.3 * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, 25 + k).Select(i => Math.Round(i * step, digits))];
            double frequency = (0.06 + (0.39 * random.NextDouble())) / step;
            double f = power < 0 ? 1 / frequency : frequency * power;
            double[] truth = [.. model.ParameterNames!.Select(name => name == "f" ? f : name == "a" ? 2 : 0.7)];
            double[] y = [.. x.Select(place => model.Evaluate(truth, place) + (0.6 * (random.NextDouble() - 0.5)))];
            FitResult fit = CurveFit.Fit(model, x, y);
            double reached = Math.Abs(fit["f"].Value);
            Assert.Equal(frequency * step, (power < 0 ? 1 / reached : reached / power) * step, 0.02);
        }
    }

    /// <summary>A square or a size of a wave has the aliases of twice its frequency.</summary>
    [Theory]
    [InlineData("a*sin(w*x+p)^2+c")]
    [InlineData("a*abs(cos(w*x+p))+c")]
    [InlineData("a*sin(w*x+p)*cos(w*x+p)+c")]
    [InlineData("a/(1+c*sin(w*x+p)^2)")]
    public void Of_the_aliases_of_a_square_the_slowest_is_the_result(string formula)
    {
        Random random = new(11);
        Formula model = Formula.Parse(formula);
        double[] x = [.. Enumerable.Range(0, 50).Select(i => 0.5 * i)];
        for (int k = 0; k < 5; k++)
        {
            double w = 0.5 + (0.45 * k);
            double[] truth = [.. model.ParameterNames!.Select(name =>
                name switch { "w" => w, "a" => 3, "c" => 1.5, _ => 0.4 })];
            double[] y = [.. x.Select(place => model.Evaluate(truth, place) + (0.1 * (random.NextDouble() - 0.5)))];
            Assert.Equal(w, Math.Abs(CurveFit.Fit(model, x, y)["w"].Value), 0.02);
        }
    }

    /// <summary>Dates as years with two decimals: aliases of the decimals are aliases of the places.</summary>
    [Fact]
    public void Decimals_of_the_places_make_aliases_too()
    {
        Random random = new(5);
        Formula model = Formula.Parse("a*sin(2*pi*f*x+p)+c");
        for (int k = 0; k < 6; k++)
        {
            double f = 6 + k;
            double[] x = [.. Enumerable.Range(0, 35).Select(i => Math.Round(1990 + (i / 31.0), 2))];
            double[] y = [.. x.Select(place =>
                model.Evaluate([2, f, 1, -1], place) + (0.2 * (random.NextDouble() - 0.5)))];
            FitResult fit = CurveFit.Fit(model, x, y);
            Assert.True(!fit.IsCertified || Math.Abs(fit["f"].Value - f) < 0.05, fit.Message);
        }
    }

    /// <summary>A start for the frequency alone says which of its aliases is meant.</summary>
    [Theory]
    [InlineData(1.25)]
    [InlineData(2.3)]
    [InlineData(5.7)]
    public void A_partial_start_tells_which_alias_is_meant(double f)
    {
        Formula model = Formula.Parse("a*sin(2*pi*f*x+p)+c");
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 2.0)];
        double[] y = [.. x.Select((place, i) =>
            model.Evaluate([2, f + 0.01, 0.7, 1], place) + (0.05 * Math.Sin(9 * i * i)))];
        FitResult fit = CurveFit.Fit(
            model, x, y, [("f", f)], new FitOptions { Strategy = FitStrategy.Search });
        Assert.Equal(f + 0.01, fit["f"].Value, 0.003);
    }

    /// <summary>
    /// Places a thousandth of their spacing off a grid tell a fast wave from its mirrored alias where noise is small.
    /// </summary>
    [Theory]
    [InlineData("a*sin(2*pi*f*x+p)+c")]
    [InlineData("a*exp(-0.01*x)*cos(2*pi*f*x+p)+c")]
    public void A_fast_wave_at_places_that_scatter_a_little_is_found(string formula)
    {
        Formula model = Formula.Parse(formula);
        Random random = new(17);
        for (int k = 0; k < 5; k++)
        {
            double f = 0.55 + (0.09 * k);
            double[] x = [.. Enumerable.Range(0, 80).Select(i => i + (0.004 * (random.NextDouble() - 0.5)))];
            double[] y = [.. x.Select(place =>
                model.Evaluate(
                    [.. model.ParameterNames!.Select(name => name switch { "f" => f, "a" => 2, _ => 0.7 + k })], place)
                + (0.004 * (random.NextDouble() - 0.5)))];
            FitResult fit = CurveFit.Fit(model, x, y);
            Assert.True(fit.IsCertified, fit.Message);
            Assert.Equal(f, Math.Abs(fit["f"].Value), 0.001);
        }
    }

    /// <summary>Bounds that leave only fast frequencies leave the slowest of those.</summary>
    [Theory]
    [InlineData("a*sin(2*pi*f*x+p)+c", 1.05, 5, 1)]
    [InlineData("a*sin(2*pi*f*x+p)+c", -5, -1.05, 1)]
    [InlineData("a*cos(f*x+p)+c", 6.6, 40, 2 * Math.PI)]
    [InlineData("a*sin(2*pi*(x-p)/f)+c", 0.2, 0.95, -1)]
    [InlineData("a*sin(2*pi*(x-p)/f)+c", -0.95, 0, -1)]
    public void Of_the_aliases_within_bounds_the_slowest_is_the_result(
        string formula, double lower, double upper, double power)
    {
        Random random = new(13);
        Formula model = Formula.Parse(formula);
        double[] x = [.. Enumerable.Range(0, 41).Select(i => 0.5 * i)];
        for (int k = 0; k < 4; k++)
        {
            double slow = 0.15 + (0.2 * k);
            double f = power < 0 ? 1 / slow : slow * power;
            double[] truth = [.. model.ParameterNames!.Select(name => name switch { "f" => f, "a" => 2, _ => 0.7 })];
            double[] y = [.. x.Select(place => model.Evaluate(truth, place) + (0.4 * (random.NextDouble() - 0.5)))];
            FitResult fit = CurveFit.Fit(model, x, y, new FitOptions { Bounds = [("f", lower, upper), ("a", 0.1, 9)] });
            Assert.True(fit.IsCertified, fit.Message);
            double reached = Math.Abs(fit["f"].Value);
            Assert.Equal(
                slow < 0.95 ? 2 - slow : 2 + slow, power < 0 ? 1 / reached : reached / power, 0.02);
        }
    }

    /// <summary>
    /// Two aliases that differ by whole turns as frequencies may do so as periods too, by accident and nearly.
    /// </summary>
    [Fact]
    public void A_frequency_is_not_taken_for_a_period()
    {
        Formula model = Formula.Parse("a*sin(2*pi*f*x+p)+c");
        double[] x = [.. Enumerable.Range(0, 12).Select(i => i * 10 / 11.0)];
        double[] y =
        [
            1.467, -0.856, 0.864, -0.180, -0.315, 0.401, -0.620, 1.068, -1.466, 1.799, -1.733, 2.249,
        ];
        Assert.Equal(0.524, CurveFit.Fit(model, x, y)["f"].Value, 0.001);
    }

    /// <summary>
    /// A trend explains nearly all, so that a wave at any frequency seems to; at uneven places the right one may be far
    /// above the one at which neighbors alternate.
    /// </summary>
    [Theory]
    [InlineData("c+d*x+b*x^2+a*sin(w*x+p)", 3)]
    [InlineData("b*exp(-d*x)+c+a*sin(w*x+p)", 3)]
    [InlineData("b/(1+exp(-d*(x-c)))+a*sin(w*x+p)", 1)]
    public void A_wave_on_a_trend_is_certified_only_if_it_explains_what_the_trend_leaves(string formula, int least)
    {
        Formula model = Formula.Parse(formula);
        int found = 0;
        for (int seed = 0; seed < 8; seed++)
        {
            Random random = new(seed);
            double[] x = [.. Enumerable.Range(0, 50).Select(_ => Math.Round(10 * random.NextDouble(), 4)).Order()];
            double w = 20 + (45 * random.NextDouble());
            double[] truth = [.. model.ParameterNames!.Select(name => name switch
            {
                "w" => w, "a" => 1, "b" => formula.StartsWith('c') ? 3 : 20, "c" => 4, "d" => 0.6, _ => 1,
            })];
            double[] y = [.. x.Select(place => model.Evaluate(truth, place) + (0.2 * (random.NextDouble() - 0.5)))];
            FitResult fit = CurveFit.Fit(model, x, y);
            bool isRight = Math.Abs(Math.Abs(fit["w"].Value) - w) < 0.1;
            Assert.True(isRight || !fit.IsCertified, $"seed {seed}: {fit.Message}");
            found += isRight && fit.IsCertified ? 1 : 0;
        }

        Assert.InRange(found, least, 8);
    }

    [Fact]
    public void A_frequency_that_sets_have_in_common_is_the_slowest_for_all_their_phases()
    {
        Formula model = Formula.Parse("a*sin(2*pi*f*x+p)");
        Random random = new(3);
        for (int k = 0; k < 4; k++)
        {
            double step = 6 / 35.0;
            double frequency = (0.1 + (0.1 * k)) / step;
            double[] x = [.. Enumerable.Range(0, 36).Select(i => Math.Round(i * step, 4))];
            FitDataSet[] sets = [.. new[] { 0.3, -1.2, 2.5 }.Select(p => new FitDataSet(x, [.. x.Select(place =>
                model.Evaluate([2 - p, frequency, p], place) + (0.2 * (random.NextDouble() - 0.5)))]))];
            GlobalFit fit = CurveFit.FitGlobal(model, sets, ["f"]);
            Assert.True(fit.Fit.IsCertified);
            Assert.Equal(frequency, fit.Fit["f"].Value, 0.02);
        }
    }

    /// <summary>Values with nine digits, where one rounding of a parameter tilts the residuals.</summary>
    [Fact]
    public void A_sine_that_is_known_to_nine_digits_is_certified()
    {
        Formula model = Formula.Parse("a*sin(2*pi*f*x+p)");
        double[] x = [.. Enumerable.Range(0, 33).Select(i => Math.Round(i * 6 / 32.0, 9))];
        for (int k = 0; k < 6; k++)
        {
            double[] y = [.. x.Select(place =>
                Math.Round(model.Evaluate([3.4 + (0.1 * k), 2.379 - (0.1 * k), 0.5], place), 8))];
            Assert.True(CurveFit.Fit(model, x, y).IsCertified);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_frequency_is_not_certified_if_a_faster_one_fits_better(int seed)
    {
        Random random = new(seed);
        double[] x = [.. Enumerable.Range(0, 15).Select(i => 0.1 + (i * 14.9 / 14))];
        Formula model = Formula.Parse("a*sin(k*x)/x+c");
        double[] y = [.. x.Select(place =>
            model.Evaluate([3, 1 + random.NextDouble(), 0.2], place) + (2 * (random.NextDouble() - 0.5)))];
        FitResult fit = CurveFit.Fit(model, x, y);
        double lowest = Enumerable.Range(1, 1000).Min(step => SumAt(0.02 * step));
        Assert.True(!fit.IsCertified || fit.ChiSquared <= lowest * (1 + 1e-6));

        double SumAt(double k) => CurveFit.Fit(
            model, x, y, [("a", 1), ("k", k), ("c", 0)], new() { Fixed = ["k"] }).ChiSquared;
    }

    [Fact]
    public void Of_mirror_images_the_one_with_positive_numbers_is_the_result()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 0.2 * i)];
        Formula model = Formula.Parse("a*exp(-r*x)*sin(2*pi*f*x+p) + b*exp(-(x-m)^2/(2*s^2))");
        double[] y = [.. x.Select((place, i) =>
            model.Evaluate([4, 0.3, 0.9, 0.5, 2, 7, 0.6], place) + (0.05 * Math.Sin(11 * i * i)))];
        FitResult fit = CurveFit.Fit(model, x, y);
        Assert.True(fit.IsCertified);
        Assert.All(["a", "f", "s"], name => Assert.True(fit[name].Value > 0));
    }

    [Fact]
    public void Data_sets_that_are_alike_start_in_the_same_mirror_image()
    {
        Formula model = Formula.Parse("b+(t-b)/(1+10^((e-x)*h))");
        double[] x = [.. Enumerable.Range(0, 12).Select(i => -9 + (0.5 * i))];
        FitDataSet[] sets = [.. new[] { -7, -6.5, -6, -7.4, -5.6 }.Select((e, k) => new FitDataSet(
            x, [.. x.Select((place, i) => model.Evaluate([2, 100, e, 1.2], place) + Math.Sin(7 * (i + (12 * k))))]))];
        GlobalFit fit = CurveFit.FitGlobal(model, sets, ["b", "t", "h"]);
        GlobalFit truth = CurveFit.FitGlobal(
            model, sets, ["b", "t", "h"], [("b", 2), ("t", 100), ("e", -6.5), ("h", 1.2)]);
        Assert.Equal(1, fit.Fit.ChiSquared / truth.Fit.ChiSquared, 1e-6);
    }
}
