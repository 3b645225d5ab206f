using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinpackNet.Fitting;

/// <summary>Reads documents of jobs.</summary>
internal static class JobDocuments
{
    private const string Format = "format";

    /// <summary>Reads a document, its format before all else: another one may have other members.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What it should be, in words.</param>
    /// <param name="format">The format that this version reads.</param>
    /// <param name="type">How it is read.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static T Read<T>(string json, string what, int format, JsonTypeInfo<T> type)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Format, out JsonElement given))
            {
                throw Errors.WithoutFormat(nameof(json), what, format);
            }

            return given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out int number) && number == format
                ? root.Deserialize(type)!
                : throw Errors.OtherFormat(nameof(json), what, given.GetRawText(), format);
        }
        catch (JsonException exception)
        {
            throw Errors.NotADocument(nameof(json), what, exception);
        }
    }
}
