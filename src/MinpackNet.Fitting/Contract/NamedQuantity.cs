using System.Diagnostics.CodeAnalysis;

namespace MinpackNet.Fitting;

/// <summary>
/// A quantity that follows from parameters. A pair such as <c>("b3", "2*b1")</c> converts to it.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Formula">How it follows from the parameters.</param>
public sealed record NamedQuantity(string Name, string Formula)
{
    /// <summary>A quantity with a name.</summary>
    /// <param name="pair">The name and the formula.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is.")]
    public static implicit operator NamedQuantity((string Name, string Formula) pair) => new(pair.Name, pair.Formula);

    /// <summary>The quantity as an equation.</summary>
    public override string ToString() => $"{Name} = {Formula}";
}
