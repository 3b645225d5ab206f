namespace MinpackNet;

/// <summary>That by LSMR, for a Jacobian that only multiplies, in the units of the parameters.</summary>
internal sealed class LsmrNewtonStep : NewtonStep
{
    private readonly BoundedSolve _solve;
    private readonly double[] _units;
    private readonly ScaledMap _map;
    private readonly Lsmr _lsmr;

    public LsmrNewtonStep(BoundedSolve solve)
    {
        _solve = solve;
        _units = new double[solve.X.Length];
        _map = new(solve.Jacobian, _units);
        _lsmr = new(_map.RowCount, _map.ColumnCount);
    }

    public override void Find(ReadOnlySpan<bool> isFree, Span<double> step)
    {
        for (int j = 0; j < _units.Length; j++)
        {
            _units[j] = isFree[j] ? _solve.Scale(j) : 0;
        }

        BoundedProblem problem = _solve.Problem;
        _lsmr.Solve(_map, _solve.Linearized, problem.Lsmr!, step, problem.Cancellation);
        for (int j = 0; j < _units.Length; j++)
        {
            step[j] *= -_units[j];
        }
    }
}
