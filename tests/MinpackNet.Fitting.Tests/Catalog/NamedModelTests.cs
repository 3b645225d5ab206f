namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Models that have names find their own data without start values, and their quantities mean what they say.
/// </summary>
public sealed class NamedModelTests
{
    /// <summary>For each model the values behind the data, in the order of its parameters, and the places.</summary>
    private static readonly Dictionary<string, (double[] Truth, double From, double To)> Cases = new()
    {
        ["constant"] = ([3], 0, 10),
        ["linear"] = ([-0.7, 5], 0, 10),
        ["quadratic"] = ([0.3, -2, 5], 0, 10),
        ["cubic"] = ([0.1, -1, 2, 5], 0, 10),
        ["quartic"] = ([0.02, -0.3, 1, 2, 5], 0, 10),
        ["gaussian"] = ([12, 537, 4.5], 500, 600),
        ["lorentzian"] = ([7, 2.31, 0.06], 2, 3),
        ["voigt"] = ([12, 40, 3, 2], 0, 100),
        ["pseudo_voigt"] = ([9, 0.4, 40, 6], 0, 100),
        ["moffat"] = ([5, 30, 8, 2.5], 0, 60),
        ["pearson7"] = ([5, 30, 6, 1.8], 0, 60),
        ["skewed"] = ([4, 30, 8, 2.5], 0, 60),
        ["exponential_gaussian"] = ([30, 0.25, 15, 2], 0, 60),
        ["decay"] = ([8, 0.5], 0, 10),
        ["stretched"] = ([5, 14, 0.6], 0, 100),
        ["growth"] = ([2, 0.3], 0, 8),
        ["saturation"] = ([6, 0.4], 0, 12),
        ["logistic"] = ([11.5, 0.07, 1970], 1900, 2020),
        ["gompertz"] = ([90, 0.12, 15], 0, 60),
        ["weibull"] = ([70, 34, 1.8], 1, 100),
        ["richards"] = ([90, 0.08, 1955, 0.6], 1900, 2020),
        ["hill"] = ([90, 1.7, 22], 0.5, 200),
        ["logistic4"] = ([0.1, 2.4, 12, 1.3], 0.1, 100),
        ["logistic5"] = ([0.1, 3, 20, 2, 0.5], 0.1, 100),
        ["michaelis_menten"] = ([42, 3.1], 0.5, 32),
        ["substrate_inhibition"] = ([42, 3.1, 12], 0.5, 60),
        ["langmuir"] = ([3.2, 0.04], 2, 200),
        ["freundlich"] = ([1.8, 2.7], 1, 300),
        ["arrhenius"] = ([2e9, 52000], 280, 380),
        ["power"] = ([0.35, 2.4], 1, 90),
        ["rational"] = ([2, 1.3, 0.2], 0, 20),
        ["sine"] = ([3, 0.31, 1.1], 0, 30),
        ["damped_sine"] = ([4, 0.15, 1.45, 0.7], 0, 15),
        ["erf_step"] = ([2, 0.61, 0.08], 0, 1),
        ["tanh_step"] = ([2, 0.61, 0.08], 0, 1),
        ["arctan_step"] = ([2, 0.61, 0.04], 0, 1),
    };

    public static TheoryData<string> Names => [.. NamedModel.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_is_fitted_to_its_own_data_without_start_values(string name)
    {
        NamedModel model = NamedModel.Parse(name);
        (double[] truth, double from, double to) = Cases[name];
        const int Points = 80;
        double[] x = [.. Enumerable.Range(0, Points).Select(i => from + ((to - from) * i / (Points - 1)))];
        double[] clean = Array.ConvertAll(x, at => name == "constant" ? truth[0] : model.Formula.Evaluate(truth, at));
        double size = clean.Max() - clean.Min() is > 0 and var range ? range : 1;
        double[] y = [.. clean.Select((value, i) => value + (0.005 * size * Math.Sin(12.9898 * i * i)))];
        FitResult known = CurveFit.Fit(model.Formula, x, y, truth);
        FitResult fit = CurveFit.Fit(model.Formula, x, y);
        Assert.Equal(1, fit.ChiSquared / known.ChiSquared, 1e-6);
        Assert.True(fit.IsCertified || name == "constant", fit.Message);
        Assert.All(
            fit.Derive(model).Zip(known.Derive(model)),
            pair => Assert.Equal(1, pair.First.Value / pair.Second.Value, 1e-3));
        Assert.All(fit.Derive(model), quantity => Assert.True(double.IsFinite(quantity.StandardError)));
    }

    [Fact]
    public void Every_model_has_data() =>
        Assert.Equal(NamedModel.All.Select(model => model.Name), Cases.Keys);

    [Theory]
    [InlineData("gaussian")]
    [InlineData("lorentzian")]
    [InlineData("pseudo_voigt")]
    [InlineData("moffat")]
    [InlineData("pearson7")]
    public void Half_the_height_is_half_a_width_from_the_center(string name)
    {
        (NamedModel model, double[] truth) = (NamedModel.Parse(name), Cases[name].Truth);
        double center = truth[name == "pseudo_voigt" ? 2 : 1];
        double half = 0.5 * Quantity(model, truth, "fwhm");
        Assert.Equal(0.5 * truth[0], model.Formula.Evaluate(truth, center + half), 1e-12);
        Assert.Equal(0.5 * truth[0], model.Formula.Evaluate(truth, center - half), 1e-12);
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("lorentzian")]
    [InlineData("pseudo_voigt")]
    public void The_area_is_that_below_the_curve(string name)
    {
        (NamedModel model, double[] truth) = (NamedModel.Parse(name), Cases[name].Truth);
        double center = truth[name == "pseudo_voigt" ? 2 : 1];
        double width = Quantity(model, truth, "fwhm");
        // x = center + width tan(t) reaches infinity.
        const int Steps = 20_000;
        double area = Enumerable.Range(0, Steps).Sum(k =>
        {
            double t = Math.PI * (((k + 0.5) / Steps) - 0.5);
            double slope = width / Math.Pow(Math.Cos(t), 2);
            return model.Formula.Evaluate(truth, center + (width * Math.Tan(t))) * slope * Math.PI / Steps;
        });
        Assert.Equal(1, area / Quantity(model, truth, "area"), 1e-6);
    }

    [Theory]
    [InlineData("decay", "half_life")]
    [InlineData("saturation", "half")]
    [InlineData("weibull", "half")]
    [InlineData("logistic5", "ec50")]
    public void Half_of_the_effect_is_where_it_is_said_to_be(string name, string quantity)
    {
        (NamedModel model, double[] truth) = (NamedModel.Parse(name), Cases[name].Truth);
        double top = name == "logistic5" ? truth[1] : truth[0];
        double bottom = name == "logistic5" ? truth[0] : 0;
        double at = model.Formula.Evaluate(truth, Quantity(model, truth, quantity));
        Assert.Equal(0.5 * (top + bottom), at, 1e-12);
    }

    [Theory]
    [InlineData("gaussian + linear", "height*exp(-(x - center)^2/(2*sigma^2)) + slope*x + intercept")]
    [InlineData("Gaussian+LINEAR", "height*exp(-(x - center)^2/(2*sigma^2)) + slope*x + intercept")]
    [InlineData("decay+decay+constant",
        "amplitude1*exp(-rate1*x) + amplitude2*exp(-rate2*x) + offset")]
    [InlineData("linear+decay+growth",
        "slope*x + intercept + amplitude1*exp(-rate1*x) + amplitude2*exp(rate2*x)")]
    [InlineData("linear*decay + constant", "(slope*x + intercept)*(1*exp(-rate*x)) + offset")]
    public void Names_are_put_together(string names, string formula) =>
        Assert.Equal(formula, NamedModel.Parse(names).Formula.ToString());

    [Fact]
    public void Quantities_go_with_their_term()
    {
        NamedModel two = NamedModel.Parse("gaussian + gaussian");
        Assert.Equal(["fwhm1", "area1", "fwhm2", "area2"], two.Quantities.Select(quantity => quantity.Name));
        Assert.Equal("height2*abs(sigma2)*sqrt(2*pi)", two.Quantities[3].Formula);
        NamedModel product = NamedModel.Parse("linear*gaussian");
        Assert.Equal(["zero", "fwhm"], product.Quantities.Select(quantity => quantity.Name));
    }

    [Theory]
    [InlineData("gauss")]
    [InlineData("gaussian +")]
    [InlineData("")]
    [InlineData("gaussian - linear")]
    [InlineData("gaussian + x")]
    public void Other_names_are_refused_with_those_that_there_are(string names)
    {
        Assert.False(NamedModel.IsName(names));
        ArgumentException error = Assert.Throws<ArgumentException>(() => NamedModel.Parse(names));
        Assert.Contains("gaussian, lorentzian, voigt", error.Message, StringComparison.Ordinal);
    }

    private static double Quantity(NamedModel model, double[] truth, string name)
    {
        Formula formula = Formula.Parse(
            model.Quantities.Single(quantity => quantity.Name == name).Formula, new FormulaNames { Predictors = [] });
        return formula.Evaluate(
            [.. formula.ParameterNames.Select(parameter =>
                truth[Array.IndexOf([.. model.Formula.ParameterNames], parameter)])]);
    }
}
