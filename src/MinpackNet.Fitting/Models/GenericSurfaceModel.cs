using System.Runtime.Intrinsics;

namespace MinpackNet.Fitting;

/// <summary>A model of several predictors written for any number type.</summary>
/// <param name="parameters">The names of its parameters; null for none.</param>
internal sealed class GenericSurfaceModel<TModel>(string[]? parameters) : GenericModel(parameters)
    where TModel : struct, ISurfaceModel
{
    public override T ValueAt<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x) => TModel.Evaluate(parameters, x);

    internal override double[][] Bind(Predictors x) => x.Columns;

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        double[] x = new double[columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Predictors.Gather(columns, i, x);
            values[i] = TModel.Evaluate<double>(parameters, x);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        int m = columns[0].Length;
        Dual[] seeded = new Dual[parameters.Length];
        Dual[] x = new Dual[columns.Length];
        for (int first = 0; first < by.Length; first += Dual.Width)
        {
            ReadOnlySpan<int> some = by.Slice(first, Math.Min(Dual.Width, by.Length - first));
            Dual.Seed(parameters, some, seeded);
            Span<double> target = derivatives[(first * m)..];
            for (int i = 0; i < m; i++)
            {
                for (int c = 0; c < x.Length; c++)
                {
                    x[c] = new(columns[c][i]);
                }

                Vector256<double> partials = TModel.Evaluate<Dual>(seeded, x).Partials;
                for (int k = 0; k < some.Length; k++)
                {
                    target[(k * m) + i] = partials[k];
                }
            }
        }
    }
}
