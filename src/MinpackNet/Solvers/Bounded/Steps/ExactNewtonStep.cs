namespace MinpackNet;

/// <summary>The shortest least-squares solution of J p = -f, from the singular values of a dense J.</summary>
internal sealed class ExactNewtonStep(BoundedSolve solve) : NewtonStep
{
    /// <summary>Singular values below this part of the largest are zero.</summary>
    private const double RankTolerance = Defaults.MachineEpsilon / 2;

    private readonly QrFactor _factor = solve.Factor;
    private readonly SingularValues _svd = solve.SingularValues;
    private readonly double[] _coefficients = new double[solve.X.Length];
    private readonly double[] _freeStep = new double[solve.X.Length];
    private readonly double[] _units = new double[solve.X.Length];

    public override void Find(ReadOnlySpan<bool> isFree, Span<double> step)
    {
        int free = isFree.Count(true);
        _factor.Reshape(solve.Residuals.Length, free);
        int k = 0;
        for (int j = 0; j < isFree.Length; j++)
        {
            _units[j] = solve.Problem.IsUnitFree ? solve.ColumnUnit(j) : 1;
            if (isFree[j])
            {
                _factor.SetColumn(k++, solve.Column(j), _units[j]);
            }
        }

        _factor.SetRightSide(solve.Linearized);
        _factor.Factorize(solve.Problem.FactorThreads);
        Solve(_freeStep.AsSpan(0, free));
        k = 0;
        for (int j = 0; j < isFree.Length; j++)
        {
            step[j] = isFree[j] ? _units[j] * _freeStep[k++] : 0;
        }
    }

    private void Solve(Span<double> step)
    {
        if (_factor.IsFullRank(RankTolerance))
        {
            _factor.NewtonStep(step);
            return;
        }

        _svd.Decompose(_factor);
        for (int k = 0; k < step.Length; k++)
        {
            double s = _svd.Values[k];
            _coefficients[k] = s > RankTolerance * _svd.Largest ? _svd.Products[k] / s : 0;
        }

        _svd.NegativeCombination(_coefficients, step);
    }
}
