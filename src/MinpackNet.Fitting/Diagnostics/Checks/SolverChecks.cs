using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether the solver could do its work.</summary>
internal static class SolverChecks
{
    // A scale may be off by some orders of magnitude without harm.
    private const double MostScaleSpread = 1e3;

    // A smaller relative change of the sum of squares is lost in rounding.
    private const double LeastTolerance = 1e-14;
    private const double AtMinimum = 1e-6;
    private const double SteepCosine = 0.01;
    private const int CosineDigits = 3;

    public static IEnumerable<Diagnosis> BadScaling(Evidence evidence)
    {
        if (evidence.End is not { } end || !evidence.IsUnfinished || evidence.Options.Strategy == FitStrategy.Search)
        {
            yield break;
        }

        // The solver's own scale of a parameter is the largest effect seen so far and never shrinks.
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
                ? OneOf(evidence.Hints.NoScale)
                : OneOf("start closer", evidence.Hints.Scale, evidence.Hints.Search);
            string name = evidence.Name(slowest);
            yield return Diagnose(
                DiagnosisKind.BadScaling,
                $"The parameters are badly scaled: compared with {evidence.Name(fastest)}, {name} is held back "
                + $"{Short(spread)} times more than its effect calls for.{remedy}",
                [name],
                ("mismatch of the scales", spread),
                ("scale", scales[slowest]),
                ("effect", end.ColumnNorms[slowest]));
        }
    }

    public static IEnumerable<Diagnosis> TolerancesTooTight(Evidence evidence)
    {
        LeastSquaresOptions solver = evidence.Solver;
        bool atLimit = evidence.Outcome.Status >= LeastSquaresStatus.FunctionToleranceTooSmall;
        bool cannotBeMet = evidence.Outcome.Status == LeastSquaresStatus.TooManyEvaluations
            && Math.Max(solver.FunctionTolerance, solver.StepTolerance) < LeastTolerance
            && evidence.End is not null
            && (!evidence.End.HasResiduals || evidence.LargestCosine.Value < AtMinimum);
        if (evidence.Options.Strategy == FitStrategy.Search || !(atLimit || cannotBeMet))
        {
            yield break;
        }

        double cosine = evidence.End is null ? double.NaN : evidence.LargestCosine.Value;
        yield return Diagnose(
            DiagnosisKind.TolerancesTooTight,
            $"The tolerances (of the {evidence.Problem.SumName} {Short(solver.FunctionTolerance)}, of the parameters "
            + $"{Short(solver.StepTolerance)}, of the gradient {Short(solver.GradientTolerance)}) demand more than "
            + "double precision provides. The estimates are as good as they get: the largest gradient cosine is "
            + $"{Cosine(cosine)}."
            + OneOf(evidence.Hints.WiderTolerances),
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
            || !double.IsFinite(evidence.End.SumOfSquares)
            || evidence.Options.Strategy == FitStrategy.Search
            || TolerancesTooTight(evidence).Any())
        {
            yield break;
        }

        double cosine = evidence.LargestCosine.Value;
        yield return Diagnose(
            DiagnosisKind.EvaluationLimit,
            $"The limit was reached after {Count(evidence.Outcome.Evaluations, "evaluation")}, "
            + (evidence.End.HasResiduals && cosine >= AtMinimum
                ? $"but the largest gradient cosine is still {Cosine(cosine)}."
                : evidence.End.HasResiduals
                    ? "before a convergence test was met. No gradient is left that tells a direction."
                    : "before a convergence test was met. The residuals are already lost in the model's size.")
            + OneOf(evidence.Hints.MoreEvaluations, "start closer", evidence.Hints.Search),
            [],
            ("evaluations", evidence.Outcome.Evaluations),
            ("largest gradient cosine", cosine));
    }

    public static IEnumerable<Diagnosis> NotCertified(Evidence evidence)
    {
        FitOutcome outcome = evidence.Outcome;
        if (evidence.Options.Strategy != FitStrategy.Search || outcome.IsCertified || outcome.Failure is not null)
        {
            yield break;
        }

        int optima = outcome.Attempts.Count(item => item.IsOptimum);
        yield return Diagnose(
            DiagnosisKind.NotCertified,
            $"No certified optimum in {Count(outcome.Attempts.Count, "attempt")}: {outcome.Evidence}."
            + (outcome.WasInterrupted
                ? OneOf("let the search run to its end", evidence.Hints.Attempts)
                : OneOf(
                    "start closer", evidence.Hints.Fix("what the data do not determine"), evidence.Hints.Attempts)),
            [],
            ("attempts", outcome.Attempts.Count),
            ("optima", optima));
    }

    public static IEnumerable<Diagnosis> NotAtMinimum(Evidence evidence)
    {
        string[] effective = evidence.IsAwayFromMinimum
            ? [.. Enumerable.Range(0, evidence.Reached.Length).Where(j => !evidence.IsFlatAtEnd(j))
                .Select(evidence.Name)]
            : [];
        if (!evidence.Outcome.Converged || effective.Length == 0)
        {
            yield break;
        }

        (int k, double cosine) = evidence.LargestCosine;
        double share = evidence.End!.ReachableShare;
        bool isSteep = cosine > SteepCosine;
        bool isKink = isSteep && Kink.Is(evidence, k);
        string[] names = isSteep ? [evidence.Name(k)] : effective;
        yield return Diagnose(
            DiagnosisKind.NotAtMinimum,
            (isKink
                ? $"The solver stopped at a kink: the {evidence.Problem.SumName} grows on both sides of {names[0]} = "
                    + $"{Plain(evidence.Reached[k])}, as where x - {names[0]} changes its sign at a point, so the "
                    + "gradient does not tell how to change the other parameters."
                : isSteep
                ? $"The solver stopped where {names[0]} could still reduce the {evidence.Problem.SumName}: its "
                    + $"gradient cosine is {Cosine(cosine)} but would be below 1e-4 at a minimum."
                : $"The solver stopped where {Join(names)} together could still reduce the {evidence.Problem.SumName}: "
                    + $"{Cosine(share)} of it lies in directions of the model, but less than 1e-4 would at a minimum.")
            + " Do not trust the estimates."
            + (isKink
                ? OneOf(evidence.Hints.Fix($"{names[0]} there"), "write the model without the kink")
                : " Other warnings, if there are any, tell the cause."
                    + OneOf("start closer", evidence.Hints.TighterTolerances, evidence.Hints.Search)),
            names,
            ("gradient cosine", cosine),
            ("reachable share of the sum of squares", share));
    }

    /// <summary>Zero only if it is zero, and one only if it is one.</summary>
    private static string Cosine(double value) => double.IsNaN(value) ? Short(value) : Share(value, CosineDigits);
}
