namespace MinpackNet;

/// <content>What functions on arrays return.</content>
internal static partial class Validate
{
    public static void Iterations(int value, string argument)
    {
        if (value <= 0)
        {
            throw Errors.Iterations(argument, value);
        }
    }

    /// <summary>What the method demands of the number of values.</summary>
    public static void EquationCount(RootMethod method, int values, int parameters, string function)
    {
        if (method == RootMethod.Hybr && values != parameters)
        {
            throw Errors.EquationsShape(function, values, parameters, "method: RootMethod.Lm");
        }

        if (values < parameters)
        {
            throw Errors.TooFewValues(function, values, parameters, "value");
        }
    }

    public static void Options(RootOptions options, int parameterCount)
    {
        Tolerance(options.Xtol ?? 0, nameof(options.Xtol));
        Tolerance(options.Ftol, nameof(options.Ftol));
        Tolerance(options.Gtol, nameof(options.Gtol));
        StepFactor(options.Factor, nameof(options.Factor));
        Precision(options.Eps, nameof(options.Eps));
        Scale(options.Diag, parameterCount, nameof(options.Diag));
        Known(options.NonFiniteValues, nameof(options.NonFiniteValues));
    }

    public static void Shape(
        double[,] jacobian, (int Rows, int Columns) expected, ColumnDerivatives? layout, string function)
    {
        (int, int) shape = (jacobian.GetLength(0), jacobian.GetLength(1));
        if (shape != expected)
        {
            throw Errors.JacobianShape(function, expected, shape, layout);
        }
    }
}
