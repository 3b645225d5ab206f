using System.Runtime.ExceptionServices;

namespace MinpackNet;

/// <summary>
/// The Jacobian from differences whose points stay within the bounds. Steps are relative to max(1, |x|) unless given;
/// the divisor is the step as rounded. The result has the same bits for any number of threads.
/// </summary>
internal sealed class BoundedDifferences
{
    // The square root and the cube root of 2^-52, at which truncation and rounding balance.
    private const double TwoPointStep = 1.4901161193847656e-8;
    private const double ThreePointStep = 6.055454452393343e-6;

    private readonly Stack<Points> _points = [];
    private readonly double[] _x;
    private readonly double[] _residuals;
    private readonly Action<int> _fillColumn;
    private BoundedProblem _problem = null!;
    private double[] _jacobian = [];
    private ParallelLoop? _loop;
    private (int Column, ExceptionDispatchInfo Exception)? _failure;
    private int _evaluations;

    /// <param name="residualCount">m.</param>
    /// <param name="parameterCount">n.</param>
    public BoundedDifferences(int residualCount, int parameterCount)
    {
        _x = new double[parameterCount];
        _residuals = new double[residualCount];
        _fillColumn = FillColumn;
    }

    /// <summary>
    /// Fills the Jacobian; columns that are not reached before the token is cancelled are NaN.
    /// </summary>
    /// <param name="problem">The problem, of the sizes for which this was made.</param>
    /// <param name="x">The point, within the bounds.</param>
    /// <param name="residuals">There.</param>
    /// <param name="jacobian">To be filled, column by column.</param>
    /// <returns>How many times the residuals were evaluated.</returns>
    public int Fill(
        BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals, double[] jacobian)
    {
        x.CopyTo(_x);
        residuals.CopyTo(_residuals);
        _problem = problem;
        _jacobian = jacobian;
        _failure = null;
        _evaluations = 0;
        if (problem.Threads > 1)
        {
            _loop = _loop?.Degree == problem.Threads ? _loop : new(problem.Threads);
            _loop.Run(x.Length, _fillColumn);
        }
        else
        {
            for (int j = 0; j < x.Length && _failure is null; j++)
            {
                FillColumn(j);
            }
        }

        _failure?.Exception.Throw();
        return _evaluations;
    }

    /// <summary>One column; what the user's function throws is kept, of several the one of the first column.</summary>
    private void FillColumn(int j)
    {
        Span<double> column = _jacobian.AsSpan(j * _residuals.Length, _residuals.Length);
        if (_problem.Cancellation.IsCancellationRequested)
        {
            column.Fill(double.NaN);
            return;
        }

        Points points = Take();
        _x.CopyTo(points.Point, 0);
        try
        {
            if (_problem.Differences == DifferenceScheme.TwoPoint)
            {
                TwoPoint(j, points, column);
            }
            else
            {
                ThreePoint(j, points, column);
            }
        }
        catch (Exception exception)
        {
            lock (_points)
            {
                if (_failure is null || _failure.Value.Column > j)
                {
                    _failure = (j, ExceptionDispatchInfo.Capture(exception));
                }
            }
        }

        lock (_points)
        {
            _points.Push(points);
        }
    }

    private Points Take()
    {
        lock (_points)
        {
            return _points.TryPop(out Points? free) ? free : new(_x.Length, _residuals.Length);
        }
    }

    private void TwoPoint(int j, Points points, Span<double> column)
    {
        double x = _x[j];
        double h = Step(j, x, TwoPointStep);
        double down = x - _problem.Lower[j];
        double up = _problem.Upper[j] - x;
        if (x + h < _problem.Lower[j] || x + h > _problem.Upper[j])
        {
            h = Math.Abs(h) <= Math.Max(down, up) ? -h : up >= down ? up : -down;
        }

        double there = x + h;
        Evaluate(j, there, points, points.Above);
        double divisor = there - x;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (points.Above[i] - _residuals[i]) / divisor;
        }
    }

    private void ThreePoint(int j, Points points, Span<double> column)
    {
        double x = _x[j];
        double h = Math.Abs(Step(j, x, ThreePointStep));
        double down = x - _problem.Lower[j];
        double up = _problem.Upper[j] - x;
        if (down < h || up < h)
        {
            double nearer = Math.Min(down, up);
            h = Math.Min(h, 0.5 * Math.Max(down, up));
            if (h > nearer)
            {
                OneSided(j, up >= down ? h : -h, points, column);
                return;
            }

            h = nearer;
        }

        double left = x - h;
        double right = x + h;
        Evaluate(j, left, points, points.Below);
        Evaluate(j, right, points, points.Above);
        double divisor = right - left;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (points.Above[i] - points.Below[i]) / divisor;
        }
    }

    private void OneSided(int j, double h, Points points, Span<double> column)
    {
        double x = _x[j];
        double near = x + h;
        double far = x + (2 * h);
        Evaluate(j, near, points, points.Below);
        Evaluate(j, far, points, points.Above);
        double divisor = far - x;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = ((-3.0 * _residuals[i]) + (4 * points.Below[i]) - points.Above[i]) / divisor;
        }
    }

    private double Step(int j, double x, double relative)
    {
        double sign = x >= 0 ? 1 : -1;
        if (_problem.DifferenceStep is { } steps)
        {
            double given = steps[j] * sign * Math.Abs(x);
            if (x + given - x != 0)
            {
                return given;
            }
        }

        return relative * sign * Math.Max(1, Math.Abs(x));
    }

    private void Evaluate(int j, double at, Points points, double[] residuals)
    {
        Interlocked.Increment(ref _evaluations);
        points.Point[j] = at;
        _problem.Residuals(points.Point, residuals);
    }

    /// <summary>What one thread needs: a point, and residuals on both sides.</summary>
    private sealed class Points(int parameterCount, int residualCount)
    {
        public double[] Point { get; } = new double[parameterCount];

        public double[] Above { get; } = new double[residualCount];

        public double[] Below { get; } = new double[residualCount];
    }
}
