namespace MinpackNet.Fitting;

/// <summary>A term without which the model describes the data as well.</summary>
/// <param name="Factors">
/// The free parameter that removes it when it is zero, or two that do so together, as those of sine and cosine.
/// </param>
/// <param name="Dependents">The free parameters that act only through it.</param>
/// <param name="SumOfSquares">What is left without it.</param>
internal sealed record SpareTerm(int[] Factors, int[] Dependents, double SumOfSquares)
{
    // In standard errors: an estimate further from zero is surely needed.
    private const double SurelyNeeded = 3;

    // A term below this share of the observations' variation contributes rounding.
    private const double Negligible = 1e-6;

    // Residuals more alike than this belong to a poor minimum, at which any model does as well. One that was certified
    // claims not to be poor.
    private const double LeastOrder = -2;

    // A parameter without effect has none at such a multiple of its estimate either.
    private const double OtherValue = 1.5;

    // The least number of evaluations that the smaller models may take together.
    private const int LeastEvaluations = 50;
    private const int MostPerParameter = 200;

    /// <summary>
    /// The first term without which a new fit is as good by BIC; null for none. Only parameters that may well be zero
    /// are tried, alone and in pairs, and only if another one loses its effect with them. With the derivatives at the
    /// end, all together cost hardly more evaluations than the fit itself, or than 50.
    /// </summary>
    public static SpareTerm? Of(Evidence evidence)
    {
        FitProblem problem = evidence.Problem;
        int n = evidence.Reached.Length;
        if (evidence.End is not { } end || n < 3 || problem.Loss is not null)
        {
            return null;
        }

        double variation = Math.Sqrt(problem.TotalSumOfSquares);
        double Ratio(int k) => Math.Abs(evidence.Reached[k]) / evidence.Errors[k];
        bool MayBeZero(int k) => !(Ratio(k) > SurelyNeeded)
            || Math.Abs(evidence.Reached[k]) * end.ColumnNorms[k] <= Negligible * variation;
        int[] doubtful = [.. Enumerable.Range(0, n).Where(MayBeZero).OrderBy(Ratio)];
        if (doubtful.Length == 0
            || (end.HasResiduals && !evidence.Outcome.IsCertified && evidence.Residuals.Order < LeastOrder))
        {
            return null;
        }

        int derivatives = problem.HasDerivatives ? 1 + (n / 4) : 1 + (2 * n);
        int budget = Math.Clamp(
            evidence.Outcome.Evaluations - derivatives, LeastEvaluations, MostPerParameter * (n + 1));
        Dictionary<int, int[]> actThrough = [];
        foreach (int[] factors in AloneAndInPairs(doubtful))
        {
            double[] without = [.. evidence.Reached.Select((value, k) => factors.Contains(k) ? 0 : value)];
            if (!problem.IsWithin(without))
            {
                continue; // the bounds say that the term is there
            }

            budget -= derivatives;
            if (budget <= 0)
            {
                break;
            }

            int[] dependents = FlatAt(evidence, without, factors);
            if (factors is [int alone])
            {
                actThrough[alone] = dependents;
            }

            int removed = factors.Length + dependents.Length;
            if (removed == n || dependents.All(j => factors.Length > 1 && ActsThroughOne(j, factors)))
            {
                continue;
            }

            double sum = SumWithout(evidence, without, [.. factors, .. dependents], ref budget);
            if (IsAsGood(evidence, sum, removed))
            {
                return new(factors, dependents, sum);
            }
        }

        return null;

        bool ActsThroughOne(int j, int[] factors) =>
            factors.Any(k => actThrough.TryGetValue(k, out int[]? dependents) && dependents.Contains(j));
    }

    private static IEnumerable<int[]> AloneAndInPairs(int[] all) => all.Select(k => new[] { k })
        .Concat(all.SelectMany((k, at) => all.Take(at).Select(other => new[] { other, k })));

    /// <summary>The parameters besides some that have no effect at a point, but had at the start.</summary>
    private static int[] FlatAt(Evidence evidence, double[] point, int[] besides)
    {
        FitProblem problem = evidence.Problem;
        double[] jacobian = new double[checked(problem.PointCount * point.Length)];
        problem.Differentiate(point, jacobian);
        double[] norms = Norms.OfColumns(jacobian, problem.PointCount);
        Lazy<double[]> here = new(() => problem.ResidualsAt(point));
        return [.. Enumerable.Range(0, point.Length).Where(j => !besides.Contains(j)
            && Linearization.IsFlat(problem, j, norms[j], point[j], evidence.ModelSize)
            && !evidence.IsFlatAtStart(j)
            && StaysAlike(evidence, point, j, here.Value))];
    }

    /// <summary>
    /// Whether the model is the same with another value of a parameter, not only with one next to it: the place of a
    /// step matters although its derivative is zero.
    /// </summary>
    private static bool StaysAlike(Evidence evidence, double[] point, int j, double[] here)
    {
        double[] step = new double[point.Length];
        step[j] = point[j] == 0 ? 1 : OtherValue * point[j] - point[j];
        double[] elsewhere = evidence.Problem.Along(point, step, 1).Single();
        return Norms.OfDifference(evidence.Problem.ResidualsAt(elsewhere), here) <= Negligible * evidence.ModelSize;
    }

    private static double SumWithout(Evidence evidence, double[] start, int[] removed, ref int budget)
    {
        FitProblem problem = evidence.Problem;
        FitOptions options = evidence.Options with
        {
            Fixed = [.. evidence.Options.Fixed, .. removed.Select(evidence.Name)],
        };
        FitProblem smaller = problem.With(problem.Predictors, problem.AllOf(start), options);
        LeastSquaresOptions solver = evidence.Solver with
        {
            ParameterScale = null,
            Observer = null,
            MaxEvaluations = budget,
        };
        FitOutcome outcome = FitOutcome.Of(smaller, solver, CancellationToken.None);
        double sum = smaller.SumOfSquares(outcome.Parameters);
        budget -= smaller.EvaluationCount;
        return sum;
    }

    /// <summary>Whether BIC prefers what is left, or rounding explains it.</summary>
    private static bool IsAsGood(Evidence evidence, double sum, int removed)
    {
        int m = evidence.Problem.PointCount;
        double before = evidence.End!.SumOfSquares;
        double gain = evidence.Options.KnowsScatter
            ? sum - before
            : m * Math.Log(sum / before);
        return double.IsFinite(sum)
            && (sum <= OptimumTest.Floor(evidence.ModelSize) || gain < removed * Math.Log(m));
    }
}
