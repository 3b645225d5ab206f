namespace MinpackNet.Fitting;

/// <summary>The space that columns span, and what of another column lies outside it (Gram-Schmidt, twice).</summary>
internal sealed class ColumnSpan
{
    // What is left of a column that depends on the others is rounding.
    private const double Rounding = 1e-10;

    private readonly List<double[]> _directions = [];

    public int Rank => _directions.Count;

    public void Add(double[] column)
    {
        double[] outside = Outside(column);
        double norm = Norms.Of(outside);
        if (norm > Rounding * Norms.Of(column))
        {
            _directions.Add(Array.ConvertAll(outside, value => value / norm));
        }
    }

    public double[] Outside(double[] column)
    {
        double[] left = [.. column];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] direction in _directions)
            {
                double product = 0;
                for (int i = 0; i < left.Length; i++)
                {
                    product += left[i] * direction[i];
                }

                for (int i = 0; i < left.Length; i++)
                {
                    left[i] -= product * direction[i];
                }
            }
        }

        return left;
    }
}
