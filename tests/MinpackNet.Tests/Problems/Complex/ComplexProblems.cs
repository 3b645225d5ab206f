using System.Numerics;

namespace MinpackNet.Tests.Problems;

/// <summary>Sparse problems over complex numbers.</summary>
internal static class ComplexProblems
{
    public static Complex[] Residuals(string name, Complex[] x) => name switch
    {
        "broyden tridiagonal" => Each(
            x, k => ((3 - (2 * x[k])) * x[k]) - At(x, k - 1) - (2 * At(x, k + 1)) + 1),
        "broyden banded" => Each(
            x, k => (x[k] * (2 + (5 * (x[k] * x[k])))) + 1 - Neighbors(x, k)),
        "discrete boundary value" => Each(x, k => Boundary(x, k, 1 / (x.Length + 1.0))),
        _ =>
        [
            .. Enumerable.Range(0, x.Length - 1).Select(k => 10 * (x[k + 1] - (x[k] * x[k]))),
            .. Enumerable.Range(0, x.Length - 1).Select(k => 1 - x[k]),
        ],
    };

    private static Complex[] Each(Complex[] x, Func<int, Complex> residual) =>
        [.. Enumerable.Range(0, x.Length).Select(residual)];

    private static Complex At(Complex[] x, int k) => k >= 0 && k < x.Length ? x[k] : Complex.Zero;

    private static Complex Neighbors(Complex[] x, int k)
    {
        Complex sum = 0;
        for (int j = Math.Max(0, k - 5); j <= Math.Min(x.Length - 1, k + 1); j++)
        {
            sum += j == k ? 0 : x[j] * (1 + x[j]);
        }

        return sum;
    }

    private static Complex Boundary(Complex[] x, int k, double h)
    {
        Complex t = x[k] + ((k + 1) * h) + 1;
        return (2 * x[k]) - At(x, k - 1) - At(x, k + 1) + (t * t * t * (h * h) / 2);
    }
}
