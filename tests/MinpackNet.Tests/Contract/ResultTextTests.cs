using System.Diagnostics;
using System.Reflection;

namespace MinpackNet.Tests;

/// <summary>What a person sees of a result, on a console and in a debugger.</summary>
public sealed class ResultTextTests
{
    private static readonly double[] X = [0, 1, 2, 3];
    private static readonly double[] Y = [1, 3, 5, 7.5];

    [Fact]
    public void A_result_is_a_line()
    {
        Assert.Matches(
            @"^Converged \([a-z ]+\): \[2\.15, 0\.9\] ± \[0\.0866025, 0\.162019\], residual norm 0\.273861, "
            + @"[0-9]+ evaluations$",
            LeastSquares.Solve([1, 1], 4, Line).ToString());
        Assert.Matches(
            @"^Converged \(small step\): \[1\.41421\], residual norm [-.0-9E]+, [0-9]+ evaluations$",
            NonlinearEquations.Solve([1], (p, f) => f[0] = (p[0] * p[0]) - 2).ToString());
        Assert.Matches(
            @"^Converged \([a-z ]+\): \[2\.15, 0\.9\] ± \[0\.0866025, 0\.162019\], residual norm 0\.273861, "
            + @"[0-9]+ evaluations$",
            Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y).ToString());
    }

    [Fact]
    public void A_result_says_that_it_did_not_converge()
    {
        string cancelled = LeastSquares.Solve([1, 1], 4, Line, cancellationToken: new(canceled: true)).ToString();
        Assert.Matches(
            @"^Not converged \(cancelled\): \[1, 1\], residual norm 4\.15331, [0-9]+ evaluations?$", cancelled);
        LeastSquaresOptions few = new() { MaxEvaluations = 1 };
        Assert.StartsWith(
            "Not converged (too many evaluations): ",
            LeastSquares.Solve([1], 1, (p, f) => f[0] = Math.Exp(p[0]), options: few).ToString());
        Assert.Matches(
            @"^Not converged \(slow (jacobians|steps)\): ",
            Optimize.Fsolve(p => [(p[0] * p[0]) + 1], [1.0]).ToString());
    }

    [Fact]
    public void SciPys_results_are_lines_too()
    {
        const string Root = @"^Converged \([a-z ]+\): \[3\], residual norm 0, [0-9]+ evaluations$";
        Assert.Matches(Root, Optimize.Leastsq(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.Fsolve(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.Root(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.LeastSquares(p => [p[0] - 3], [1.0], _ => new double[,] { { 1 } }).ToString());
        Assert.Matches(Root, Optimize.Root(p => [p[0] - 3], [1.0], method: RootMethod.Lm).ToString());
        Assert.Matches(@"^\[0\], [0-9]+ evaluations$", Optimize.Leastsq(p => [p[0] - 3], [1.0]).InfoDict.ToString());
        Assert.Matches(@"^\[0\], [0-9]+ evaluations$", Optimize.Fsolve(p => [p[0] - 3], [1.0]).InfoDict.ToString());
    }

    [Fact]
    public void A_batch_counts()
    {
        FitBatch fits = new(3, 1, 1);
        LeastSquares.FitMany(
            fits, (fit, p, f) => f[0] = fit < 2 ? p[0] - 3 : throw new InvalidOperationException("no data"));
        Assert.Equal("2 of 3 fits converged, 1 failed", fits.ToString());
        Assert.Equal([true, true, false], fits.Converged.ToArray());
    }

    [Fact]
    public void Debuggers_show_the_line()
    {
        foreach (Type type in typeof(LeastSquares).Assembly.GetExportedTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false } && (type.Name.EndsWith("Result") || type.Name.EndsWith("Info")
                || type.Name.EndsWith("Batch") || type.Name.EndsWith("Vector"))))
        {
            Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
            Assert.Equal(type, type.GetMethod("ToString", [])!.DeclaringType);
        }
    }

    private static void Line(ReadOnlySpan<double> p, Span<double> residuals)
    {
        for (int i = 0; i < X.Length; i++)
        {
            residuals[i] = (p[0] * X[i]) + p[1] - Y[i];
        }
    }
}
