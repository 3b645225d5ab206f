namespace MinpackNet.Samples;

/// <summary>What a silo answers.</summary>
/// <param name="Fitted">The results in JSON; null where the order cannot be run.</param>
/// <param name="Refusal">Why, and what to change; null where there are results.</param>
/// <param name="Silo">The port of the silo.</param>
[GenerateSerializer, Immutable]
internal sealed record PartReply(
    [property: Id(0)] string? Fitted, [property: Id(1)] string? Refusal, [property: Id(2)] int Silo)
{
    /// <summary>What to change, without the name of an argument, which a document does not have.</summary>
    public static string RefusalOf(Exception mistake) => mistake is ArgumentException { ParamName: { } name }
        ? mistake.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : mistake.Message;
}
