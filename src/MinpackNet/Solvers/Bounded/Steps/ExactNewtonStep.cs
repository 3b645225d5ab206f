namespace MinpackNet;

/// <summary>The shortest least-squares solution of J p = -f, from the singular values of a dense J.</summary>
internal sealed class ExactNewtonStep(BoundedSolve solve) : NewtonStep
{
    /// <summary>Singular values below this part of the largest are zero.</summary>
    private const double RankTolerance = Defaults.MachineEpsilon / 2;

    private readonly SingularValues _svd = new(solve.Residuals.Length, solve.X.Length, formsLeft: false);
    private readonly double[] _coefficients = new double[solve.X.Length];
    private readonly double[] _freeStep = new double[solve.X.Length];

    public override void Find(ReadOnlySpan<bool> isFree, Span<double> step)
    {
        int free = isFree.Count(true);
        _svd.Reshape(solve.Residuals.Length, free);
        int k = 0;
        for (int j = 0; j < isFree.Length; j++)
        {
            if (isFree[j])
            {
                solve.Column(j).CopyTo(_svd.Column(k++));
            }
        }

        solve.Linearized.CopyTo(_svd.RightSide);
        _svd.Decompose();
        for (k = 0; k < free; k++)
        {
            double s = _svd.Values[k];
            _coefficients[k] = s > RankTolerance * _svd.Largest ? _svd.Products[k] / s : 0;
        }

        _svd.NegativeCombination(_coefficients, _freeStep.AsSpan(0, free));
        k = 0;
        for (int j = 0; j < isFree.Length; j++)
        {
            step[j] = isFree[j] ? _freeStep[k++] : 0;
        }
    }
}
