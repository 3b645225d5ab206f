using static MinpackNet.Fitting.Diagnostics.Examination;

namespace MinpackNet.Fitting.Diagnostics;

/// <summary>Whether the model and its derivatives are what they should be.</summary>
internal static class ModelChecks
{
    // Doubles leave about 1e-16, and models that cancel some digits 1e-12; single precision leaves 3e-8.
    private const double MostNoise = 1e-10;

    // Squares below the smallest normal number, over the distance of two numbers, have lost digits.
    private const double LeastSquare = 2.2250738585072014e-308 / 2.220446049250313e-16;

    public static IEnumerable<Diagnosis> NonFiniteValues(Evidence evidence)
    {
        if (evidence.Outcome.Failure is { } failure)
        {
            string[] at = [.. failure.Point.Select((value, k) => $"{evidence.Name(k)} = {Show(value)}")];
            string[] names = failure.ParameterIndex is { } k ? [evidence.Name(k)] : [];
            string what = names.Length == 0 ? "The model" : $"The derivative by {names[0]}";
            yield return Diagnose(
                DiagnosisKind.NonFiniteValues,
                $"{what} is {failure.Value} at point {failure.ResidualIndex} with {string.Join(", ", at)}. Start where "
                + "the model is finite, or write it so that it is finite everywhere.",
                names,
                ("point", failure.ResidualIndex),
                ("value", failure.Value));
        }
        else if (evidence.End is null)
        {
            yield return Diagnose(
                DiagnosisKind.NonFiniteValues,
                "The model or its derivatives are not finite at the point reached, so nothing can be said of its "
                + "errors. Start elsewhere, or write the model so that it is finite everywhere.",
                []);
        }
    }

    public static IEnumerable<Diagnosis> SquaresOutOfRange(Evidence evidence)
    {
        double largest = evidence.End?.Residuals.Max(Math.Abs) ?? 0;
        bool overflows = double.IsInfinity(evidence.End?.SumOfSquares ?? 0);
        if (overflows || (largest > 0 && largest * largest < LeastSquare))
        {
            yield return Diagnose(
                DiagnosisKind.SquaresOutOfRange,
                $"The squares of the residuals {(overflows ? "overflow" : "underflow")}, for the largest residual is "
                + $"{Show(largest)}, so the errors and statistics mean nothing. Give the observations in a unit in which "
                + "they are nearer to 1.",
                [],
                ("largest residual", largest));
        }
    }

    public static IEnumerable<Diagnosis> WrongJacobian(Evidence evidence)
    {
        if (evidence.End is null || evidence.Comparison is not { Wrong: > 0 } comparison)
        {
            yield break;
        }

        JacobianEntry worst = comparison.Worst;
        string name = evidence.Problem.Names[worst.Column];
        yield return Diagnose(
            DiagnosisKind.WrongJacobian,
            $"{comparison.Wrong} of {comparison.Entries} derivatives disagree with differences of the model, most that "
            + $"by {name} at point {worst.Row}: {Show(worst.Given)} was given, differences say "
            + $"{Show(worst.Estimated)}. Mend the gradient, or leave it out.",
            [name],
            ("wrong entries", comparison.Wrong),
            ("entries", comparison.Entries),
            ("point", worst.Row),
            ("given", worst.Given),
            ("estimated", worst.Estimated));
    }

    public static IEnumerable<Diagnosis> NoisyModel(Evidence evidence)
    {
        double allowed = Math.Max(MostNoise, 10 * (evidence.Solver.ResidualPrecision ?? 0));
        if (evidence.End is null || evidence.Noise is not { } noise || noise.Relative <= allowed)
        {
            yield break;
        }

        string source = noise.LooksSingle
            ? "the model returned float-like noise, and all its values are single-precision numbers"
            : "the model returned noise, as from an inner iteration, an integration or a table";
        yield return Diagnose(
            DiagnosisKind.NoisyModel,
            $"{char.ToUpperInvariant(source[0])}{source[1..]}: {Show(noise.Relative)} of its values. Differences are "
            + "taken over steps too short for that. Compute in double precision with tighter inner tolerances, or "
            + $"raise epsfcn: set ResidualPrecision to {Show(noise.Relative)}.",
            [],
            ("relative noise", noise.Relative));
    }
}
