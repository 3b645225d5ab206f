namespace MinpackNet;

/// <summary>
/// A matrix A with its columns multiplied by units, and below it, if there is one, a diagonal matrix: the damped
/// problem in the units of a trust region.
/// </summary>
/// <param name="map">A, m by n.</param>
/// <param name="units">n factors; a column with 0 is left out.</param>
/// <param name="diagonal">n values of further rows; null for none.</param>
internal sealed class ScaledMap(LinearMap map, double[] units, double[]? diagonal = null)
    : LinearMap(map.RowCount + (diagonal?.Length ?? 0), map.ColumnCount)
{
    private readonly double[] _scaled = new double[units.Length];

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        Vectors.Multiply(units, vector, _scaled);
        map.Multiply(_scaled, product[..map.RowCount]);
        if (diagonal is { Length: > 0 })
        {
            Vectors.Multiply(diagonal, vector, product[map.RowCount..]);
        }
    }

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product)
    {
        map.MultiplyTransposed(vector[..map.RowCount], product);
        Vectors.Multiply(product, units, product);
        for (int j = 0; j < diagonal?.Length; j++)
        {
            product[j] += diagonal[j] * vector[map.RowCount + j];
        }
    }
}
