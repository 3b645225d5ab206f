namespace MinpackNet;

/// <summary>The exact one, from the singular values of a dense Jacobian.</summary>
/// <param name="solve">The point and its Jacobian.</param>
/// <param name="units">x = x + units · step.</param>
/// <param name="curvature">What the bounds add to the diagonal of the Hessian, in the units.</param>
internal sealed class ExactRegionStep(BoundedSolve solve, double[] units, double[] curvature) : RegionStep
{
    private readonly SingularValues _svd =
        new(solve.Residuals.Length + units.Length, units.Length, formsLeft: true);

    private readonly double[] _work = new double[units.Length];
    private double _damping;
    private bool _isFullRank;

    public override double Damping => _damping;

    public override void Begin() => _damping = 0;

    /// <summary>Of the Jacobian in the units, above the square root of the bounds' curvature.</summary>
    public override void Linearize(double radius)
    {
        int m = solve.Residuals.Length;
        int n = units.Length;
        bool hasCurvature = Vectors.LargestMagnitude(curvature) > 0;
        _svd.Reshape(hasCurvature ? m + n : m, n);
        for (int j = 0; j < n; j++)
        {
            Span<double> column = _svd.Column(j);
            column.Clear();
            LongVectors.Add(column[..m], units[j], solve.Column(j));
            if (hasCurvature)
            {
                column[m + j] = Math.Sqrt(curvature[j]);
            }
        }

        _svd.RightSide.Clear();
        solve.Linearized.CopyTo(_svd.RightSide);
        _svd.Decompose();
        _isFullRank = m >= n && _svd.Smallest > Defaults.MachineEpsilon * m * _svd.Largest;
    }

    public override void Find(double radius, Span<double> step) =>
        _damping = DampedStep.Find(_svd, _isFullRank, radius, _damping, _work, step);

    public override void NoteRadius(double before, double after) => _damping *= before / after;
}
