using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A model among others, as written to JSON.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Difference">By how much its AICc is above the lowest.</param>
/// <param name="Weight">Its Akaike weight.</param>
/// <param name="AgainstSimplest">The test against the simplest model; null for none.</param>
/// <param name="Fit">Its fit, as <c>minpack fit</c> writes it.</param>
internal sealed record CompareModel(
    string Name, double Difference, double Weight, NestedTest? AgainstSimplest, FitDocument Fit)
{
    public static CompareModel Of(ComparedModel model, FittedData data) => new(
        model.Name, model.Difference, model.Weight, model.AgainstSimplest, FitDocument.Of(data));
}
