using Microsoft.CodeAnalysis.CSharp;

namespace MinpackNet.Guide.Tests;

/// <summary>Calls that compile in C# 12, the language of .NET 8, and in the newest.</summary>
public sealed class LanguageVersionTests
{
    private const string Calls = """
        using MinpackNet;
        using MinpackNet.Fitting;

        List<double> list = [9, .1];
        IReadOnlyList<double> readOnly = list;
        int[] integers = [9, 1];
        float[] floats = [9, 1];
        RealVector vector = [9, .1];
        double[] t = [1, 2, 3];

        Optimize.Leastsq(p => [p[0] - 3, p[1]], [9, .1]);
        Optimize.Leastsq(p => [p[0] - 3, p[1]], new double[] { 9, .1 });
        Optimize.Leastsq(p => new[] { p[0] - 3, p[1] }, [9, 1]);
        Optimize.Leastsq(p => [p[0] - 3, p[1]], list);
        Optimize.Leastsq(p => [p[0] - 3, p[1]], readOnly, p => new double[,] { { 1, 0 }, { 0, 1 } });
        Optimize.Leastsq((p, a) => [p[0] - a, p[1]], integers, 3);
        Optimize.Leastsq((p, a, b) => [p[0] - a, p[1] - b], vector, args: (3, 2.0));
        Optimize.Leastsq(p => floats, floats);
        Optimize.Leastsq(x => x - 3, 1);
        Optimize.Leastsq((x, a) => x - a, 1.0, args: 3);
        Optimize.Leastsq((x, a) => [x - a, x], 1.0, args: 3);
        Optimize.Leastsq(x => [x - 3, x], 1.0);
        Optimize.Fsolve(x => Math.Cos(x) - x, 1);
        Optimize.Fsolve((x, a) => x * x - a, 1.0, args: 3.0);
        Optimize.Fsolve((x, a, b) => x * x - a - b, 1.0, args: (3.0, 1));
        Optimize.Fsolve(p => [p[0] - 3, p[1]], list);
        var (root, ier) = Optimize.Fsolve(p => [p[0] - 3, p[1]], [9, .1]);
        Optimize.Root(p => [p[0] - 3, p[1]], integers);
        Optimize.Root(p => (new[] { p[0] }, new double[,] { { 1 } }), [1]);
        Optimize.Root(x => x * x - 2, 1.0);
        Optimize.FixedPoint(Math.Cos, 1);
        Optimize.FixedPoint(p => p, vector);
        Optimize.CheckGrad(p => [p[0]], p => new double[,] { { 1 } }, [2]);
        Optimize.CurveFit((x, a) => a * x, t, integers, integers, sigma: integers);
        Optimize.CurveFit((x, a) => a * x, t, t, p0: floats, sigma: floats);
        Optimize.CurveFit((x, a) => a * x, t, t, p0: 1, sigma: [1, 2, 3]);
        Optimize.CurveFit((x, a) => a * x, t, t, [.. readOnly], sigma: [.. readOnly]);
        Optimize.CurveFit((x, p) => p[0] * x, t, t, vector, vector);
        Optimize.CurveFit((x, a) => a * x, t, t, jac: DifferenceScheme.ThreePoint, bounds: new(0, 9));
        Optimize.CurveFit((x, p) => p[0] * x, t, t, bounds: new([0], 9), loss: LossFunction.Huber);
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], [9, .1]);
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], [9, 1], p => new double[,] { { 1, 0 }, { 0, 1 } });
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], list, bounds: (0.0, 9.0), loss: Loss.Huber(0.1), xScale: list);
        Optimize.LeastSquares((p, a) => [p[0] - a, p[1]], vector, 3, callback: step => step.Cost < 1e-3);
        Optimize.LeastSquares((p, a, b) => [p[0] - a, p[1] - b], integers, (3, 2.0), DifferenceScheme.ThreePoint);
        Optimize.LeastSquares(x => x - 3, 1.0, diffStep: 1e-6);
        Optimize.LeastSquares(p => floats, floats);
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], [9, 1], bounds: (0, [9, 2]), xScale: floats);
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], [9, 1], bounds: (integers, list), xScale: integers);
        Optimize.LeastSquares(p => [p[0] - 3, p[1]], [9, 1], bounds: new(vector, floats), xScale: [1, 2]);
        Optimize.CurveFit((x, a) => a * x, t, t, bounds: (0, double.PositiveInfinity), sigma: new float[3, 3]);
        var fit = CurveFit.Fit(Formula.Parse("a*x"), [1, 2, 3], [2, 4, 6], [1]);
        fit.Predict([0.1, 0.5]);
        CurveFit.Fit(Formula.Parse("a*x"), list, floats, 1);
        CurveFit.Fit(Formula.Parse("a*x"), t, t, [("a", 1)]);
        CurveFit.Fit((p, x) => p[0] * x, integers, readOnly, integers);
        CurveFit.Fit((p, x) => p[0] * x[0], list, t, list);
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    public void Calls_compile(LanguageVersion version) => Assert.Empty(SnippetProgram.ComplaintsOf(Calls, version));

    /// <summary>The others need to know which of two equally good calls is meant.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    public void Ambiguous_calls_compile_from_CSharp_13(LanguageVersion version) => Assert.Empty(
        SnippetProgram.ComplaintsOf(
            """
            using MinpackNet;
            using MinpackNet.Fitting;

            double[] t = [1, 2, 3];
            Optimize.CurveFit((x, c) => c, t, t, [1]);
            Optimize.Leastsq(p => [1, 2], [1]);
            CurveFit.Fit((p, x) => p[0], t, t, [1]);
            """,
            version));
}
