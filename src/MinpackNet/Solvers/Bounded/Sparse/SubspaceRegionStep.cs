namespace MinpackNet;

/// <summary>
/// The best step in the plane of the gradient and a regularized Gauss–Newton step by LSMR, for Jacobians that only
/// multiply (Byrd, Schnabel, Shultz, Math. Prog. 40 (1988) 247-263).
/// </summary>
internal sealed class SubspaceRegionStep : RegionStep
{
    private readonly BoundedSolve _solve;
    private readonly double[] _curvature;
    private readonly double[] _gradient;
    private readonly double[] _newton;
    private readonly double[] _image;
    private readonly double[] _diagonal;
    private readonly double[] _rootOfCurvature;
    private readonly double[] _rightSide;
    private readonly ScaledMap _root;
    private readonly ScaledMap _problem;
    private readonly Lsmr _lsmr;
    private readonly Subspace _subspace;

    /// <param name="solve">The point and its Jacobian.</param>
    /// <param name="units">x = x + units · step.</param>
    /// <param name="curvature">What the bounds add to the diagonal of the Hessian, in the units.</param>
    /// <param name="gradient">In the units.</param>
    public SubspaceRegionStep(BoundedSolve solve, double[] units, double[] curvature, double[] gradient)
    {
        (int m, int n) = (solve.Residuals.Length, units.Length);
        bool hasBounds = solve.Problem.Lower.Any(double.IsFinite) || solve.Problem.Upper.Any(double.IsFinite);
        _solve = solve;
        _curvature = curvature;
        _gradient = gradient;
        _newton = new double[n];
        _diagonal = new double[hasBounds ? n : 0];
        _rootOfCurvature = new double[_diagonal.Length];
        _rightSide = new double[m + _diagonal.Length];
        _root = new(solve.Jacobian, units, _rootOfCurvature);
        _image = new double[_root.RowCount];
        _problem = new(solve.Jacobian, units, _diagonal);
        _lsmr = new(_problem.RowCount, n);
        _subspace = new(_root.RowCount, n);
    }

    public override int RootRowCount => _root.RowCount;

    /// <summary>
    /// The Gauss–Newton step: with bounds, their curvature and the regularization are rows below the Jacobian, else the
    /// regularization is the damping of LSMR.
    /// </summary>
    public override void Linearize(double radius)
    {
        LsmrSettings settings = _solve.Problem.Lsmr!;
        for (int j = 0; j < _rootOfCurvature.Length; j++)
        {
            _rootOfCurvature[j] = Math.Sqrt(_curvature[j]);
        }

        double regularization = _solve.Problem.IsRegularized ? Regularization(radius) : 0;
        if (_diagonal.Length == 0)
        {
            settings = settings with
            {
                Damping = Math.Sqrt((settings.Damping * settings.Damping) + regularization),
            };
        }

        for (int j = 0; j < _diagonal.Length; j++)
        {
            _diagonal[j] = Math.Sqrt(_curvature[j] + regularization);
        }

        _solve.Linearized.CopyTo(_rightSide, 0);
        _lsmr.Solve(_problem, _rightSide, settings, _newton, _solve.Problem.Cancellation);
        _subspace.Set(_root, _gradient, _newton);
    }

    public override void MultiplyByRoot(ReadOnlySpan<double> vector, Span<double> product) =>
        _root.Multiply(vector, product);

    public override void Find(double radius, Span<double> step) => _subspace.Step(radius, step);

    /// <summary>
    /// The reduction that the model promises along its gradient, by the squared radius ((3.4) of the paper).
    /// </summary>
    private double Regularization(double radius)
    {
        double square = Vectors.Dot(_gradient, _gradient);
        if (square == 0)
        {
            return 0;
        }

        _root.Multiply(_gradient, _image);
        Parabola descent = new(0.5 * Vectors.Dot(_image, _image), -square, 0);
        return -descent.Minimum(0, radius / Math.Sqrt(square)).Value / (radius * radius);
    }
}
