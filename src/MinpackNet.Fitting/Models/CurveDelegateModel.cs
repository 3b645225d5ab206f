namespace MinpackNet.Fitting;

/// <summary>A curve given by delegates.</summary>
internal sealed class CurveDelegateModel(CurveFunction function, CurveGradient? gradient) : Model
{
    public override DerivativeSource Derivatives =>
        gradient is null ? DerivativeSource.Differences : DerivativeSource.Given;

    internal override double[][] Bind(Predictors x) => [x.Single()];

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        double[] x = columns[0];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(parameters, x[i]);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        double[] x = columns[0];
        double[] row = new double[parameters.Length];
        for (int i = 0; i < x.Length; i++)
        {
            gradient!(parameters, x[i], row);
            for (int k = 0; k < by.Length; k++)
            {
                derivatives[(k * x.Length) + i] = row[by[k]];
            }
        }
    }
}
