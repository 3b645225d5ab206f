using static MinpackNet.Fitting.Diagnostics.Examination;

namespace MinpackNet.Fitting.Diagnostics;

/// <summary>Whether the solver could do its work.</summary>
internal static class SolverChecks
{
    // A scale may be off by some orders of magnitude without harm.
    private const double MostScaleSpread = 1e3;

    // Below these a relative change of the sum of squares drowns in its rounding.
    private const double LeastTolerance = 1e-14;
    private const double AtMinimum = 1e-6;

    public static IEnumerable<Diagnosis> BadScaling(Evidence evidence)
    {
        if (evidence.End is not { } end || !evidence.IsUnfinished || evidence.Options.Strategy == FitStrategy.Robust)
        {
            yield break;
        }

        // The solver's own scale of a parameter is the largest effect met, and never shrinks again.
        double[] scales = evidence.Solver.ParameterScale is { } given
            ? [.. given]
            : [.. end.ColumnNorms.Select((norm, k) => Math.Max(norm, evidence.StartNorms?[k] ?? norm))];
        int[] steep = [.. Enumerable.Range(0, scales.Length).Where(k => !evidence.IsFlatAtEnd(k))];
        if (steep.Length == 0)
        {
            yield break;
        }

        double Mismatch(int k) => scales[k] / end.ColumnNorms[k];
        int slowest = steep.MaxBy(Mismatch);
        int fastest = steep.MinBy(Mismatch);
        double spread = Mismatch(slowest) / Mismatch(fastest);
        if (spread > MostScaleSpread)
        {
            string remedy = evidence.Solver.ParameterScale is not null
                ? "Leave ParameterScale out, so that the solver scales by the effects."
                : "Start closer, or give ParameterScale the inverse of the parameters' typical sizes.";
            string name = evidence.Name(slowest);
            yield return Diagnose(
                DiagnosisKind.BadScaling,
                $"The parameters are badly scaled: next to {evidence.Name(fastest)}, {name} is held back "
                + $"{Show(spread)} times more than its effect asks for. {remedy}",
                [name],
                ("mismatch of the scales", spread),
                ("scale", scales[slowest]),
                ("effect", end.ColumnNorms[slowest]));
        }
    }

    public static IEnumerable<Diagnosis> TooTightTolerances(Evidence evidence)
    {
        LeastSquaresOptions solver = evidence.Solver;
        bool atLimit = evidence.Outcome.Status >= LeastSquaresStatus.FunctionToleranceTooSmall;
        bool cannotBeMet = evidence.Outcome.Status == LeastSquaresStatus.TooManyEvaluations
            && Math.Max(solver.FunctionTolerance, solver.StepTolerance) < LeastTolerance
            && evidence.End is not null
            && (!evidence.LeavesResiduals || evidence.LargestCosine.Value < AtMinimum);
        if (evidence.Options.Strategy == FitStrategy.Robust || !(atLimit || cannotBeMet))
        {
            yield break;
        }

        double cosine = evidence.End is null ? double.NaN : evidence.LargestCosine.Value;
        yield return Diagnose(
            DiagnosisKind.TooTightTolerances,
            $"The tolerances (ftol {Show(solver.FunctionTolerance)}, xtol {Show(solver.StepTolerance)}, gtol "
            + $"{Show(solver.GradientTolerance)}) ask for more than double precision gives. The estimates are as good "
            + $"as they get: the largest gradient cosine is {Show(cosine)}. Tolerances of 1e-12 end in convergence.",
            [],
            ("function tolerance", solver.FunctionTolerance),
            ("step tolerance", solver.StepTolerance),
            ("gradient tolerance", solver.GradientTolerance),
            ("largest gradient cosine", cosine));
    }

    public static IEnumerable<Diagnosis> EvaluationLimit(Evidence evidence)
    {
        if (evidence.Outcome.Status != LeastSquaresStatus.TooManyEvaluations
            || evidence.End is null
            || evidence.Options.Strategy == FitStrategy.Robust
            || TooTightTolerances(evidence).Any())
        {
            yield break;
        }

        double cosine = evidence.LargestCosine.Value;
        yield return Diagnose(
            DiagnosisKind.EvaluationLimit,
            $"All {evidence.Outcome.Evaluations} evaluations were used, and the largest gradient cosine is still "
            + $"{Show(cosine)}. Raise MaxEvaluations, start closer, or use FitStrategy.Robust.",
            [],
            ("evaluations", evidence.Outcome.Evaluations),
            ("largest gradient cosine", cosine));
    }

    public static IEnumerable<Diagnosis> NotCertified(Evidence evidence)
    {
        FitOutcome outcome = evidence.Outcome;
        if (evidence.Options.Strategy != FitStrategy.Robust || outcome.IsCertified || outcome.Failure is not null)
        {
            yield break;
        }

        double[] best = evidence.Problem.AllOf(outcome.Parameters);
        FitAttempt attempt = outcome.Attempts.First(item => item.Estimates.SequenceEqual(best));
        int optima = outcome.Attempts.Count(item => item.IsOptimum);
        string reason = attempt.IsOptimum
            ? "the best is an optimum by itself, but no other attempt confirms it, or one without an optimum lies lower"
            : $"the best is {attempt.Verdict}";
        yield return Diagnose(
            DiagnosisKind.NotCertified,
            $"None of {outcome.Attempts.Count} attempts led to a certified optimum: {reason}. Start closer, fix what "
            + "the data do not determine, or see FitResult.Attempts.",
            [],
            ("attempts", outcome.Attempts.Count),
            ("optima", optima));
    }

    public static IEnumerable<Diagnosis> NotAtMinimum(Evidence evidence)
    {
        if (!evidence.Outcome.Converged || !evidence.IsAwayFromMinimum)
        {
            yield break;
        }

        (int k, double cosine) = evidence.LargestCosine;
        yield return Diagnose(
            DiagnosisKind.NotAtMinimum,
            $"The solver stopped where {evidence.Name(k)} could still reduce the sum of squares: the cosine of its "
            + $"gradient is {Show(cosine)}, and would be below 1e-4 at a minimum. Do not trust the estimates. See the "
            + "other warnings for the cause; tighter tolerances or FitStrategy.Robust may help.",
            [evidence.Name(k)],
            ("gradient cosine", cosine));
    }
}
