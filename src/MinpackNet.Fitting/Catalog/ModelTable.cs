namespace MinpackNet.Fitting;

/// <summary>The models that have names.</summary>
internal static class ModelTable
{
    private static readonly NamedQuantity WidthOfGaussian = new("fwhm", "2*sqrt(2*log(2))*abs(sigma)");
    private static readonly NamedQuantity WidthOfLorentzian = new("fwhm", "2*abs(gamma)");
    private static readonly NamedQuantity HalfLife = new("half_life", "log(2)/rate");
    private static readonly NamedQuantity Lifetime = new("lifetime", "1/rate");

    public static IReadOnlyList<ModelRow> Rows { get; } =
    [
        // Backgrounds
        new("constant", "offset", "a constant background"),
        new("linear", "slope*x + intercept", "a line", new NamedQuantity("zero", "-intercept/slope")),
        new("quadratic", "c2*x^2 + c1*x + c0", "a parabola", new NamedQuantity("vertex", "-c1/(2*c2)")),
        new("cubic", "c3*x^3 + c2*x^2 + c1*x + c0", "a polynomial of degree 3"),
        new("quartic", "c4*x^4 + c3*x^3 + c2*x^2 + c1*x + c0", "a polynomial of degree 4"),

        // Peaks
        new("gaussian", "height*exp(-(x - center)^2/(2*sigma^2))", "a Gaussian peak",
            WidthOfGaussian, new NamedQuantity("area", "height*abs(sigma)*sqrt(2*pi)")),
        new("lorentzian", "height/(1 + ((x - center)/gamma)^2)", "a Lorentzian (Cauchy) peak",
            WidthOfLorentzian, new NamedQuantity("area", "pi*height*abs(gamma)")),
        // The width to 0.02 % (Olivero and Longbothum 1977).
        new("voigt", "area*voigt(x - center, sigma, gamma)", "a Gaussian peak widened by a Lorentzian one",
            new NamedQuantity("fwhm",
                "1.0692*abs(gamma) + sqrt(0.8664*gamma^2 + 8*log(2)*sigma^2)"),
            new NamedQuantity("height", "area*voigt(0, sigma, gamma)")),
        new("pseudo_voigt",
            "height*(share/(1 + ((x - center)/hwhm)^2) + (1 - share)*exp(-log(2)*((x - center)/hwhm)^2))",
            "a Gaussian and a Lorentzian peak of the same width, by their shares",
            new NamedQuantity("fwhm", "2*abs(hwhm)"),
            new NamedQuantity("area", "height*abs(hwhm)*(pi*share + (1 - share)*sqrt(pi/log(2)))")),
        new("moffat", "height/(1 + ((x - center)/width)^2)^beta", "a peak with wings between those of other peaks",
            new NamedQuantity("fwhm", "2*abs(width)*sqrt(2^(1/beta) - 1)")),
        new("pearson7", "height/(1 + ((x - center)/hwhm)^2*(2^(1/m) - 1))^m", "a Pearson type VII peak",
            new NamedQuantity("fwhm", "2*abs(hwhm)")),

        new("skewed", "height*exp(-(x - center)^2/(2*sigma^2))*(1 + erf(skew*(x - center)/(sqrt(2)*sigma)))",
            "a skewed Gaussian peak"),
        new("exponential_gaussian",
            "area*rate/2*exp(rate/2*(2*center + rate*sigma^2 - 2*x))"
                + "*erfc((center + rate*sigma^2 - x)/(sqrt(2)*sigma))",
            "a Gaussian peak with an exponential tail, as in chromatography",
            new NamedQuantity("mean", "center + 1/rate")),

        // Decays and growth
        new("decay", "amplitude*exp(-rate*x)", "an exponential decay", HalfLife, Lifetime),
        new("stretched", "amplitude*exp(-(x/lifetime)^beta)", "a stretched exponential (Kohlrausch) decay"),
        new("growth", "amplitude*exp(rate*x)", "exponential growth",
            new NamedQuantity("doubling", "log(2)/rate")),
        new("saturation", "amplitude*(1 - exp(-rate*x))", "an exponential approach to a plateau",
            new NamedQuantity("half", "log(2)/rate")),
        new("logistic", "top/(1 + exp(-rate*(x - middle)))", "logistic growth",
            new NamedQuantity("fastest", "top*rate/4")),
        new("gompertz", "top*exp(-exp(-rate*(x - inflection)))", "Gompertz growth",
            new NamedQuantity("fastest", "top*rate/exp(1)")),
        new("weibull", "top*(1 - exp(-(x/scale)^shape))", "Weibull growth",
            new NamedQuantity("half", "scale*log(2)^(1/shape)")),
        new("richards", "top/(1 + exp(-rate*(x - middle)))^(1/skew)", "Richards growth"),

        // Doses and rates
        new("hill", "top*x^n/(ec50^n + x^n)", "a Hill curve"),
        new("logistic4", "bottom + (top - bottom)/(1 + (ec50/x)^slope)",
            "a four-parameter logistic curve of the dose; top is the higher plateau, and the slope of a falling curve "
                + "is negative")
        {
            Exchanges = [new([("bottom", "top")], "slope")],
        },
        new("logistic5", "bottom + (top - bottom)/(1 + (middle/x)^slope)^skew",
            "a five-parameter logistic curve of the dose",
            new NamedQuantity("ec50", "middle/(2^(1/skew) - 1)^(1/slope)")),
        new("michaelis_menten", "vmax*x/(km + x)", "an enzyme's rate by the concentration of its substrate",
            new NamedQuantity("efficiency", "vmax/km")),
        new("substrate_inhibition", "vmax*x/(km + x + x^2/ki)", "the same where much substrate inhibits (Haldane)",
            new NamedQuantity("optimum", "sqrt(km*ki)")),
        new("langmuir", "capacity*affinity*x/(1 + affinity*x)", "adsorption on equal sites"),
        new("freundlich", "k*x^(1/n)", "adsorption on unequal sites"),
        new("arrhenius", "factor*exp(-energy/(8.31446261815324*x))",
            "a rate by the absolute temperature, with the energy in J/mol"),

        // Powers and ratios
        new("power", "amplitude*x^exponent", "a power law"),
        new("rational", "(a0 + a1*x)/(1 + b1*x)", "a ratio of lines", new NamedQuantity("pole", "-1/b1")),

        // Waves and steps
        new("sine", "amplitude*sin(2*pi*frequency*x + phase)", "a sine",
            new NamedQuantity("period", "1/frequency")),
        new("damped_sine", "amplitude*exp(-rate*x)*sin(2*pi*frequency*x + phase)", "a damped sine",
            new NamedQuantity("period", "1/frequency"), Lifetime),
        new("erf_step", "height*erfc(-(x - center)/(sqrt(2)*sigma))/2", "a step, the integral of a Gaussian peak"),
        new("tanh_step", "height*(1 + tanh((x - center)/width))/2", "a step"),
        new("arctan_step", "height*(0.5 + arctan((x - center)/width)/pi)", "a step with long wings"),
    ];

    /// <summary>The row of a name in any case; null for none.</summary>
    public static ModelRow? Row(string name) =>
        Rows.FirstOrDefault(row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
