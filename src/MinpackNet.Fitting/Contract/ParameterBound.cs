using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>The bounds of a parameter. A tuple such as <c>("b1", 0, 10)</c> converts to it.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Lower">The least value that it may have; negative infinity for none.</param>
/// <param name="Upper">
/// The largest value; infinity for none. Equal to <paramref name="Lower"/>, it fixes the parameter.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ParameterBound(
    string Name, double Lower = double.NegativeInfinity, double Upper = double.PositiveInfinity)
{
    /// <summary>The bounds of a parameter.</summary>
    /// <param name="bound">Its name, the least and the largest value.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is.")]
    public static implicit operator ParameterBound((string Name, double Lower, double Upper) bound) =>
        new(bound.Name, bound.Lower, bound.Upper);

    /// <summary>Whether there is one.</summary>
    internal bool IsBound => double.IsFinite(Lower) || double.IsFinite(Upper);

    /// <summary>
    /// The bounds of the inverse; none where zero is within. One at zero is at infinity there, on the other one's side.
    /// </summary>
    internal (double Lower, double Upper) OfInverse() =>
        Lower < 0 && Upper > 0 ? (double.NegativeInfinity, double.PositiveInfinity)
        : Upper > 0 ? (1 / Upper, 1 / Math.Abs(Lower))
        : (-1 / Math.Abs(Upper), 1 / Lower);

    /// <summary>The bounds as an inequality, in any culture with a decimal point.</summary>
    public override string ToString()
    {
        string below = double.IsNegativeInfinity(Lower) ? "" : $"{NumberText.Exact(Lower)} <= ";
        string above = double.IsPositiveInfinity(Upper) ? "" : $" <= {NumberText.Exact(Upper)}";
        return $"{below}{Name}{above}";
    }
}
