using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli;

/// <summary>
/// Data, model and options of a fit as a JSON document, each under the name of its option: what --save-problem writes,
/// --problem reads, and the document of --json has.
/// </summary>
internal static class ProblemFile
{
    public const string ReadName = "--problem";
    public const string SaveName = "--save-problem";

    private const string Data = "data";
    private const string Example =
        """{"data": "decay.csv", "model": "a*exp(-k*t)", "start": ["a=5", "k=1"]}""";

    // Where answers go is no part of a problem.
    private static readonly string[] Outputs =
        [
            ReadName, SaveName, "--out", "--plot", "--report", "--parameters", "--json", "--quiet", Shard.Name,
            Shard.SizeName,
        ];

    /// <summary>The arguments with those of a problem file in place of its name; those that are given win.</summary>
    /// <param name="root">Knows which arguments are given.</param>
    /// <param name="args">The arguments.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static string[] Expand(Command root, string[] args)
    {
        int place = Array.FindIndex(
            args, arg => arg == ReadName || arg.StartsWith($"{ReadName}=", StringComparison.Ordinal));
        if (place < 1)
        {
            return args;
        }

        bool isJoined = args[place] != ReadName;
        string? path = isJoined ? args[place][(ReadName.Length + 1)..] : args.ElementAtOrDefault(place + 1);
        if (path is null)
        {
            // The parser says that the option needs a file.
            return args;
        }

        string[] others = [.. args[..place], .. args[(place + (isJoined ? 1 : 2))..]];
        SymbolResult[] given = [.. root.Parse(others).CommandResult.Children];
        List<string> tokens = [];
        foreach ((string name, JsonNode? value) in Read(path))
        {
            if (name == Data)
            {
                tokens.InsertRange(0, given.OfType<ArgumentResult>().Any(argument => argument.Tokens.Count > 0)
                    ? []
                    : Texts(path, name, value));
            }
            else if (!given.OfType<OptionResult>().Any(option => !option.Implicit && option.Option.Name == $"--{name}"))
            {
                tokens.AddRange(value?.GetValueKind() switch
                {
                    JsonValueKind.True => [$"--{name}"],
                    JsonValueKind.False => [],
                    _ => Texts(path, name, value).Select(text => $"--{name}={text}"),
                });
            }
        }

        return [others[0], .. tokens, .. others[1..]];
    }

    /// <summary>The problem that arguments state.</summary>
    public static JsonObject Of(ParseResult parsed)
    {
        JsonObject problem = [];
        foreach (SymbolResult result in parsed.CommandResult.Children)
        {
            if (result is ArgumentResult argument)
            {
                problem.Insert(0, Data, argument.Tokens[0].Value);
            }
            else if (result is OptionResult { Implicit: false } option && !Outputs.Contains(option.Option.Name))
            {
                string[] values = [.. option.Tokens.Select(token => token.Value)];
                problem[option.Option.Name[2..]] = values switch
                {
                    [] => true,
                    [string only] when option.Option.ValueType != typeof(string[]) => only,
                    _ => new JsonArray([.. values.Select(value => (JsonNode)value)]),
                };
            }
        }

        return problem;
    }

    /// <summary>The document as a file.</summary>
    public static byte[] ToText(JsonObject problem) =>
        JsonSerializer.SerializeToUtf8Bytes(problem, FitJsonContext.Readable.JsonObject);

    private static JsonObject Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new InputException($"{ReadName}: {path} is not a JSON object, such as {Example}.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InputException(
                $"{ReadName}: {path} cannot be understood as JSON ({exception.Message}). Write an object, such as "
                + $"{Example}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{ReadName}: {path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>A text or a number, or several of these.</summary>
    private static IEnumerable<string> Texts(string path, string name, JsonNode? value) => value switch
    {
        JsonArray array => array.SelectMany(item => Texts(path, name, item)),
        JsonValue single when single.GetValueKind() == JsonValueKind.String => [single.GetValue<string>()],
        JsonValue single when single.GetValueKind() == JsonValueKind.Number => [single.ToJsonString()],
        _ => throw new InputException(
            $"{ReadName}: {path}: \"{PlainText.Brief(name)}\" is neither a text, a number, true or false, nor a list "
            + "of these. Write it as after the option."),
    };
}
