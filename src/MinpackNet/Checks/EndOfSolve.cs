namespace MinpackNet;

/// <summary>What the residuals and the factor of the last Jacobian tell of the end of a solve.</summary>
internal static class EndOfSolve
{
    /// <summary>Whether a solve ended with a finite norm of the residuals and a finite R (so Jacobian).</summary>
    /// <remarks>
    /// One by one, without a branch for each and without vectors: R was just written so, for each of many small fits.
    /// </remarks>
    public static bool IsFinite(double norm, JacobianMatrix factor)
    {
        double joined = norm - norm;
        for (int j = 0; j < factor.ColumnCount; j++)
        {
            foreach (double value in factor.Column(j)[..(j + 1)])
            {
                joined += value - value;
            }
        }

        return joined == 0;
    }

    /// <summary>Whether all derivatives are zero, but not the residuals.</summary>
    /// <remarks>The first pivot is the largest column.</remarks>
    public static bool IsStuck(double norm, JacobianMatrix factor) => norm > 0 && factor[0, 0] == 0;

    /// <summary>Whether all of these derivatives are zero.</summary>
    public static bool AreZero(ReadOnlySpan<double> derivatives) => !derivatives.ContainsAnyExcept(0.0);
}
