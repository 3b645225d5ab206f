namespace MinpackNet.Fitting;

/// <summary>What to write for names that other programs have and the notation does not.</summary>
internal static class FunctionHints
{
    /// <summary>What to write for a function, by its name elsewhere in lower case.</summary>
    public static IReadOnlyDictionary<string, string> Functions { get; } = new Dictionary<string, string>
    {
        ["arccosh"] = "acosh(x)",
        ["arcosh"] = "acosh(x)",
        ["arcsinh"] = "asinh(x)",
        ["arsinh"] = "asinh(x)",
        ["arctanh"] = "atanh(x)",
        ["artanh"] = "atanh(x)",
        ["arctan2"] = "atan2(y, x)",
        ["bessel"] = "besselj0(x) or besselj1(x)",
        ["besselj"] = "besselj0(x) or besselj1(x)",
        ["jv"] = "besselj0(x) or besselj1(x)",
        ["jn"] = "besselj0(x) or besselj1(x)",
        ["j0"] = "besselj0(x)",
        ["j1"] = "besselj1(x)",
        ["ceiling"] = "ceil(x)",
        ["clip"] = "min(max(x, a), b)",
        ["clamp"] = "min(max(x, a), b)",
        ["cond"] = "if(condition, a, b)",
        ["ifelse"] = "if(condition, a, b)",
        ["iif"] = "if(condition, a, b)",
        ["piecewise"] = "if(condition, a, b)",
        ["where"] = "if(condition, a, b)",
        ["cot"] = "1/tan(x)",
        ["coth"] = "1/tanh(x)",
        ["csc"] = "1/sin(x)",
        ["csch"] = "1/sinh(x)",
        ["sec"] = "1/cos(x)",
        ["sech"] = "1/cosh(x)",
        ["cuberoot"] = "cbrt(x)",
        ["exp10"] = "10^x",
        ["exp2"] = "2^x",
        ["expit"] = "logistic(x)",
        ["sigmoid"] = "logistic(x)",
        ["logit"] = "log(p/(1 - p))",
        ["fabs"] = "abs(x)",
        ["factorial"] = "gamma(x + 1)",
        ["fix"] = "sign(x)*floor(abs(x))",
        ["int"] = "sign(x)*floor(abs(x))",
        ["trunc"] = "sign(x)*floor(abs(x))",
        ["fmod"] = "mod(a, b)",
        ["rem"] = "mod(a, b)",
        ["remainder"] = "mod(a, b)",
        ["gammaln"] = "lgamma(x)",
        ["loggamma"] = "lgamma(x)",
        ["tgamma"] = "gamma(x)",
        ["gauss"] = "gaussian(x, mean, sd), which has the area 1",
        ["norm"] = "gaussian(x, mean, sd)",
        ["normal"] = "gaussian(x, mean, sd)",
        ["normpdf"] = "gaussian(x, mean, sd)",
        ["dnorm"] = "gaussian(x, mean, sd)",
        ["normcdf"] = "erfc((mean - x)/(sd*sqrt(2)))/2",
        ["pnorm"] = "erfc((mean - x)/(sd*sqrt(2)))/2",
        ["heaviside"] = "step(x)",
        ["theta"] = "step(x)",
        ["unitstep"] = "step(x)",
        ["hypot"] = "sqrt(x^2 + y^2)",
        ["lb"] = "log2(x)",
        ["ld"] = "log2(x)",
        ["lg"] = "log10(x)",
        ["ln1p"] = "log1p(x)",
        ["lorentz"] = "voigt(x, 0, gamma), which has the area 1",
        ["lorentzian"] = "voigt(x, 0, gamma), which has the area 1",
        ["maximum"] = "max(a, b)",
        ["fmax"] = "max(a, b)",
        ["minimum"] = "min(a, b)",
        ["fmin"] = "min(a, b)",
        ["pow"] = "x^a",
        ["power"] = "x^a",
        ["rint"] = "round(x)",
        ["sgn"] = "sign(x)",
        ["signum"] = "sign(x)",
        ["sqr"] = "x^2",
        ["square"] = "x^2",
        ["voigtprofile"] = "voigt(x, sigma, gamma)",
        ["voigt_profile"] = "voigt(x, sigma, gamma)",
    };

    /// <summary>What to write for a function that there is not; null where that is not clear.</summary>
    public static string? OfFunction(string name)
    {
        string lower = name.ToLowerInvariant();
        return FormulaFunction.All.ContainsKey(lower)
            ? $"Functions are written in lower case: {lower}(...)."
            : Functions.TryGetValue(lower, out string? instead) ? $"Write {instead}." : null;
    }

    /// <summary>What to write for a name that is no variable; empty where that is not clear.</summary>
    public static string OfVariable(string name) => name switch
    {
        "e" or "E" => " Write exp(1) for Euler's number.",
        "Pi" or "PI" or "π" => " Write pi for the number.",
        _ when FormulaFunction.All.ContainsKey(name) => $" The function needs an argument: {name}(...).",
        _ => "",
    };
}
