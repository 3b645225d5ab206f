namespace MinpackNet;

/// <summary>The exact one, from the singular values of a dense Jacobian.</summary>
/// <param name="solve">The point and its Jacobian.</param>
/// <param name="units">x = x + units · step.</param>
/// <param name="curvature">What the bounds add to the diagonal of the Hessian, in the units.</param>
internal sealed class ExactRegionStep(BoundedSolve solve, double[] units, double[] curvature) : RegionStep
{
    private readonly QrFactor _factor = solve.Factor;
    private readonly SingularValues _svd = solve.SingularValues;
    private readonly double[] _newton = new double[units.Length];
    private readonly double[] _work = new double[units.Length];
    private double _damping;
    private bool _hasNewton;
    private bool _isDecomposed;

    public override double Damping => _damping;

    private double RankTolerance => Defaults.MachineEpsilon * solve.Residuals.Length;

    public override int RootRowCount => units.Length;

    public override void Begin() => _damping = 0;

    /// <summary>Of the Jacobian in the units, above the square root of the bounds' curvature.</summary>
    public override void Linearize(double radius)
    {
        int m = solve.Residuals.Length;
        int n = units.Length;
        bool hasCurvature = Vectors.LargestMagnitude(curvature) > 0;
        _factor.Reshape(hasCurvature ? m + n : m, n);
        for (int j = 0; j < n; j++)
        {
            _factor.SetColumn(j, solve.Column(j), units[j]);
            if (hasCurvature)
            {
                _factor.Column(j)[m + j] = Math.Sqrt(curvature[j]);
            }
        }

        _factor.SetRightSide(solve.Linearized);
        _factor.Factorize(solve.Problem.FactorThreads, formsQ: !solve.Problem.Loss.IsLinear);
        _isDecomposed = false;
        _hasNewton = m >= n && _factor.IsFullRank(RankTolerance);
        if (_hasNewton)
        {
            _factor.NewtonStep(_newton);
        }
    }

    public override void MultiplyByRoot(ReadOnlySpan<double> vector, Span<double> product) =>
        _factor.Multiply(vector, product);

    /// <summary>Singular values are needed only where the region cuts the step short or the rank is in doubt.</summary>
    public override void Find(double radius, Span<double> step)
    {
        if (_hasNewton && Vectors.Norm(_newton) <= radius)
        {
            _newton.CopyTo(step);
            _damping = 0;
            return;
        }

        if (!_isDecomposed)
        {
            _svd.Decompose(_factor);
            _isDecomposed = true;
        }

        bool isFullRank = solve.Residuals.Length >= units.Length && _svd.Smallest > RankTolerance * _svd.Largest;
        _damping = DampedStep.Find(_svd, isFullRank, radius, _damping, _work, step);
    }

    public override void NoteRadius(double before, double after) => _damping *= before / after;
}
