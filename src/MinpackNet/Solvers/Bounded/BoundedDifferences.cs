namespace MinpackNet;

/// <summary>
/// The Jacobian from differences whose points stay within the bounds. Steps are relative to max(1, |x|) unless given;
/// the divisor is the step as rounded.
/// </summary>
internal sealed class BoundedDifferences(BoundedProblem problem)
{
    // The square root and the cube root of 2^-52, at which truncation and rounding balance.
    private const double TwoPointStep = 1.4901161193847656e-8;
    private const double ThreePointStep = 6.055454452393343e-6;

    private readonly double[] _point = new double[problem.ParameterCount];
    private readonly double[] _above = new double[problem.ResidualCount];
    private readonly double[] _below = new double[problem.ResidualCount];

    /// <summary>
    /// Fills the Jacobian; columns that are not reached before the token is cancelled are NaN.
    /// </summary>
    /// <param name="x">The point, within the bounds.</param>
    /// <param name="residuals">There.</param>
    /// <param name="jacobian">To be filled.</param>
    public void Fill(ReadOnlySpan<double> x, ReadOnlySpan<double> residuals, JacobianMatrix jacobian)
    {
        x.CopyTo(_point);
        for (int j = 0; j < x.Length; j++)
        {
            Span<double> column = jacobian.Column(j);
            if (problem.Cancellation.IsCancellationRequested)
            {
                column.Fill(double.NaN);
            }
            else if (problem.Differences == DifferenceScheme.TwoPoint)
            {
                TwoPoint(j, residuals, column);
            }
            else
            {
                ThreePoint(j, residuals, column);
            }

            _point[j] = x[j];
        }
    }

    private void TwoPoint(int j, ReadOnlySpan<double> residuals, Span<double> column)
    {
        double x = _point[j];
        double h = Step(j, x, TwoPointStep);
        double down = x - problem.Lower[j];
        double up = problem.Upper[j] - x;
        if (x + h < problem.Lower[j] || x + h > problem.Upper[j])
        {
            h = Math.Abs(h) <= Math.Max(down, up) ? -h : up >= down ? up : -down;
        }

        double there = x + h;
        Evaluate(j, there, _above);
        double divisor = there - x;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (_above[i] - residuals[i]) / divisor;
        }
    }

    private void ThreePoint(int j, ReadOnlySpan<double> residuals, Span<double> column)
    {
        double x = _point[j];
        double h = Math.Abs(Step(j, x, ThreePointStep));
        double down = x - problem.Lower[j];
        double up = problem.Upper[j] - x;
        if (down < h || up < h)
        {
            double nearer = Math.Min(down, up);
            h = Math.Min(h, 0.5 * Math.Max(down, up));
            if (h > nearer)
            {
                OneSided(j, x, up >= down ? h : -h, residuals, column);
                return;
            }

            h = nearer;
        }

        double left = x - h;
        double right = x + h;
        Evaluate(j, left, _below);
        Evaluate(j, right, _above);
        double divisor = right - left;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (_above[i] - _below[i]) / divisor;
        }
    }

    private void OneSided(int j, double x, double h, ReadOnlySpan<double> residuals, Span<double> column)
    {
        double near = x + h;
        double far = x + (2 * h);
        Evaluate(j, near, _below);
        Evaluate(j, far, _above);
        double divisor = far - x;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = ((-3.0 * residuals[i]) + (4 * _below[i]) - _above[i]) / divisor;
        }
    }

    private double Step(int j, double x, double relative)
    {
        double sign = x >= 0 ? 1 : -1;
        if (problem.DifferenceStep is { } steps)
        {
            double given = steps[j] * sign * Math.Abs(x);
            if (x + given - x != 0)
            {
                return given;
            }
        }

        return relative * sign * Math.Max(1, Math.Abs(x));
    }

    private void Evaluate(int j, double at, double[] residuals)
    {
        _point[j] = at;
        problem.Residuals(_point, residuals);
    }
}
