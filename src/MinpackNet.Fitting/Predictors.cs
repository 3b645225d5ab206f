namespace MinpackNet.Fitting;

/// <summary>
/// The predictors of m points: one column of m numbers for each, with a name. A single array converts to it by itself,
/// under the name x.
/// </summary>
public sealed class Predictors
{
    /// <summary>The name of a predictor that has none: x.</summary>
    internal const string DefaultName = "x";

    private Predictors(string[] names, double[][] columns)
    {
        Names = names;
        Columns = columns;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of points, m.</summary>
    public int PointCount => Columns[0].Length;

    /// <summary>The columns, of equal length; owned by this instance.</summary>
    internal double[][] Columns { get; }

    /// <summary>The values of a single predictor, x.</summary>
    /// <param name="x">m finite values; copied.</param>
    /// <exception cref="ArgumentException">A value is not finite, or there is none.</exception>
    public static implicit operator Predictors(double[] x) => Of([(DefaultName, x)], nameof(x));

    /// <summary>Several predictors by name.</summary>
    /// <param name="columns">Distinct names, each with m finite values; copied.</param>
    /// <returns>The predictors.</returns>
    /// <exception cref="ArgumentException">There is no column, or lengths differ, or a value is not finite.</exception>
    public static Predictors FromColumns(params (string Name, double[] Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Of(columns, nameof(columns));
    }

    /// <summary>The same as the conversion, for languages without implicit conversions.</summary>
    /// <param name="x">m finite values; copied.</param>
    /// <returns>The predictors.</returns>
    public static Predictors FromArray(double[] x) => x;

    /// <summary>The column of a model of one predictor.</summary>
    internal double[] Single() =>
        Columns.Length == 1 ? Columns[0] : throw Errors.SeveralPredictors("x", Names);

    /// <summary>One point.</summary>
    internal static void Gather(double[][] columns, int i, Span<double> point)
    {
        for (int k = 0; k < columns.Length; k++)
        {
            point[k] = columns[k][i];
        }
    }

    private static Predictors Of((string Name, double[] Values)[] columns, string argument)
    {
        Validate.Columns(columns, argument);
        return new([.. columns.Select(column => column.Name)], [.. columns.Select(c => (double[])c.Values.Clone())]);
    }
}
