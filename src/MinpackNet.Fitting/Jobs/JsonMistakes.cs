using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinpackNet.Fitting;

/// <summary>What is wrong with a JSON document, by its members and values; the framework tells its types.</summary>
internal static class JsonMistakes
{
    private const int MostShownBytes = 60;

    /// <summary>A member that is there twice, of which .NET 8 takes the last; null for none.</summary>
    public static string? Twice(JsonElement root)
    {
        try
        {
            return Twice(root, "");
        }
        catch (InvalidOperationException)
        {
            return "a name has half a surrogate pair. Correct it.";
        }
    }

    /// <summary>Where a text is no JSON.</summary>
    public static string OfSyntax(string json, JsonException mistake)
    {
        long line = mistake.LineNumber ?? 0;
        byte[] bytes = Encoding.UTF8.GetBytes(json.Split('\n').ElementAtOrDefault((int)line) ?? "");
        int at = (int)Math.Min(mistake.BytePositionInLine ?? 0, bytes.Length);
        string rest = Encoding.UTF8.GetString(bytes, at, Math.Min(MostShownBytes, bytes.Length - at)).Trim();
        string place = FormattableString.Invariant($"line {line + 1}");
        string orDeep = rest is ['[' or '{', ..] ? ", or too deep" : "";
        return rest.Length == 0
            ? $"it breaks off in {place}, where JSON goes on. Send all of it."
            : $"in {place} from {Errors.Brief(rest)} on, it is no JSON{orDeep}. Correct it.";
    }

    /// <summary>The first member that is unknown, missing or has a value that it cannot have; null for none.</summary>
    public static string? Of(JsonElement element, JsonTypeInfo type, string path) =>
        (type.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => OfMembers(element, type, path),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => element.EnumerateObject()
                .Select(member => Of(member.Value, ItemsOf(type), Member(path, member.Name)))
                .FirstOrDefault(mistake => mistake is not null) ?? OfValue(element, type, path),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray()
                .Select((item, i) => Of(item, ItemsOf(type), Item(path, i)))
                .FirstOrDefault(mistake => mistake is not null),
            _ => OfValue(element, type, path),
        };

    private static string? Twice(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                HashSet<string> names = [];
                return element.EnumerateObject()
                    .Select(member => names.Add(member.Name)
                        ? Twice(member.Value, Member(path, member.Name))
                        : $"{Member(path, member.Name)} is there twice. Give it once.")
                    .FirstOrDefault(twice => twice is not null);
            case JsonValueKind.Array:
                return element.EnumerateArray()
                    .Select((item, i) => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                        ? Twice(item, Item(path, i))
                        : null)
                    .FirstOrDefault(twice => twice is not null);
            default:
                return null;
        }
    }

    private static string? OfMembers(JsonElement element, JsonTypeInfo type, string path)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (type.Properties.FirstOrDefault(known => known.Name == member.Name) is not { } property)
            {
                string place = path.Length == 0 ? "here" : $"in {path}";
                return $"{Member(path, member.Name)} is unknown. Known {place} are {MembersOf(type)}.";
            }

            JsonTypeInfo value = type.Options.GetTypeInfo(property.PropertyType);
            if (Of(member.Value, value, Member(path, member.Name)) is { } mistake)
            {
                return mistake;
            }
        }

        return type.Properties.FirstOrDefault(known => known.IsRequired && !element.TryGetProperty(known.Name, out _))
            is { } missing ? $"{Member(path, missing.Name)} is missing. Give it." : null;
    }

    private static string? OfValue(JsonElement element, JsonTypeInfo type, string path)
    {
        try
        {
            element.Deserialize(type);
            return null;
        }
        catch (JsonException mistake)
        {
            return $"{path} is {Errors.Brief(element.GetRawText())}. {Allowed(type, mistake)}";
        }
    }

    private static string Allowed(JsonTypeInfo type, JsonException mistake)
    {
        Type value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return value.IsEnum ? $"Give one of {string.Join(", ", Enum.GetNames(value).Select(name => $"\"{name}\""))}."
            : value == typeof(double) ? "Give a number, or \"NaN\", \"Infinity\" or \"-Infinity\"."
            : value == typeof(int) ? "Give a whole number."
            : value == typeof(bool) ? "Give true or false."
            : value == typeof(string) ? "Give text in quotation marks."
            : type.Kind switch
            {
                JsonTypeInfoKind.Object => $"Give an object of {MembersOf(type)}, in braces.",
                JsonTypeInfoKind.Dictionary when value == typeof(Dictionary<int, string>) =>
                    "Give an object of whole numbers and texts, in braces.",
                JsonTypeInfoKind.Dictionary => "Give an object of names and values, in braces.",
                JsonTypeInfoKind.Enumerable => "Give a list, in brackets.",
                // Of a converter of this library, which says it in its own words.
                _ => mistake.Message,
            };
    }

    // One that is not part of JSON has no way to be read or written.
    private static string MembersOf(JsonTypeInfo type) =>
        string.Join(", ", type.Properties.Where(known => known.Get is not null).Select(known => known.Name));

    private static JsonTypeInfo ItemsOf(JsonTypeInfo type) =>
        type.Options.GetTypeInfo(type.Type.GetElementType() ?? type.Type.GetGenericArguments()[^1]);

    private static string Member(string path, string name) =>
        path.Length == 0 ? Errors.Brief(name) : $"{path}.{Errors.Brief(name)}";

    private static string Item(string path, int index) => FormattableString.Invariant($"{path}[{index}]");
}
