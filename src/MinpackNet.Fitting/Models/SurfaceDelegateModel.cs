namespace MinpackNet.Fitting;

/// <summary>A model of several predictors given by delegates.</summary>
internal sealed class SurfaceDelegateModel(SurfaceFunction function, SurfaceGradient? gradient) : Model
{
    public override DerivativeSource Derivatives =>
        gradient is null ? DerivativeSource.Differences : DerivativeSource.Given;

    internal override double[][] Bind(Predictors x) => x.Columns;

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        double[] x = new double[columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Predictors.Gather(columns, i, x);
            values[i] = function(parameters, x);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        int m = columns[0].Length;
        double[] x = new double[columns.Length];
        double[] row = new double[parameters.Length];
        for (int i = 0; i < m; i++)
        {
            Predictors.Gather(columns, i, x);
            gradient!(parameters, x, row);
            for (int k = 0; k < by.Length; k++)
            {
                derivatives[(k * m) + i] = row[by[k]];
            }
        }
    }
}
