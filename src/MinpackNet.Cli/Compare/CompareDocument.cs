namespace MinpackNet.Cli;

/// <summary>A comparison, as written to JSON.</summary>
/// <param name="Succeeded">Whether all fits did.</param>
/// <param name="Best">The name of the model with the lowest AICc; null for none.</param>
/// <param name="Conclusion">What the comparison means, in words.</param>
/// <param name="Models">The models in the order given.</param>
internal sealed record CompareDocument(
    bool Succeeded, string? Best, string Conclusion, IReadOnlyList<CompareModel> Models)
{
    public static CompareDocument Of(ComparedFits compared) => new(
        compared.Succeeded,
        compared.Comparison.Best?.Name,
        compared.Comparison.Conclusion,
        [.. compared.Comparison.Models.Zip(compared.Fits, CompareModel.Of)]);
}
