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

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = Fitting.Formula.Parse(Formula).ParameterNames;

    /// <summary>The parameter that scales the whole; null for none.</summary>
    public string? Amplitude => Parameters.FirstOrDefault(name => Amplitudes.Contains(name));
}
