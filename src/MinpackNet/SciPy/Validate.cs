namespace MinpackNet;

/// <content>What functions on arrays return.</content>
internal static partial class Validate
{
    public static void Shape(
        double[,] jacobian, (int Rows, int Columns) expected, bool? columnDerivatives, string function)
    {
        (int, int) shape = (jacobian.GetLength(0), jacobian.GetLength(1));
        if (shape != expected)
        {
            throw Errors.JacobianShape(function, expected, shape, columnDerivatives);
        }
    }
}
