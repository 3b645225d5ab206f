using System.Runtime.ExceptionServices;

namespace MinpackNet;

/// <summary>
/// The Jacobian from differences whose points stay within the bounds. Steps are relative to max(1, |x|) unless given;
/// the divisor is the step as rounded. The result has the same bits for any number of threads.
/// </summary>
internal sealed class BoundedDifferences
{
    private readonly Stack<Points> _points = [];
    private readonly double[] _x;
    private readonly double[] _residuals;
    private readonly Action<int> _fillColumn;
    private BoundedProblem _problem = null!;
    private double[] _jacobian = [];
    private double[] _spare = [];
    private volatile bool _isInterrupted;
    private volatile bool _hasEffect;
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

    /// <summary>Whether the last Jacobian was given up because the token was set.</summary>
    public bool IsInterrupted => _isInterrupted;

    /// <summary>Whether any residual changed in any of the steps of the last Jacobian.</summary>
    public bool HasEffect => _hasEffect;

    /// <summary>
    /// Fills the Jacobian, or leaves it as it is where the token is set before all columns are known.
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
        _failure = null;
        _isInterrupted = false;
        _hasEffect = false;
        _evaluations = 0;
        bool mayBeInterrupted = problem.Cancellation.CanBeCanceled;
        if (mayBeInterrupted && _spare.Length != jacobian.Length)
        {
            _spare = new double[jacobian.Length];
        }

        _jacobian = mayBeInterrupted ? _spare : jacobian;
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
        if (mayBeInterrupted && !_isInterrupted)
        {
            _spare.CopyTo(jacobian, 0);
        }

        return _evaluations;
    }

    /// <summary>One column; what the user's function throws is kept, of several the one of the first column.</summary>
    private void FillColumn(int j)
    {
        Span<double> column = _jacobian.AsSpan(j * _residuals.Length, _residuals.Length);
        if (_problem.Cancellation.IsCancellationRequested)
        {
            _isInterrupted = true;
            return;
        }

        Points points = Take();
        _x.CopyTo(points.Point, 0);
        try
        {
            FillColumn(j, points, column);
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

    private void FillColumn(int j, Points points, Span<double> column)
    {
        DifferenceStencil stencil = _problem.StencilAt(j, _x[j]);
        if (!Evaluate(j, stencil, points))
        {
            double[] bad = NonFinite.AreFinite(points.First) ? points.Second : points.First;
            _problem.Rules.CheckResiduals(_problem.UserPoint(points.Point), bad, forDifference: true);
        }

        SetColumn(stencil, points, column);
        double change = LargestChange(points);
        LostStep lost = new(
            _problem, j, _x[j], stencil.First - _x[j], change, Vectors.LargestMagnitude(_residuals));
        for (int k = 0; k < LostStep.MostTimes && lost.Wider is { } step; k++)
        {
            stencil = _problem.StencilAt(j, _x[j], step);
            if (!Evaluate(j, stencil, points))
            {
                break;
            }

            double wider = LargestChange(points);
            if (lost.Accepts(stencil.First - _x[j], wider))
            {
                SetColumn(stencil, points, column);
                change = wider;
            }
        }

        if (change > 0)
        {
            _hasEffect = true;
        }
    }

    private void SetColumn(DifferenceStencil stencil, Points points, Span<double> column)
    {
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = stencil.Derivative(_residuals[i], points.First[i], points.Second[i]);
        }
    }

    private double LargestChange(Points points)
    {
        double change = 0;
        for (int i = 0; i < _residuals.Length; i++)
        {
            change = Math.Max(change, Math.Abs(points.First[i] - _residuals[i]));
        }

        return change;
    }

    /// <summary>Evaluates the residuals where a stencil wants them; false at the first that are not finite.</summary>
    private bool Evaluate(int j, DifferenceStencil stencil, Points points) =>
        Evaluate(j, stencil.First, points, points.First)
        && (!stencil.HasSecond || Evaluate(j, stencil.Second, points, points.Second));

    private bool Evaluate(int j, double at, Points points, double[] residuals)
    {
        Interlocked.Increment(ref _evaluations);
        points.Point[j] = at;
        _problem.Residuals(points.Point, residuals);
        return NonFinite.AreFinite(residuals);
    }

    /// <summary>What one thread needs: a point, and the residuals at two.</summary>
    private sealed class Points(int parameterCount, int residualCount)
    {
        public double[] Point { get; } = new double[parameterCount];

        public double[] First { get; } = new double[residualCount];

        public double[] Second { get; } = new double[residualCount];
    }
}
