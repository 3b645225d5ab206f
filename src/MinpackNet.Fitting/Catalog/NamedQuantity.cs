namespace MinpackNet.Fitting;

/// <summary>A quantity that follows from the parameters of a model.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Formula">How it follows from the parameters.</param>
public sealed record NamedQuantity(string Name, string Formula);
