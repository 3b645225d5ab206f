namespace MinpackNet;

/// <summary>
/// The trust-region reflective method (Branch, Coleman, Li, SIAM J. Sci. Comput. 21 (1999) 1-23) with the exact
/// solution of the subproblem. Every point is strictly inside the bounds.
/// </summary>
internal sealed class TrustRegionReflective
{
    private readonly BoundedSolve _solve;
    private readonly BoundedProblem _problem;
    private readonly SingularValues _svd;
    private readonly ReflectiveStep _choice;
    private readonly double[] _distance;
    private readonly double[] _units;
    private readonly double[] _curvature;
    private readonly double[] _gradient;
    private readonly double[] _scaledStep;
    private readonly double[] _step;
    private readonly double[] _work;
    private bool _isFullRank;

    private TrustRegionReflective(BoundedSolve solve)
    {
        int n = solve.X.Length;
        _solve = solve;
        _problem = solve.Problem;
        _svd = new(solve.Residuals.Length + n, n, formsLeft: true);
        _distance = new double[n];
        _units = new double[n];
        _curvature = new double[n];
        _gradient = new double[n];
        _scaledStep = new double[n];
        _step = new double[n];
        _work = new double[n];
        _choice = new(solve, _units, _curvature, _gradient);
    }

    /// <summary>Solves from where the solve stands, a point strictly inside the bounds.</summary>
    public static BoundedStatus Run(BoundedSolve solve)
    {
        BoundedStatus status = new TrustRegionReflective(solve).Iterate();
        for (int j = 0; j < solve.X.Length; j++)
        {
            solve.ActiveMask[j] = Feasibility.ActiveBound(
                solve.X[j], solve.Problem.Lower[j], solve.Problem.Upper[j], solve.Problem.StepTolerance);
        }

        return status;
    }

    private BoundedStatus Iterate()
    {
        Measure();
        double radius = FirstRadius();
        double damping = 0;
        BoundedStatus? status = null;
        while (true)
        {
            _solve.Optimality = Measure();
            if (_solve.Optimality < _problem.GradientTolerance)
            {
                return BoundedStatus.SmallGradient;
            }

            if (status is not null || !_solve.HasBudget)
            {
                return _solve.EndWith(status);
            }

            Decompose();
            double reduction = 0;
            double cost = 0;
            while (!(reduction > 0) && _solve.HasBudget)
            {
                damping = DampedStep.Find(_svd, _isFullRank, radius, damping, _work, _scaledStep);
                double predicted = _choice.Choose(_scaledStep, _step, radius, 1 - _solve.Optimality);
                double length = Vectors.Norm(_scaledStep);
                SetTrial();
                if (_solve.TrialCost() is not { } trialCost)
                {
                    radius = 0.25 * length;
                    continue;
                }

                cost = trialCost;
                reduction = _solve.Cost - cost;
                double ratio = TrustRegion.Ratio(reduction, predicted);
                double nextRadius = TrustRegion.NextRadius(radius, ratio, length, length > 0.95 * radius);
                status = _solve.EndOfStep(reduction, ratio, Vectors.Norm(_step));
                if (status is not null)
                {
                    break;
                }

                damping *= radius / nextRadius;
                radius = nextRadius;
            }

            if (reduction > 0)
            {
                _solve.Accept(cost);
            }
        }
    }

    /// <summary>
    /// The distances to the bounds that the gradient points away from ((2.2) of the paper), the units and the curvature
    /// that follow from them, and the gradient in these units.
    /// </summary>
    /// <returns>The largest component of the gradient times the distance.</returns>
    private double Measure()
    {
        double optimality = 0;
        for (int j = 0; j < _units.Length; j++)
        {
            double gradient = _solve.Gradient[j];
            double scale = _solve.Scale(j);
            double distance = 1;
            double slope = 0;
            if (gradient < 0 && double.IsFinite(_problem.Upper[j]))
            {
                distance = _problem.Upper[j] - _solve.X[j];
                slope = -1;
            }
            else if (gradient > 0 && double.IsFinite(_problem.Lower[j]))
            {
                distance = _solve.X[j] - _problem.Lower[j];
                slope = 1;
            }

            optimality = Math.Max(optimality, Math.Abs(gradient * distance));
            _distance[j] = slope == 0 ? distance : distance * _solve.InverseScale[j];
            _units[j] = Math.Sqrt(_distance[j]) * scale;
            _curvature[j] = gradient * slope * scale;
            _gradient[j] = _units[j] * gradient;
        }

        return optimality;
    }

    private double FirstRadius()
    {
        for (int j = 0; j < _work.Length; j++)
        {
            _work[j] = _solve.X[j] * _solve.InverseScale[j] / Math.Sqrt(_distance[j]);
        }

        double norm = Vectors.Norm(_work);
        return norm == 0 ? 1 : norm;
    }

    /// <summary>Of the Jacobian in the units, above the square root of the bounds' curvature.</summary>
    private void Decompose()
    {
        int m = _solve.Residuals.Length;
        int n = _units.Length;
        bool hasCurvature = Vectors.LargestMagnitude(_curvature) > 0;
        _svd.Reshape(hasCurvature ? m + n : m, n);
        for (int j = 0; j < n; j++)
        {
            Span<double> column = _svd.Column(j);
            column.Clear();
            Vectors.Add(_units[j], _solve.Column(j), column[..m]);
            if (hasCurvature)
            {
                column[m + j] = Math.Sqrt(_curvature[j]);
            }
        }

        _svd.RightSide.Clear();
        _solve.Linearized.CopyTo(_svd.RightSide);
        _svd.Decompose();
        _isFullRank = m >= n && _svd.Smallest > Defaults.MachineEpsilon * m * _svd.Largest;
    }

    private void SetTrial()
    {
        for (int j = 0; j < _step.Length; j++)
        {
            _solve.Trial[j] = _solve.X[j] + _step[j];
        }

        Feasibility.MoveInside(_solve.Trial, _problem.Lower, _problem.Upper, margin: 0);
    }
}
