using System.Globalization;
using MinpackNet.Nist;

namespace MinpackNet.Fitting.Tests;

/// <summary>Solves in the nonlinear parameters alone, against solves in all.</summary>
public sealed class ProjectedSolveTests(ITestOutputHelper output)
{
    private static readonly LeastSquaresOptions Tight = new()
    {
        FunctionTolerance = 1e-14,
        StepTolerance = 1e-14,
        MaxEvaluations = 5000,
    };

    [Fact]
    public void Separable_sets_of_NIST_take_a_fraction_of_the_evaluations()
    {
        (int plain, int plainSolved, int projected, int projectedSolved, int runs) = (0, 0, 0, 0, 0);
        foreach (NistProblem set in NistProblems.All)
        {
            foreach (IReadOnlyList<double> start in set.Starts)
            {
                FitProblem problem = Problem(set.Model, set.Predictors, [.. set.Response], [.. start]);
                LinearPart linear = new(problem, _ => [.. start]);
                if (!ProjectedSolve.Suits(problem, linear))
                {
                    continue;
                }

                runs++;
                FitOutcome all = FitOutcome.Of(problem, Tight, CancellationToken.None);
                FitOutcome some = new ProjectedSolve(problem, linear).Of([.. start], Tight, CancellationToken.None);
                plain += all.Evaluations;
                projected += some.Evaluations;
                plainSolved += IsSolved(problem, all, set.Solution.SumOfSquares) ? 1 : 0;
                projectedSolved += IsSolved(problem, some, set.Solution.SumOfSquares) ? 1 : 0;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{set.Name}: {all.Evaluations} and {some.Evaluations}"));
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{runs} runs: {plain} evaluations, {plainSolved} solved; projected {projected}, {projectedSolved}"));
        Assert.Equal(50, runs);
        Assert.True(3 * projected < plain);
        Assert.InRange(projectedSolved, 48, 50);
    }

    [Fact]
    public void Random_sums_are_solved_more_often_with_fewer_evaluations()
    {
        (int plain, int plainSolved, int projected, int projectedSolved) = (0, 0, 0, 0);
        for (int run = 0; run < 50; run++)
        {
            Random random = new(run);
            bool isPeak = run % 2 == 0;
            int terms = 2 + (run % 4 / 2);
            string text = string.Join(" + ", Enumerable.Range(1, terms).Select(t => isPeak
                ? $"a{t}*exp(-((x - m{t})/s{t})^2)"
                : $"a{t}*exp(-k{t}*x)"));
            Formula formula = Formula.Parse(text);
            double[] truth = [.. formula.ParameterNames.Select(name => name[0] switch
            {
                'a' => 1 + (4 * random.NextDouble()),
                'm' => 1 + (2 * (name[1] - '1')) + random.NextDouble(),
                's' => 0.3 + (0.4 * random.NextDouble()),
                _ => 0.2 * Math.Pow(4, name[1] - '1') * (1 + random.NextDouble()),
            })];
            double[] x = [.. Enumerable.Range(0, 80).Select(i => 0.1 * i)];
            double[] y = [.. x.Select(v => formula.Evaluate(truth, v) + (0.05 * (random.NextDouble() - 0.5)))];
            double[] start = [.. truth.Select(value => value * (0.6 + random.NextDouble()))];
            FitProblem problem = Problem(formula, x, y, start);
            double known = problem.SumOfSquares(FitOutcome.Of(
                Problem(formula, x, y, truth), Tight, CancellationToken.None).Parameters);
            LinearPart linear = new(problem, _ => start);
            FitOutcome all = FitOutcome.Of(problem, Tight, CancellationToken.None);
            FitOutcome some = new ProjectedSolve(problem, linear).Of(start, Tight, CancellationToken.None);
            plain += all.Evaluations;
            projected += some.Evaluations;
            plainSolved += IsSolved(problem, all, known) ? 1 : 0;
            projectedSolved += IsSolved(problem, some, known) ? 1 : 0;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plain} evaluations, {plainSolved} solved; projected {projected}, {projectedSolved}"));
        Assert.True(projected < plain);
        Assert.True(projectedSolved >= plainSolved);
    }

    [Fact]
    public void A_fit_needs_no_start_of_linear_parameters_and_has_all_of_a_plain_one()
    {
        NistProblem set = NistProblems.All.Single(problem => problem.Name == "Bennett5");
        NistProblem peaks = NistProblems.All.Single(problem => problem.Name == "Gauss1");
        FitOptions options = new() { Strategy = FitStrategy.Projected };
        FitResult fit = CurveFit.Fit(set.Model, set.Predictors, [.. set.Response], [.. set.Starts[0]], options);
        Assert.True(fit.Succeeded);
        Assert.True(fit.Evaluations < 100);
        Assert.Equal(1, fit.ChiSquared / set.Solution.SumOfSquares, 1e-9);
        Assert.Equal(1, fit.StandardErrors[0] / set.Solution.StandardErrors[0], 1e-4);

        FitResult open = CurveFit.Fit(
            peaks.Model,
            peaks.Predictors,
            [.. peaks.Response],
            [("b2", 0.009), ("b4", 65), ("b5", 20), ("b7", 178), ("b8", 16)],
            options);
        Assert.True(open.Succeeded);
        Assert.Equal(1, open.ChiSquared / peaks.Solution.SumOfSquares, 1e-9);
        Assert.InRange(open["b1"].Start, 80, 120);
        Assert.Equal(65, open["b4"].Start);
    }

    [Fact]
    public void What_has_no_linear_parameters_is_fitted_plainly()
    {
        double[] x = [1, 2, 3, 4, 5];
        double[] y = [2.1, 3.9, 6.2, 7.8, 10.1];
        foreach (string text in new[] { "x^a", "a*x + b" })
        {
            Formula formula = Formula.Parse(text);
            double[] start = [.. formula.ParameterNames.Select(_ => 1.0)];
            FitResult plain = CurveFit.Fit(formula, x, y, start);
            FitResult same = CurveFit.Fit(formula, x, y, start, new() { Strategy = FitStrategy.Projected });
            Assert.Equal(plain.Estimates, same.Estimates);
            Assert.Equal(plain.Evaluations, same.Evaluations);
        }

        FitOptions bounded = new() { Strategy = FitStrategy.Projected, Bounds = [("b", 0, 5)] };
        FitResult within = CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), x, [5, 3, 2, 1.2, 0.7], [1, 1], bounded);
        Assert.True(within.Succeeded);
    }

    [Fact]
    public void A_nonlinear_parameter_without_a_start_is_named()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CurveFit.Fit(
            Formula.Parse("a*exp(-b*x) + c*exp(-d*x)"),
            new double[] { 1, 2, 3, 4, 5 },
            [5.0, 3, 2, 1.2, 0.7],
            [("a", 1), ("b", 1)],
            new() { Strategy = FitStrategy.Projected }));
        Assert.Contains("d has no start value. Pass one; only parameters", exception.Message, StringComparison.Ordinal);
        Assert.Contains("linear, a, c, need none", exception.Message, StringComparison.Ordinal);
    }

    private static bool IsSolved(FitProblem problem, FitOutcome outcome, double sum) =>
        problem.SumOfSquares(outcome.Parameters) <= (sum * (1 + 1e-6)) + 1e-20;

    private static FitProblem Problem(Formula formula, Predictors x, double[] y, double[] start) =>
        new(formula, x, y, start, FitOptions.Default);
}
