using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>
/// The report's words, the flags of the API and of JSON and the exit code say the same of a fit, and none of them calls
/// a fit a success that has a gradient left or a singular Jacobian by arithmetic of the test's own.
/// </summary>
public sealed class AgreementTests
{
    private const int Seed = 20261129;
    private const int Fits = 400;
    private const double MostCosine = 0.02;
    private const double LeastIndependence = 1e-13;

    /// <summary>What a report says of estimates that cannot be used.</summary>
    private static readonly string[] Distrust =
        ["Do not trust the estimates", "Failed:", "Not converged", "Not certified", "Stopped by", "Canceled"];

    private static readonly string[] Formulas =
    [
        "a*x + b", "a*b*x", "a*x + 0*b", "a*exp(-b*x)", "a*(1-exp(-b*x))", "a*sin(b*x)", "a/(1+exp(-b*(x-3)))",
        "a*x^b", "a*exp(-(x-b)^2)", "a*log(b*x)", "a + b", "a*exp(b)", "sqrt(a*x) + b", "a/(b-x)",
    ];

    [Fact]
    public void Words_flags_and_numbers_agree_in_the_library()
    {
        int failures = 0;
        foreach (FitResult fit in RandomFits().Concat(TroubledFits.All(HintNames.Library)))
        {
            AssertAgreement(fit);
            failures += fit.Succeeded ? 0 : 1;
        }

        Assert.InRange(failures, Fits / 5, Fits * 4 / 5);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Words_flags_and_the_exit_code_agree_in_the_command(int part)
    {
        for (int seed = part; seed < Fits / 2; seed += Parts.Count)
        {
            (string formula, double[] x, double[] y, double[] start) = Case(Seed + seed);
            string csv = string.Join('\n', x.Zip(y, (at, value) => FormattableString.Invariant($"{at},{value}"))
                .Prepend("x,y"));
            string values = string.Create(CultureInfo.InvariantCulture, $"a={start[0]},b={start[1]}");
            string[] fit = ["fit", "-", "--model", formula, "--start", values];
            Run report = Minpack.RunOn(csv, [.. fit, "--no-plot"]);
            Run json = Minpack.RunOn(csv, [.. fit, "--json"]);
            Assert.InRange(report.ExitCode, ExitCode.Success, ExitCode.Failure);
            Assert.Equal(report.ExitCode, json.ExitCode);
            bool isDistrusted = SaysDistrust(report.Output);
            Assert.True(isDistrusted == (report.ExitCode == ExitCode.Failure), $"{formula}\n{report.Output}");
            Assert.Equal(!isDistrusted, (bool)json.Json["succeeded"]!);
            string[] marked = [.. report.Output.Split(Environment.NewLine)
                .SkipWhile(line => !line.StartsWith("parameter ", StringComparison.Ordinal))
                .Where(line => line.EndsWith("   ?", StringComparison.Ordinal))
                .Select(line => line.Split(' ')[0])];
            Assert.Equal(
                marked,
                json.Json["parameters"]!.AsArray()
                    .Where(parameter => !(bool)parameter!["isDetermined"]!)
                    .Select(parameter => (string)parameter!["name"]!));
        }
    }

    public static TheoryData<int> Parts => [0, 1, 2, 3];

    private static void AssertAgreement(FitResult fit)
    {
        string report = fit.ToReport();
        Assert.True(SaysDistrust(report) == !fit.Succeeded, report);
        if (fit.Diagnoses.Any(diagnosis => diagnosis.IsFatal))
        {
            Assert.False(fit.Succeeded);
        }

        if (fit.Succeeded)
        {
            Assert.True(fit.Converged);
            Assert.True(fit.Estimates.All(double.IsFinite), report);
            Assert.True(
                fit.Parameters.All(parameter => double.IsNaN(parameter.StandardError)
                    == parameter.Bound is BoundState.AtLower or BoundState.AtUpper),
                report);
        }
    }

    [Fact]
    public void A_success_has_no_gradient_left_and_no_singular_Jacobian()
    {
        int successes = 0;
        for (int seed = 0; seed < Fits; seed++)
        {
            (string formula, double[] x, double[] y, double[] start) = Case(Seed + seed);
            Formula model = Formula.Parse(formula, new FormulaNames { Parameters = ["a", "b"] });
            FitResult fit = CurveFit.Fit(model, x, y, start);
            if (!fit.Succeeded || fit.ChiSquared < 1e-12 * y.Sum(value => value * value))
            {
                continue;
            }

            successes++;
            double[] residuals = [.. fit.Residuals];
            double[][] columns = [.. Enumerable.Range(0, 2).Select(j => Column(model, x, [.. fit.Estimates], j))];
            Assert.True(Independence(model, x, [.. fit.Estimates]) > LeastIndependence, $"{formula}\n{fit}");
            Assert.All(columns, column => Assert.True(
                Math.Abs(Dot(column, residuals)) / Norm(column) / Norm(residuals) < MostCosine, $"{formula}\n{fit}"));
        }

        Assert.InRange(successes, Fits / 5, Fits);
    }

    private static IEnumerable<FitResult> RandomFits()
    {
        for (int seed = 0; seed < Fits; seed++)
        {
            (string formula, double[] x, double[] y, double[] start) = Case(Seed + seed);
            LeastSquaresOptions? solver = (seed % 5) switch
            {
                0 => new() { MaxEvaluations = 4 },
                1 => new() { StepTolerance = 0.3, InitialStepFactor = 0.1 },
                2 => new() { FunctionTolerance = 0, StepTolerance = 0 },
                _ => null,
            };
            Formula model = Formula.Parse(formula, new FormulaNames { Parameters = ["a", "b"] });
            yield return CurveFit.Fit(model, x, y, start, new() { Solver = solver });
        }
    }

#pragma warning disable CA5394 // Cases that can be repeated.
    private static (string Formula, double[] X, double[] Y, double[] Start) Case(int seed)
    {
        Random random = new(seed);
        int count = random.Next(2, 15);
        double size = Math.Pow(10, random.Next(-3, 4));
        double[] x = [.. Enumerable.Range(1, count).Select(i => random.Next(10) == 0 ? 1.0 : i)];
        double[] y = [.. x.Select(at => size * ((0.5 * at) + random.NextDouble()))];
        double[] start = [Math.Pow(10, random.Next(-2, 3)), (random.Next(4) == 0 ? -1 : 1) * random.NextDouble()];
        return (Formulas[random.Next(Formulas.Length)], x, y, start);
    }
#pragma warning restore CA5394

    private static bool SaysDistrust(string report)
    {
        string text = report.ReplaceLineEndings(" ");
        return Array.Exists(Distrust, words => text.Contains(words, StringComparison.Ordinal));
    }

    private static double[] Column(Formula model, double[] x, double[] at, int parameter)
    {
        double step = 1e-6 * (at[parameter] == 0 ? 1 : Math.Abs(at[parameter]));
        double[] above = [.. at];
        double[] below = [.. at];
        above[parameter] += step;
        below[parameter] -= step;
        return [.. x.Select(point => (model.Evaluate(above, [point]) - model.Evaluate(below, [point])) / (2 * step))];
    }

    /// <summary>The share of the second column that the first does not explain.</summary>
    private static double Independence(Formula model, double[] x, double[] at)
    {
        double[][] rows = [.. x.Select(point =>
        {
            double[] gradient = new double[2];
            model.Gradient(at, [point], gradient);
            return gradient;
        })];
        double[] first = [.. rows.Select(row => row[0])];
        double[] second = [.. rows.Select(row => row[1])];
        double share = Dot(first, second) / Dot(first, first);
        return Norm([.. second.Zip(first, (s, f) => s - (share * f))]) / Norm(second);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));
}
