using System.Text.Json;
using System.Text.Json.Serialization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Writes comparisons to JSON, in the form of fits.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(NumberConverter),
        typeof(CamelCaseEnumConverter<LeastSquaresStatus>),
        typeof(CamelCaseEnumConverter<DiagnosisKind>),
        typeof(CamelCaseEnumConverter<BoundState>),
    ])]
[JsonSerializable(typeof(CompareDocument))]
internal sealed partial class CompareJsonContext : JsonSerializerContext
{
    public static CompareJsonContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = FitJsonContext.Readable.Options.Encoder,
    });
}
