using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MinpackNet.Fitting;

/// <summary>
/// The distribution of von Neumann's ratio of the residuals of a fit with normal errors, exact for a linear model: that
/// of Σ λᵢ zᵢ² / Σ zᵢ² with normal zᵢ, where λᵢ are the squared singular values of the differences of neighbors among
/// all residuals that the fit can leave (Durbin and Watson 1950).
/// </summary>
internal static class NeumannRatio
{
    // The probability to ten places.
    private const double RelativeError = 1e-10;
    private const int Depth = 20;
    private const int Order = 21;

    /// <summary>The probability that noise has so small a ratio, by the integral of Imhof (1961).</summary>
    /// <param name="ratio">The ratio.</param>
    /// <param name="columns">The Jacobian, column by column, with rows in the order of residuals; of full rank.</param>
    /// <param name="m">The number of residuals, more than there are columns.</param>
    public static double Below(double ratio, double[] columns, int m)
    {
        double[] weights = Array.ConvertAll(Squares(columns, m), square => square - ratio);
        double size = Norms.Largest(weights);
        double area = size > 0
            ? GaussKronrodRule.Integrate(Integrand, 0, 1, out _, out _, RelativeError, Depth, Order)
            : 0;
        return Math.Clamp(0.5 - (area / Math.PI), 0, 1);

        // The half-line as the interval up to 1.
        double Integrand(double t)
        {
            double u = t / (1 - t);
            double angle = 0;
            double product = 1;
            foreach (double weight in weights)
            {
                double w = weight / size * u;
                angle += Math.Atan(w) / 2;
                product *= 1 + (w * w);
            }

            return Math.Sin(angle) / (t * (1 - t) * Math.Sqrt(Math.Sqrt(product)));
        }
    }

    private static double[] Squares(double[] columns, int m)
    {
        int n = columns.Length / m;
        Matrix<double> residuals = Matrix<double>.Build.Dense(m, n, columns).QR(QRMethod.Full).Q
            .SubMatrix(0, m, n, m - n);
        Matrix<double> differences = residuals.SubMatrix(1, m - 1, 0, m - n) - residuals.SubMatrix(0, m - 1, 0, m - n);
        return [.. differences.Svd(computeVectors: false).S.Select(value => value * value)];
    }
}
