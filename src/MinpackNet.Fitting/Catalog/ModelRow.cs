namespace MinpackNet.Fitting;

/// <summary>A model of the table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">Its formula of x.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Quantities">What follows from its parameters.</param>
internal sealed record ModelRow(
    string Name, string Formula, string Description, params IReadOnlyList<NamedQuantity> Quantities)
{
    private static readonly string[] Amplitudes = ["height", "amplitude", "area", "top"];
    private static readonly string[] Places =
        ["center", "middle", "inflection", "ec50", "km", "scale", "lifetime", "frequency"];

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = Fitting.Formula.Parse(Formula).ParameterNames;

    /// <summary>What may trade places in it.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    /// <summary>
    /// The parameter in whose order several terms of the kind stand, and whether it falls: places and times from low to
    /// high, and so rates from high to low. Null where such terms are one.
    /// </summary>
    public (string Name, bool IsFalling)? Order =>
        Parameters.FirstOrDefault(Places.Contains) is { } place ? (place, false)
        : Parameters.Contains("rate") ? ("rate", true)
        : null;

    /// <summary>The parameter that scales the whole; null for none.</summary>
    public string? Amplitude => Parameters.FirstOrDefault(name => Amplitudes.Contains(name));
}
