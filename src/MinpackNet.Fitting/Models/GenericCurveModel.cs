using System.Runtime.Intrinsics;

namespace MinpackNet.Fitting;

/// <summary>A curve written for any number type.</summary>
/// <param name="parameters">The names of its parameters; null for none.</param>
internal sealed class GenericCurveModel<TModel>(string[]? parameters) : GenericModel(parameters)
    where TModel : struct, ICurveModel
{
    public override T ValueAt<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x) => TModel.Evaluate(parameters, x[0]);

    internal override double[][] Bind(Predictors x) => [x.Single()];

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        double[] x = columns[0];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = TModel.Evaluate(parameters, x[i]);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        double[] x = columns[0];
        Dual[] seeded = new Dual[parameters.Length];
        for (int first = 0; first < by.Length; first += Dual.Width)
        {
            ReadOnlySpan<int> some = by.Slice(first, Math.Min(Dual.Width, by.Length - first));
            Dual.Seed(parameters, some, seeded);
            Span<double> target = derivatives[(first * x.Length)..];
            for (int i = 0; i < x.Length; i++)
            {
                Vector256<double> partials = TModel.Evaluate<Dual>(seeded, new Dual(x[i])).Partials;
                for (int k = 0; k < some.Length; k++)
                {
                    target[(k * x.Length) + i] = partials[k];
                }
            }
        }
    }
}
