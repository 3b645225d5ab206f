namespace MinpackNet;

/// <summary>
/// The trust-region reflective method (Branch, Coleman, Li, SIAM J. Sci. Comput. 21 (1999) 1-23). Every point is
/// strictly inside the bounds.
/// </summary>
internal sealed class TrustRegionReflective : TrustRegionMethod
{
    private readonly RegionStep _region;
    private readonly ReflectiveStep _choice;
    private readonly double[] _distance;
    private readonly double[] _units;
    private readonly double[] _curvature;
    private readonly double[] _gradient;
    private readonly double[] _scaledStep;
    private readonly double[] _step;
    private readonly double[] _work;
    private double _closeness;

    public TrustRegionReflective(BoundedSolve solve)
        : base(solve)
    {
        int n = solve.X.Length;
        _distance = new double[n];
        _units = new double[n];
        _curvature = new double[n];
        _gradient = new double[n];
        _scaledStep = new double[n];
        _step = new double[n];
        _work = new double[n];
        _region = solve.Problem.Lsmr is null
            ? new ExactRegionStep(solve, _units, _curvature)
            : new SubspaceRegionStep(solve, _units, _curvature, _gradient);
        _choice = new(solve, _units, _gradient, _region);
    }

    protected override double Damping => _region.Damping;

    protected override void Begin() => _region.Begin();

    protected override void End()
    {
        for (int j = 0; j < Solve.X.Length; j++)
        {
            Solve.ActiveMask[j] = Feasibility.ActiveBound(
                Solve.X[j], Problem.Lower[j], Problem.Upper[j], Problem.StepTolerance);
        }
    }

    /// <summary>
    /// The distances to the bounds that the gradient points away from ((2.2) of the paper), the units and the curvature
    /// that follow from them, and the gradient in these units.
    /// </summary>
    /// <returns>The largest component of the gradient times the distance.</returns>
    protected override double Measure()
    {
        double optimality = 0;
        for (int j = 0; j < _units.Length; j++)
        {
            double gradient = Solve.Gradient[j];
            double scale = Solve.Scale(j);
            double distance = 1;
            double slope = 0;
            if (gradient < 0 && double.IsFinite(Problem.Upper[j]))
            {
                distance = Problem.Upper[j] - Solve.X[j];
                slope = -1;
            }
            else if (gradient > 0 && double.IsFinite(Problem.Lower[j]))
            {
                distance = Solve.X[j] - Problem.Lower[j];
                slope = 1;
            }

            optimality = Math.Max(optimality, Math.Abs(gradient * distance));
            _distance[j] = slope == 0 ? distance : distance * (Solve.InverseScale[j] / Solve.EffectUnit);
            _units[j] = Math.Sqrt(_distance[j]) * scale;
            _curvature[j] = gradient * slope * (scale / Solve.EffectUnit);
            _gradient[j] = _units[j] * gradient;
        }

        _closeness = 1 - (Problem.IsUnitFree ? Solve.RelativeGradient : optimality);
        return optimality;
    }

    protected override double FirstRadius()
    {
        for (int j = 0; j < _work.Length; j++)
        {
            _work[j] = Solve.Origin[j] * Solve.InverseScale[j] / Math.Sqrt(_distance[j]);
        }

        double norm = Vectors.Norm(_work);
        return norm == 0 ? 1 : norm;
    }

    protected override void Linearize(double radius) => _region.Linearize(radius);

    protected override TrialStep SetTrial(double radius)
    {
        _region.Find(radius, _scaledStep);
        double predicted = _choice.Choose(_scaledStep, _step, radius, _closeness);
        for (int j = 0; j < _step.Length; j++)
        {
            Solve.Trial[j] = Solve.X[j] + _step[j];
        }

        Feasibility.MoveInside(Solve.Trial, Problem.Lower, Problem.Upper, margin: 0);
        double length = Vectors.Norm(_scaledStep);
        return new(predicted, Vectors.Norm(_step), length, IsAtEdge: length > 0.95 * radius);
    }

    protected override void NoteRadius(double before, double after) => _region.NoteRadius(before, after);
}
