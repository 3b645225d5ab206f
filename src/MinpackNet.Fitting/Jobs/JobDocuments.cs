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
        using JsonDocument document = Parse(json, what);
        JsonElement root = document.RootElement;
        if (JsonMistakes.Twice(root) is { } twice)
        {
            throw Errors.NotADocument(nameof(json), what, twice);
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Format, out JsonElement given))
        {
            throw Errors.WithoutFormat(nameof(json), what, format);
        }

        if (given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out int number) || number != format)
        {
            throw Errors.OtherFormat(nameof(json), what, given.GetRawText(), format);
        }

        try
        {
            return root.Deserialize(type)!;
        }
        catch (JsonException exception)
        {
            string mistake = JsonMistakes.Of(root, type, "") ?? exception.Message;
            throw Errors.NotADocument(nameof(json), what, mistake, exception);
        }
    }

    private static JsonDocument Parse(string json, string what)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw Errors.NotADocument(nameof(json), what, JsonMistakes.OfSyntax(json, exception), exception);
        }
    }
}
