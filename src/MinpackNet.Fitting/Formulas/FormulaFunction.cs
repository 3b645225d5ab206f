namespace MinpackNet.Fitting;

/// <summary>A function of the notation.</summary>
/// <param name="Arguments">Its arguments as a message names them; "..." stands for any number more.</param>
/// <param name="Build">Adds the steps for its arguments' steps.</param>
/// <param name="IsReserved">Whether no parameter or predictor can have its name.</param>
internal sealed record FormulaFunction(
    string Arguments, Func<FormulaBuilder, int[], int> Build, bool IsReserved = false)
{
    private const string Rest = ", ...";

    /// <summary>All, by name, in the order of the documentation.</summary>
    public static IReadOnlyDictionary<string, FormulaFunction> All { get; } = new Dictionary<string, FormulaFunction>
    {
        ["abs"] = Reserved(Operation.Abs),
        ["acos"] = Reserved(Operation.Acos),
        ["arccos"] = Reserved(Operation.Acos),
        ["asin"] = Reserved(Operation.Asin),
        ["arcsin"] = Reserved(Operation.Asin),
        ["atan"] = Reserved(Operation.Atan),
        ["arctan"] = Reserved(Operation.Atan),
        ["cos"] = Reserved(Operation.Cos),
        ["cosh"] = Reserved(Operation.Cosh),
        ["exp"] = Reserved(Operation.Exp),
        ["log"] = Reserved(Operation.Log),
        ["ln"] = Reserved(Operation.Log),
        ["log10"] = Reserved(Operation.Log10),
        ["log2"] = Reserved(Operation.Log2),
        ["sin"] = Reserved(Operation.Sin),
        ["sinh"] = Reserved(Operation.Sinh),
        ["sqrt"] = Reserved(Operation.Sqrt),
        ["tan"] = Reserved(Operation.Tan),
        ["tanh"] = Reserved(Operation.Tanh),
        ["acosh"] = Of(Operation.Acosh),
        ["asinh"] = Of(Operation.Asinh),
        ["atanh"] = Of(Operation.Atanh),
        ["atan2"] = Binary("y, x", Operation.Atan2),
        ["cbrt"] = Of(Operation.Cbrt),
        ["expm1"] = Of(Operation.ExpM1),
        ["log1p"] = Of(Operation.LogP1),
        ["sinc"] = Of(Operation.Sinc),
        ["logistic"] = Of(Operation.Logistic),
        ["erf"] = Of(Operation.Erf),
        ["erfc"] = Of(Operation.Erfc),
        ["gamma"] = Of(Operation.Gamma),
        ["lgamma"] = Of(Operation.LogGamma),
        ["besselj0"] = Of(Operation.BesselJ0),
        ["besselj1"] = Of(Operation.BesselJ1),
        ["gaussian"] = new("x, mean, sd", Gaussian),
        ["voigt"] = new("x, sigma, gamma", (builder, a) => builder.Ternary(Operation.Voigt, a[0], a[1], a[2])),
        ["if"] = new("condition, a, b", (builder, a) => builder.Ternary(Operation.If, a[0], a[1], a[2])),
        ["min"] = Binary("a, b" + Rest, Operation.Min),
        ["max"] = Binary("a, b" + Rest, Operation.Max),
        ["mod"] = Binary("a, b", Operation.Mod),
        ["step"] = Of(Operation.UnitStep),
        ["sign"] = Of(Operation.Sign),
        ["floor"] = Of(Operation.Floor),
        ["ceil"] = Of(Operation.Ceiling),
        ["round"] = Of(Operation.Round),
    };

    /// <summary>The least number of arguments.</summary>
    public int Least { get; } = Arguments.Replace(Rest, "", StringComparison.Ordinal).Split(',').Length;

    /// <summary>Whether it takes a number of arguments.</summary>
    public bool Takes(int count) =>
        count == Least || (count > Least && Arguments.EndsWith(Rest, StringComparison.Ordinal));

    private static FormulaFunction Reserved(Operation operation) => Of(operation) with { IsReserved = true };

    private static FormulaFunction Of(Operation operation) =>
        new("x", (builder, arguments) => builder.Unary(operation, arguments[0]));

    private static FormulaFunction Binary(string arguments, Operation operation) =>
        new(arguments, (builder, steps) => steps.Aggregate((left, right) => builder.Binary(operation, left, right)));

    /// <summary>exp(-((x - mean)/sd)²/2)/(|sd| √(2π)).</summary>
    private static int Gaussian(FormulaBuilder builder, int[] arguments)
    {
        int distance = builder.Binary(Operation.Subtract, arguments[0], arguments[1]);
        int scaled = builder.Binary(Operation.Divide, distance, arguments[2]);
        int square = builder.Binary(Operation.Power, scaled, builder.Constant(2));
        int exponent = builder.Binary(Operation.Multiply, builder.Constant(-0.5), square);
        int deviation = builder.Unary(Operation.Abs, arguments[2]);
        int unit = builder.Binary(Operation.Multiply, builder.Constant(Math.Sqrt(2 * Math.PI)), deviation);
        return builder.Binary(Operation.Divide, builder.Unary(Operation.Exp, exponent), unit);
    }
}
