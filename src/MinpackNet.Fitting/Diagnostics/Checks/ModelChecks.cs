using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether the model and its derivatives are what they should be.</summary>
internal static class ModelChecks
{
    // Smaller squares lose digits when they are summed.
    private const double LeastSquare = Precision.SmallestNormal / Precision.MachineEpsilon;

    public static IEnumerable<Diagnosis> NonFiniteValues(Evidence evidence)
    {
        if (evidence.Outcome.Failure is { } failure)
        {
            string[] at = [.. failure.Point.Select((value, k) => $"{evidence.Name(k)} = {Short(value)}")];
            string[] names = failure.ParameterIndex is { } k ? [evidence.Name(k)] : [];
            string what = names.Length == 0 ? "The model" : $"The derivative with respect to {names[0]}";
            yield return Diagnose(
                DiagnosisKind.NonFiniteValues,
                $"{what} is {Value(failure.Value)} at {evidence.Hints.Point(failure.ResidualIndex)} with "
                + $"{string.Join(", ", at)}. "
                + (names.Length == 0 && evidence.IsNeverFinite(failure.ResidualIndex)
                    ? "It is not finite there with any parameters tried."
                        + OneOf(
                            $"leave {evidence.Hints.Point(failure.ResidualIndex)} out",
                            "rewrite the model to be finite there")
                    : failure.Point.SequenceEqual(evidence.Start)
                    ? $"Start where {(names.Length == 0 ? "the model" : "the derivative")} is finite, or rewrite the "
                        + "model to be finite everywhere."
                    : "The solve went there from a start where it is finite."
                        + OneOf(
                            "start closer",
                            evidence.Hints.ShorterFirstStep,
                            "rewrite the model to be finite there")),
                names,
                ("point", failure.ResidualIndex),
                ("value", failure.Value));
        }
        else if (evidence.End is null)
        {
            yield return Diagnose(
                DiagnosisKind.NonFiniteValues,
                "The model or its derivatives are not finite at the point reached, so its errors are unknown. Start "
                + "elsewhere, or rewrite the model to be finite everywhere.",
                []);
        }
    }

    public static IEnumerable<Diagnosis> SquaresOutOfRange(Evidence evidence)
    {
        double largest = Norms.Largest(evidence.End?.Residuals);
        bool overflows = double.IsInfinity(evidence.End?.SumOfSquares ?? 0);
        if (overflows || (largest > 0 && largest * largest < LeastSquare))
        {
            yield return Diagnose(
                DiagnosisKind.SquaresOutOfRange,
                $"The squares of the residuals {(overflows ? "overflow" : "underflow")}, because the largest residual "
                + $"is {Short(largest)}, so the errors and statistics mean nothing. Express the observations in a unit "
                + "that brings them closer to 1.",
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
            $"{comparison.Wrong} of {Count(comparison.Entries, "derivative")} "
            + $"{(comparison.Wrong == 1 ? "disagrees" : "disagree")} with differences of the model, most of all the "
            + $"one with respect to {name} at {evidence.Hints.Point(worst.Row)}: the gradient says "
            + $"{Short(worst.Given)}, differences say {Short(worst.Estimated)}. Fix the gradient, or leave it out.",
            [name],
            ("wrong entries", comparison.Wrong),
            ("entries", comparison.Entries),
            ("point", worst.Row),
            ("given", worst.Given),
            ("estimated", worst.Estimated));
    }

    public static IEnumerable<Diagnosis> DomainEdge(Evidence evidence)
    {
        if (evidence.Singularity is not { } there)
        {
            yield break;
        }

        string name = evidence.Name(there.Parameter);
        string value = Plain(evidence.Reached[there.Parameter]);
        yield return Diagnose(
            DiagnosisKind.DomainEdge,
            "The estimates lie next to the edge of the model's domain, as where the argument of a logarithm or a root, "
            + $"or a divisor, becomes zero: close to {name} = {value}, the model at point {there.Point} "
            + (there.IsFinite ? "changes without bound" : "is not finite")
            + ". Differences across the edge may mislead the solver."
            + OneOf(
                $"check point {there.Point}",
                "write the model so that its edge stays clear of the data",
                evidence.Hints.Fix(name)),
            [name],
            ("point", there.Point),
            ("estimate", evidence.Reached[there.Parameter]));
    }

    public static IEnumerable<Diagnosis> NoisyModel(Evidence evidence)
    {
        if (!evidence.IsRough || evidence.Noise is not { } noise || evidence.Singularity is not null)
        {
            yield break;
        }

        string source = noise.LooksSingle
            ? "The model's values have float-like noise, and all of them are single-precision numbers"
            : "The model's values have noise, as from an inner iteration, an integration or a table";
        yield return Diagnose(
            DiagnosisKind.NoisyModel,
            $"{source}: {Short(noise.Relative)} of their size. The steps of the differences are too short for "
            + "that."
            + OneOf(
                "compute in double precision with tighter inner tolerances",
                evidence.Hints.Precision(Short(noise.Relative))),
            [],
            ("relative noise", noise.Relative));
    }

    private static string Value(double value) => double.IsNaN(value) ? "NaN" : Plain(value);
}
