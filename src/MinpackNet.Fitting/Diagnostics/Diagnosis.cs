using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>Something to know about a fit, found in its numbers.</summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Message">The finding in words, with what to do about it.</param>
/// <param name="Parameters">The names of the parameters concerned; empty when the fit as a whole is.</param>
/// <param name="Evidence">The numbers behind it, by name.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record Diagnosis(
    DiagnosisKind Kind,
    string Message,
    IReadOnlyList<string> Parameters,
    IReadOnlyDictionary<string, double> Evidence)
{
    internal const string ErrorOverSize = "error over size";
    internal const string MayBePoor = "may be a poor minimum";

    // An error so many times the size leaves no digit, no sign and no order of magnitude, as of a singular Jacobian.
    private const double HopelessError = 100;

    /// <summary>
    /// Whether it makes the estimates unusable: they are not those of a minimum, the data do not determine them,
    /// nothing is known about them, or the mean describes the data better, or as well while the minimum may be a poor
    /// one. Otherwise, the finding is a warning or the
    /// cause of another one.
    /// </summary>
    public bool IsFatal => (Kind == DiagnosisKind.ExplainsNothing
            && (Evidence.GetValueOrDefault("R-squared") < 0 || Evidence.GetValueOrDefault(MayBePoor) > 0))
        || (Kind == DiagnosisKind.RunawayParameter && Evidence.GetValueOrDefault(ErrorOverSize) > HopelessError)
        || Kind is DiagnosisKind.NonFiniteValues
        or DiagnosisKind.SquaresOutOfRange
        or DiagnosisKind.FlatParameter
        or DiagnosisKind.StartOnPlateau
        or DiagnosisKind.JumpedOntoPlateau
        or DiagnosisKind.SingularJacobian
        or DiagnosisKind.TooFewPlaces
        or DiagnosisKind.WrongJacobian
        or DiagnosisKind.EvaluationLimit
        or DiagnosisKind.EdgeOfCounts
        or DiagnosisKind.NotCertified
        or DiagnosisKind.NotAtMinimum;

    /// <summary>The kind and the message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
