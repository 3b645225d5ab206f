namespace MinpackNet;

/// <summary>A parabola a τ² + b τ + c: the quadratic model along a line.</summary>
internal readonly record struct Parabola(double A, double B, double C)
{
    /// <summary>The least value on an interval; the first of equal ones, and the ends before the vertex.</summary>
    public (double At, double Value) Minimum(double from, double to)
    {
        (double At, double Value) best = (from, ValueAt(from));
        Consider(to, ref best);
        if (A != 0)
        {
            double vertex = -0.5 * B / A;
            if (vertex > from && vertex < to)
            {
                Consider(vertex, ref best);
            }
        }

        return best;
    }

    public double ValueAt(double at) => (at * ((A * at) + B)) + C;

    private void Consider(double at, ref (double At, double Value) best)
    {
        double value = ValueAt(at);
        if (value < best.Value)
        {
            best = (at, value);
        }
    }
}
