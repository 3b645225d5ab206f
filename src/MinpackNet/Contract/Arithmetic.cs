using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>How a solve carries out its floating-point operations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Arithmetic>))]
public enum Arithmetic
{
    /// <summary>
    /// MINPACK's operations in MINPACK's order: the same bits on every machine and with any number of threads.
    /// </summary>
    Exact = 0,

    /// <summary>
    /// Trades bit-for-bit results for speed: the Jacobian is factorized in blocks of rows with fused operations,
    /// several times faster when there are many residuals and parameters. Results agree with <see cref="Exact"/> to
    /// rounding error, and may differ in the last digits between processors. Not available over an installed CMinpack,
    /// nor for row-by-row solves.
    /// </summary>
    Fast = 1,
}
