namespace MinpackNet;

/// <summary>
/// The dogleg method in a box (Voglis, Lagaris, A rectangular trust region dogleg approach, WSEAS Corfu 2004; Nocedal,
/// Wright, Numerical Optimization, 2nd ed., section 4.1): the trust region is a box too, so that its intersection with
/// the bounds is one. Not for Jacobians of less than full rank.
/// </summary>
/// <remarks>
/// A free parameter that came to lie on its bound by a full step, or by rounding, can hold back the next step to
/// nothing, which then meets both tests for the end at a point that is not an optimum. The optimality shows it.
/// </remarks>
internal sealed class Dogbox : TrustRegionMethod
{
    private readonly NewtonStep _newtonStep;
    private readonly bool[] _isFree;
    private readonly double[] _gradient;
    private readonly double[] _downhill;
    private readonly double[] _newton;
    private readonly double[] _step;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _image;
    private readonly int[] _boundHits;
    private Parabola _descent;

    public Dogbox(BoundedSolve solve)
        : base(solve)
    {
        int n = solve.X.Length;
        _newtonStep = solve.Problem.Lsmr is null ? new ExactNewtonStep(solve) : new LsmrNewtonStep(solve);
        _isFree = new bool[n];
        _gradient = new double[n];
        _downhill = new double[n];
        _newton = new double[n];
        _step = new double[n];
        _low = new double[n];
        _high = new double[n];
        _image = new double[solve.Residuals.Length];
        _boundHits = new int[n];
    }

    protected override void Begin()
    {
        for (int j = 0; j < Solve.X.Length; j++)
        {
            Solve.ActiveMask[j] = Solve.X[j] == Problem.Lower[j] ? -1 : Solve.X[j] == Problem.Upper[j] ? 1 : 0;
        }
    }

    protected override double FirstRadius() => ScaledLength(Solve.X) is var length && length == 0 ? 1 : length;

    /// <summary>
    /// Which parameters are free, the largest component of their gradient, and the direction against it: in the
    /// parameters' units, or as SciPy has it.
    /// </summary>
    protected override double Measure()
    {
        for (int j = 0; j < _gradient.Length; j++)
        {
            _isFree[j] = !(Solve.ActiveMask[j] * Solve.Gradient[j] < 0);
            _gradient[j] = _isFree[j] ? Solve.Gradient[j] : 0;
            _downhill[j] = -_gradient[j] * (Problem.IsUnitFree ? Solve.Scale(j) * Solve.Scale(j) : 1);
        }

        return Vectors.LargestMagnitude(_gradient);
    }

    protected override void Linearize(double radius)
    {
        _newtonStep.Find(_isFree, _newton);
        _descent = AlongDescent();
    }

    protected override TrialStep SetTrial(double radius)
    {
        SetBox(radius);
        bool isAtEdge = FindStep(radius);
        double predicted = PredictedReduction();
        for (int j = 0; j < _step.Length; j++)
        {
            // Exactly there before the residuals are evaluated, so that they are those of the parameters.
            Solve.Trial[j] = BoundOfTrial(j) switch
            {
                < 0 => Problem.Lower[j],
                > 0 => Problem.Upper[j],
                _ => Math.Clamp(Solve.X[j] + _step[j], Problem.Lower[j], Problem.Upper[j]),
            };
        }

        return new(predicted, Vectors.Norm(_step), ScaledLength(_step), isAtEdge);
    }

    protected override void Move(double cost)
    {
        for (int j = 0; j < _isFree.Length; j++)
        {
            Solve.ActiveMask[j] = BoundOfTrial(j);
        }

        base.Move(cost);
    }

    /// <summary>-1 where the trial point lies on the lower bound of a parameter, 1 where on the upper one.</summary>
    private int BoundOfTrial(int j) => _isFree[j] ? _boundHits[j] : Solve.ActiveMask[j];

    /// <summary>The model downhill.</summary>
    private Parabola AlongDescent()
    {
        Solve.Jacobian.Multiply(_downhill, _image);
        return new(0.5 * Vectors.Dot(_image, _image), Vectors.Dot(_gradient, _downhill), 0);
    }

    private void SetBox(double radius)
    {
        for (int j = 0; j < _low.Length; j++)
        {
            double edge = radius * Solve.Scale(j);
            _low[j] = Math.Max(Problem.Lower[j] - Solve.X[j], -edge);
            _high[j] = Math.Min(Problem.Upper[j] - Solve.X[j], edge);
        }
    }

    /// <summary>Newton's step if it is in the box, else along the dogleg up to the box.</summary>
    /// <returns>Whether the radius limits the step.</returns>
    private bool FindStep(double radius)
    {
        Array.Clear(_boundHits);
        if (Feasibility.IsInside(_newton, _low, _high))
        {
            _newton.CopyTo(_step, 0);
            return false;
        }

        double toBox = double.PositiveInfinity;
        for (int j = 0; j < _step.Length; j++)
        {
            toBox = Math.Min(toBox, Feasibility.StepToBound(0, _downhill[j], _low[j], _high[j]));
        }

        double cauchy = double.IsPositiveInfinity(toBox) ? 0 : _descent.Minimum(0, toBox).At;
        double onward = double.PositiveInfinity;
        for (int j = 0; j < _step.Length; j++)
        {
            _step[j] = cauchy * _downhill[j];
            onward = Math.Min(
                onward, Feasibility.StepToBound(_step[j], _newton[j] - _step[j], _low[j], _high[j]));
        }

        bool isAtEdge = false;
        for (int j = 0; j < _step.Length; j++)
        {
            double leg = _newton[j] - _step[j];
            bool isHit = Feasibility.StepToBound(_step[j], leg, _low[j], _high[j]) == onward;
            _step[j] += onward * leg;
            if (isHit)
            {
                isAtEdge |= MarkHit(j, leg < 0 ? -1 : 1, radius);
            }
        }

        return isAtEdge;
    }

    /// <summary>Notes whether a face of the box is a bound; true if it is the radius.</summary>
    private bool MarkHit(int j, int side, double radius)
    {
        double edge = radius * Solve.Scale(j);
        if (side < 0)
        {
            _boundHits[j] = _low[j] == Problem.Lower[j] - Solve.X[j] ? -1 : 0;
            return _low[j] == -edge;
        }

        _boundHits[j] = _high[j] == Problem.Upper[j] - Solve.X[j] ? 1 : 0;
        return _high[j] == edge;
    }

    private double PredictedReduction()
    {
        Solve.Jacobian.Multiply(_step, _image);
        return -((0.5 * Vectors.Dot(_image, _image)) + Vectors.Dot(_gradient, _step));
    }

    private double ScaledLength(double[] step)
    {
        double most = 0;
        for (int j = 0; j < step.Length; j++)
        {
            most = Math.Max(most, Math.Abs(step[j] * Solve.InverseScale[j]));
        }

        return most;
    }
}
