using System.Diagnostics;
using MinpackNet.Fitting;
using MinpackNet.Interop;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A problem with its data, made by the C library so that every side solves the same one.</summary>
internal sealed unsafe class Workload
{
    private readonly WorkloadData* _native;
    private readonly void* _solution;

    public Workload(string name)
    {
        Name = name;
        _native = CompareLibrary.compare_workload(name);
        _solution = CompareLibrary.compare_solution(_native);
        ResidualCount = _native->M;
        Start = new ReadOnlySpan<double>(_native->Start, _native->N).ToArray();
        int pointCount = name.StartsWith("ridge", StringComparison.Ordinal) ? _native->M * _native->N : _native->M;
        double[] points = new ReadOnlySpan<double>(_native->Points, pointCount).ToArray();
        Points = points;
        double[] data = new ReadOnlySpan<double>(_native->Data, _native->M).ToArray();
        Data = data;
        Model = name[..name.IndexOf('-', StringComparison.Ordinal)] switch
        {
            "rosenbrock" => new RosenbrockModel(),
            "misra1a" => new SaturationModel(points, data),
            "ridge" => new RidgeModel(points, data),
            _ => new CurveModel(_native->Shape, points, data),
        };
        CompiledModel = new(_native);
        switch (name)
        {
            case "exponentials-50x4":
                (Vectors, Lanes) = (new ExponentialsVectors(points), new ExponentialsLanes(points));
                Formula = Formula.Parse("b1*exp(-b2*t) + b3*exp(-b4*t)", ["t"]);
                break;
            case "gaussian-25x5":
                (Vectors, Lanes) = (new GaussianVectors(points), new GaussianLanes(points));
                Formula = Formula.Parse("b1*exp(-((t - b2)/b3)^2) + b4 + b5*t", ["t"]);
                break;
        }
    }

    public string Name { get; }

    public int ResidualCount { get; }

    public double[] Start { get; }

    public IModel Model { get; }

    /// <summary>The same model in C.</summary>
    public CompiledModel CompiledModel { get; }

    /// <summary>The model by vectors of points, of a workload that is fitted to many data sets.</summary>
    public ICurve? Vectors { get; }

    /// <summary>The same model as a formula of t.</summary>
    public Formula? Formula { get; }

    /// <summary>The places t.</summary>
    public double[] Points { get; }

    /// <summary>The observations.</summary>
    public double[] Data { get; }

    /// <summary>The same model for several fits at once.</summary>
    public ILaneCurve? Lanes { get; }

    /// <summary>So many sets of noisy observations, one after the other.</summary>
    public double[] DrawDataSets(int count)
    {
        double[] sets = new double[count * ResidualCount];
        fixed (double* first = sets)
        {
            CompareLibrary.compare_data_sets(_native, count, first);
        }

        return sets;
    }

    /// <summary>
    /// The seconds that C takes for so many solves by the core that the facade calls, and what x then is.
    /// </summary>
    public double TimeSolvesInC(int count, int? maxEvaluations, double[] x)
    {
        fixed (double* first = x)
        {
            return CompareLibrary.compare_solves(
                CompareLibrary.Lmder, _native, maxEvaluations ?? 0, count, _solution, first);
        }
    }

    /// <summary>The seconds of so many evaluations of residuals and Jacobian at the start by the model in C.</summary>
    public double TimeModelInC(int count)
    {
        double[] residuals = new double[ResidualCount];
        double[] jacobian = new double[ResidualCount * Start.Length];
        fixed (double* fvec = residuals, fjac = jacobian)
        {
            double* x = _native->Start;
            int m = _native->M;
            int n = _native->N;
            long begin = Stopwatch.GetTimestamp();
            for (int k = 0; k < count; k++)
            {
                _native->Function(_native, m, n, x, fvec, fjac, m, CallbackRequest.Residuals);
                _native->Function(_native, m, n, x, fvec, fjac, m, CallbackRequest.Jacobian);
            }

            return Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
    }

    /// <summary>The same by the model in C#.</summary>
    public double TimeModel(int count)
    {
        double[] residuals = new double[ResidualCount];
        double[] jacobian = new double[ResidualCount * Start.Length];
        long begin = Stopwatch.GetTimestamp();
        for (int k = 0; k < count; k++)
        {
            Model.Residuals(Start, residuals);
            Model.Jacobian(Start, new(ref jacobian[0], ResidualCount, Start.Length));
        }

        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <summary>
    /// The seconds that a loop over libcminpack's lmder takes to fit all sets, and what it finds for each.
    /// </summary>
    public double TimeFitsInC(double[] sets, double[] x)
    {
        fixed (double* first = sets)
        {
            fixed (double* found = x)
            {
                return CompareLibrary.compare_fits(_native, sets.Length / ResidualCount, first, found);
            }
        }
    }
}
