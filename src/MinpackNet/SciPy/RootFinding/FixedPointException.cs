namespace MinpackNet;

/// <summary>Thrown when no fixed point was found. SciPy: a RuntimeError.</summary>
public sealed class FixedPointException : Exception
{
    internal FixedPointException(string message, double[] point)
        : base(message) => Point = new(point);

    /// <summary>The last point, n values.</summary>
    public RealVector Point { get; }
}
