using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli.Tests;

/// <summary>Fits that make every diagnosis there is, at least one of each kind.</summary>
internal static class TroubledFits
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];
    private static readonly double[] Far = [77.87, 87.76, 68.6, 66.29];
    private static readonly double[] Same = [1, 1, 1, 1, 1, 1, 1, 1];

    // A single exponential, a root that begins at the first point, and a sine, each with a little noise.
    private static readonly double[] Fine = [.. Enumerable.Range(0, 30).Select(i => 0.2 * i)];
    private static readonly double[] Decay = [.. Fine.Select((x, i) =>
        (3 * Math.Exp(-0.7 * x)) + (0.02 * Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1)))];
    private static readonly double[] Root = [.. X.Select(x => Math.Sqrt(x - 1) + (0.001 * Math.Cos(37 * x * x)))];
    private static readonly double[] Wave = [.. X.Select(x => Math.Sin(1.759 * x) + (0.001 * Math.Cos(37 * x * x)))];

    /// <summary>All of them, with the given names in their hints.</summary>
    public static IEnumerable<FitResult> All(HintNames names)
    {
        FitOptions plain = new() { HintNames = names };
        foreach (FitStrategy strategy in Enum.GetValues<FitStrategy>())
        {
            FitOptions options = plain with { Strategy = strategy };
            yield return CurveFit.Fit(Formula.Parse("a*log(b*x)"), X, Y, [1, -1], options);
            yield return CurveFit.Fit(Formula.Parse("a*x + sqrt(b)"), X, Y, [1, 0], options);
            yield return CurveFit.Fit((p, x) => p[0] + p[1], X, [.. Y.Select(y => 1e300 * y)], [1e300, 1], options);
            yield return CurveFit.Fit((p, x) => p[0] + (p[1] * x) + (0 * p[2]), X, Y, [1, 1, 7], options);
            yield return CurveFit.Fit(Formula.Parse("a*b*x"), X, Y, [1, 1], options);
            yield return CurveFit.Fit(Formula.Parse("a + b*x"), Same, Y, [1, 1], options);
            yield return CurveFit.Fit(Formula.Parse("a*exp(-b*x) + c*exp(-d*x)"), Fine, Decay, [1, 1, 1, 0.1], options);
            yield return CurveFit.Fit((p, x) => p[0] * Math.Sqrt(x - p[1]), X, Root, [1, 0.9], options);
            yield return CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [1, 8.04], options);
            yield return CurveFit.Fit(Formula.Parse("a + 0*x"), X, [1, 1, 3, 3, 1, 1, 3, 3], [1], options);
            yield return Nist("BoxBOD", [1, 1], options);
            yield return Nist("BoxBOD", [100, 100], options);
            yield return CurveFit.Fit(Formula.Parse("c + a*exp(-b*x)"), X, Y, [1, 5, 1], options);
        }

        yield return CurveFit.Fit(Formula.Parse("a + b*x"), Array.ConvertAll(X, x => x + 2000), Y, [1, 1], plain);
        yield return CurveFit.Fit(
            (p, x) => p[0] + (p[1] * x), new double[] { -1, 1, -1, 1 }, [1, 1, 3, 3], [1, 0], plain);
        yield return CurveFit.Fit(Formula.Parse("a + b*x"), X[..2], Y[..2], [1, 1], plain);
        yield return CurveFit.Fit(Formula.Parse("a*log(x - 1) + b"), X, Y, [1, 1], plain);
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"), Fine, [.. Fine.Select(x => (2 * x) + ((x - 2.8) * (x - 2.8)))], [1, 1], plain);
        yield return CurveFit.Fit(Formula.Parse("a*x"), X[..1], Y[..1], [1], plain);
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"), X, Y, [("a", 1), ("b", 1)], plain with { Bounds = [("b", 0, 1.1)] });
        yield return CurveFit.Fit(
            Model.FromCurve((p, x) => p[0] * Math.Exp(-p[1] * x), (p, x, g) => (g[0], g[1]) = (1, 1)),
            X,
            Y,
            [1, 0.1],
            plain);
        yield return CurveFit.Fit(
            (p, x) => (float)(p[0] * MathF.Exp(-(float)p[1] * (float)x)), X, [.. Y.Reverse()], [1, 0.1], plain);
        yield return CurveFit.Fit(
            Formula.Parse("sin(a*x)"), X, [.. X.Select(x => Math.Sin(1.759 * x))], [0.3], plain);
        yield return CurveFit.Fit(
            Formula.Parse("a*(1-exp(-x/b))+c"),
            Far,
            [1, 1, 0.8, 0.6],
            [1, 75, -5],
            plain);
        yield return CurveFit.Fit(
            Formula.Parse("b/(1+exp(-d*(x-m)))"), X[..6], [0.1, 0, 0.1, 1, 0.9, 1.1], [1, 1, 3], plain);
        yield return CurveFit.Fit(
            Formula.Parse("a*exp(b*x) + c"),
            X,
            [.. X.Select(x => 3 * Math.Exp(-0.5 * x) + (0.01 * (x % 2)))],
            [1, 10, 0],
            plain with { Solver = new() { MaxEvaluations = 60 } });
        double[] repeated = [1, 1, 2, 2, 3, 3, 4, 4];
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"),
            repeated,
            [.. repeated.Select((x, i) => (x * x) + (0.1 * (i % 2)))],
            [1, 1],
            plain);
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"), Fine, [.. Fine.Select(x => (9 * x) + ((x - 2.8) * (x - 2.8)))], [1, 1], plain);
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"),
            Fine,
            [.. Fine.Select((x, i) => x + (i == 11 ? 1 : 0.02 * (i % 3)))],
            [1, 1],
            plain);
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"),
            Fine,
            [.. Fine.Select((x, i) => x + (i % 4 is 0 or 3 ? 1 : -1))],
            [1, 1],
            plain with { Sigma = [0.1], AbsoluteSigma = true });
        double[] counts = [14, 9, 10, 5, 4, 3, 1, 0, 0, 0, 0, 0];
        yield return CurveFit.Fit(
            Formula.Parse("a + b*x"),
            (double[])[.. counts.Select((_, i) => (double)i)],
            counts,
            [10, -0.5],
            plain with { Counts = true });
        yield return Nist("BoxBOD", [500, 0.1], plain with { Solver = new() { MaxEvaluations = 3 } });
        yield return Nist(
            "Misra1a", [500, 1e-4], plain with { Solver = new() { StepTolerance = 0.5, InitialStepFactor = 0.1 } });
        yield return Nist(
            "Misra1a",
            [500, 1e-4],
            plain with
            {
                Solver = new() { FunctionTolerance = 0, StepTolerance = 0, GradientTolerance = 0 },
            });
        yield return Nist(
            "MGH10", [2, 400_000, 25_000], plain with { Solver = new() { ParameterScale = [1, 1, 1] } });
    }

    private static FitResult Nist(string set, double[] start, FitOptions options)
    {
        NistProblem problem = NistProblems.All.Single(candidate => candidate.Name == set);
        return CurveFit.Fit(problem.Model, problem.Predictors, [.. problem.Response], start, options);
    }
}
