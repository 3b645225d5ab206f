namespace MinpackNet.Tests.Problems;

/// <summary>The constant elements beside the diagonal of a tridiagonal Jacobian.</summary>
internal static class Neighbors
{
    public static void Fill(int row, Span<double> gradient, double before, double after)
    {
        if (row > 0)
        {
            gradient[row - 1] = before;
        }

        if (row < gradient.Length - 1)
        {
            gradient[row + 1] = after;
        }
    }
}
