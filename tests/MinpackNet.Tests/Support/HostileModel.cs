using FsCheck;
using FsCheck.Fluent;

namespace MinpackNet.Tests;

/// <summary>
/// A random problem made to hurt: weights and starts from the edges of the number range, residuals that are constant,
/// jump, blow up or depend on fewer parameters than there are, and values that are not finite from some call on.
/// </summary>
/// <param name="ParameterCount">n, from 1 to 5.</param>
/// <param name="ResidualCount">m, from n to n + 4.</param>
/// <param name="Weights">m n numbers.</param>
/// <param name="Offsets">m numbers.</param>
/// <param name="Start">n finite numbers.</param>
/// <param name="Shape">Which function is put on top of the linear forms.</param>
/// <param name="Factor">The initial step factor.</param>
/// <param name="PoisonedCall">The call from which on one value is replaced; 0: none.</param>
/// <param name="Poison">The value that replaces it.</param>
internal sealed record HostileModel(
    int ParameterCount,
    int ResidualCount,
    double[] Weights,
    double[] Offsets,
    double[] Start,
    int Shape,
    double Factor,
    int PoisonedCall,
    double Poison)
{
    public const int MaxEvaluations = 150;

    private const int Shapes = 8;

    private static readonly double[] Edges =
    [
        0, -0.0, 1, -1, double.Epsilon, 1e-310, -2.3e-308, 1e-160, 1e160, 1e308, -1e308, double.MaxValue,
    ];

    private static readonly double[] Poisons =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, 0];

    private static readonly Gen<double> Number = Gen.Frequency(
        (3, Gen.Choose(-4000, 4000).Select(i => i / 1000.0)),
        (1, Gen.Elements(Edges)));

    public static Gen<HostileModel> Any { get; } =
        from n in Gen.Choose(1, 5)
        from extra in Gen.Choose(0, 4)
        from weights in Number.ArrayOf((n + extra) * n)
        from offsets in Number.ArrayOf(n + extra)
        from start in Number.ArrayOf(n)
        from shape in Gen.Choose(0, Shapes - 1)
        from factor in Gen.Elements(1e-300, 1e-8, 0.1, 1, 100, 1e300, double.PositiveInfinity)
        from call in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 20)))
        from poison in Gen.Elements(Poisons)
        select new HostileModel(n, n + extra, weights, offsets, start, shape, factor, call, poison);

    public LeastSquaresOptions Options => new() { InitialStepFactor = Factor, MaxEvaluations = MaxEvaluations };

    /// <summary>The residuals without poison.</summary>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double form = Offsets[i];
            for (int j = 0; j < x.Length; j++)
            {
                form += Weights[(i * x.Length) + j] * x[j];
            }

            residuals[i] = Shape switch
            {
                0 => form,
                1 => form * form,
                2 => Math.Exp(form),
                3 => 1 / form,
                4 => form > 0 ? 1 : -1,
                5 => 1,
                6 => Offsets[i] * x[0],
                _ => Math.Sqrt(form),
            };
        }
    }

    /// <summary>The residuals with poison; one function for one solve.</summary>
    public ResidualFunction Poisoned()
    {
        int calls = 0;
        return (x, r) =>
        {
            Evaluate(x, r);
            if (PoisonedCall > 0 && ++calls >= PoisonedCall)
            {
                r[calls % r.Length] = Poison;
            }
        };
    }

    /// <summary>The derivatives of the linear forms: right for shape 0, wrong for the others.</summary>
    public void Jacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        for (int i = 0; i < jacobian.RowCount; i++)
        {
            for (int j = 0; j < jacobian.ColumnCount; j++)
            {
                jacobian[i, j] = Weights[(i * x.Length) + j];
            }
        }
    }

    public void Row(int row, ReadOnlySpan<double> x, Span<double> gradient) =>
        Weights.AsSpan(row * x.Length, x.Length).CopyTo(gradient);
}
