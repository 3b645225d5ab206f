using System.Collections.Concurrent;

namespace MinpackNet.Benchmarks;

/// <summary>One way to solve, and what comes out of it: a status and the parameters.</summary>
internal sealed record SoakKind(string Name, Func<SoakModel, (int Status, IEnumerable<double> Parameters)> Solve)
{
    private static readonly ConcurrentBag<LeastSquaresWorkspace> Workspaces = [];

    // Among them bounds that hold a parameter back, or fix one.
    private static readonly LeastSquaresOptions[] Bounded =
    [
        new() { Method = LeastSquaresMethod.Trf, Bounds = (0, 1000) },
        new() { Method = LeastSquaresMethod.Trf, Loss = Loss.Cauchy(0.5) },
        new() { Method = LeastSquaresMethod.Dogbox, Bounds = (0, SoakModel.Start[0]), Loss = Loss.Huber(0.5) },
        new() { Method = LeastSquaresMethod.Dogbox, Differences = DifferenceScheme.ThreePoint },
    ];

    public static SoakKind[] All { get; } =
    [
        new(
            "differences",
            m => Of(LeastSquares.Solve(SoakModel.Start, SoakModel.Count, m.Residuals, cancellationToken: m.Token))),
        new(
            "Jacobian",
            m => Of(LeastSquares.Solve(
                SoakModel.Start, SoakModel.Count, m.Residuals, m.Jacobian, cancellationToken: m.Token))),
        new(
            "rows",
            m => Of(LeastSquares.SolveByRows(
                SoakModel.Start, SoakModel.Count, m.Residuals, m.Row, cancellationToken: m.Token))),
        new("workspace", InWorkspace),
        new("nested", Nested),
        new(
            "equations",
            m => Of(NonlinearEquations.Solve(SoakModel.SystemStart, m.Equations, cancellationToken: m.Token))),
        new(
            "system with Jacobian",
            m => Of(NonlinearEquations.Solve(
                SoakModel.SystemStart, m.Equations, m.SystemJacobian, cancellationToken: m.Token))),
        .. Bounded.Select(options => new SoakKind(
            $"bounded {options.Method} {options.Loss}",
            m => Of(LeastSquares.Solve(
                SoakModel.Start, SoakModel.Count, m.Residuals, options: options, cancellationToken: m.Token)))),
        new("least_squares", m => Of(Optimize.LeastSquares(
            m.Residuals, SoakModel.Start, bounds: (0, 1000), cancellationToken: m.Token))),
        new("Leastsq", m => Of(Optimize.Leastsq(m.Residuals, SoakModel.Start))),
        new("Fsolve", m => Of(Optimize.Fsolve(m.Equations, SoakModel.SystemStart))),
        new("CurveFit", m => Of(Optimize.CurveFit(m.Curve, SoakModel.Points, SoakModel.Observations, SoakModel.Start))),
    ];

    /// <summary>Disposes the workspaces that wait to be used again.</summary>
    public static void DisposeWorkspaces()
    {
        while (Workspaces.TryTake(out LeastSquaresWorkspace? workspace))
        {
            workspace.Dispose();
        }
    }

    /// <summary>What the plan leads to in this kind, as one value that two runs of it can be compared by.</summary>
    public string Outcome(FaultPlan plan)
    {
        using SoakModel model = new(plan);
        try
        {
            (int status, IEnumerable<double> parameters) = Solve(model);
            IEnumerable<string> bits = parameters.Select(p => BitConverter.DoubleToInt64Bits(p).ToString("x"));
            return $"{status}: {string.Join(' ', bits)}";
        }
        catch (InvalidOperationException thrown)
        {
            return ReferenceEquals(thrown, model.Exception) ? "the exception" : $"another exception: {thrown}";
        }
        catch (NonFiniteValueException thrown)
        {
            return thrown.Message;
        }
    }

    private static (int Status, IEnumerable<double> Parameters) InWorkspace(SoakModel model)
    {
        double[] parameters = SoakModel.Start;
        LeastSquaresWorkspace workspace =
            Workspaces.TryTake(out LeastSquaresWorkspace? used) ? used : new(SoakModel.Start.Length, SoakModel.Count);
        try
        {
            LeastSquaresSummary summary =
                LeastSquares.Solve(workspace, parameters, model.Residuals, cancellationToken: model.Token);
            return ((int)summary.Status, parameters);
        }
        finally
        {
            Workspaces.Add(workspace);
        }
    }

    /// <summary>A solve in each call of a solve; the fault is the outer one's.</summary>
    private static (int Status, IEnumerable<double> Parameters) Nested(SoakModel model) => Of(LeastSquares.Solve(
        SoakModel.Start,
        SoakModel.Count,
        (b, r) =>
        {
            using SoakModel sound = new(default);
            LeastSquares.Solve(SoakModel.Start, SoakModel.Count, sound.Residuals);
            model.Residuals(b, r);
        },
        cancellationToken: model.Token));

    private static (int, IEnumerable<double>) Of(LeastSquaresResult result) => ((int)result.Status, result.Parameters);

    private static (int, IEnumerable<double>) Of(NonlinearEquationsResult result) =>
        ((int)result.Status, result.Parameters);

    private static (int, IEnumerable<double>) Of(LeastsqResult result) => (result.Ier, result.X);

    private static (int, IEnumerable<double>) Of(FsolveResult result) => (result.Ier, result.X);

    private static (int, IEnumerable<double>) Of(OptimizeResult result) => (result.Status, result.X);

    private static (int, IEnumerable<double>) Of(CurveFitResult result) => (result.Ier, result.Popt);
}
