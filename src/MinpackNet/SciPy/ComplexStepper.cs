using System.Numerics;

namespace MinpackNet;

/// <summary>Derivatives from the imaginary parts of values at complex points.</summary>
internal static class ComplexStepper
{
    /// <summary>The Jacobian, m by n.</summary>
    public static double[,] Jacobian(Func<Complex[], Complex[]> fun, double[] x, DiffStep? diffStep)
    {
        double[]? steps = Validate.DifferenceSteps(diffStep?.Values, x.Length, nameof(diffStep));
        double[,] jacobian = new double[0, 0];
        for (int j = 0; j < x.Length; j++)
        {
            Complex[] point = Array.ConvertAll(x, value => new Complex(value, 0));
            double step = DifferenceStencil.Step(x[j], steps?[j], DifferenceStencil.TwoPointStep);
            point[j] = new(x[j], step);
            Complex[] values = fun(point) ?? throw Errors.NullFromFunction(nameof(fun));
            if (j == 0)
            {
                jacobian = new double[values.Length, x.Length];
            }
            else if (values.Length != jacobian.GetLength(0))
            {
                throw Errors.ChangedLength(nameof(fun), jacobian.GetLength(0), values.Length);
            }

            for (int i = 0; i < values.Length; i++)
            {
                jacobian[i, j] = values[i].Imaginary / step;
            }
        }

        return jacobian;
    }
}
