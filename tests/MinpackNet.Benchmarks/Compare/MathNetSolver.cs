using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>Solves a workload with MathNet.Numerics, where the model is the residuals and the data are zeros.</summary>
internal sealed class MathNetSolver
{
    /// <summary>With its own tolerances: with SciPy's it stops at the start of a fit.</summary>
    private readonly LevenbergMarquardtMinimizer _minimizer = new();

    private readonly IModel _model;
    private readonly DenseVector _start;
    private readonly DenseVector _zeros;

    public MathNetSolver(Workload workload)
    {
        _model = workload.Model;
        _start = new(workload.Start);
        _zeros = new(workload.ResidualCount);
        Parameters = [];
    }

    /// <summary>The last solution.</summary>
    public double[] Parameters { get; private set; }

    public double[] Solve()
    {
        IObjectiveModel model = ObjectiveFunction.NonlinearModel(Residuals, Jacobian, _zeros, _zeros);
        return _minimizer.FindMinimum(model, _start).MinimizingPoint.AsArray();
    }

    /// <summary>The seconds of so many solves.</summary>
    public double Time(int count)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int k = 0; k < count; k++)
        {
            Parameters = Solve();
        }

        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private DenseVector Residuals(Vector<double> b, Vector<double> x)
    {
        double[] residuals = new double[_zeros.Count];
        _model.Residuals(b.AsArray(), residuals);
        return new(residuals);
    }

    /// <summary>MathNet's dense matrices are by columns, as ours are.</summary>
    private DenseMatrix Jacobian(Vector<double> b, Vector<double> x)
    {
        double[] jacobian = new double[_zeros.Count * b.Count];
        _model.Jacobian(b.AsArray(), new(ref jacobian[0], _zeros.Count, b.Count));
        return new(_zeros.Count, b.Count, jacobian);
    }
}
