namespace MinpackNet;

/// <summary>A matrix that is known by its products with vectors.</summary>
internal abstract class LinearMap(int rowCount, int columnCount)
{
    public int RowCount { get; } = rowCount;

    public int ColumnCount { get; } = columnCount;

    /// <summary>A v, m values.</summary>
    public abstract void Multiply(ReadOnlySpan<double> vector, Span<double> product);

    /// <summary>Aᵀ w, n values.</summary>
    public abstract void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product);
}
