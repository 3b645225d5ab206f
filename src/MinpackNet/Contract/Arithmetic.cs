namespace MinpackNet;

/// <summary>How the floating-point work of a solve is carried out.</summary>
public enum Arithmetic
{
    /// <summary>
    /// MINPACK's operations in MINPACK's order: the same bits on every machine and on any number of threads.
    /// </summary>
    Exact = 0,

    /// <summary>
    /// The Jacobian is factorized by blocks of rows with fused operations: several times faster where there are many
    /// residuals and parameters. Results agree with <see cref="Exact"/> to rounding, not to the bit, and may differ
    /// between kinds of processors. Not over an installed CMinpack, and not row by row.
    /// </summary>
    Fast = 1,
}
