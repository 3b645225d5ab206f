using System.Text;

namespace MinpackNet.Guide.Tests;

/// <summary>A Markdown file with programs in it.</summary>
internal static class Document
{
    private const string Fence = "```";

    /// <summary>The lines of a file.</summary>
    public static string[] LinesOf(string name) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "guide", name));

    /// <summary>All fenced blocks of a file, in order.</summary>
    public static IReadOnlyList<Block> BlocksOf(string name)
    {
        List<Block> blocks = [];
        string section = "";
        string? language = null;
        StringBuilder text = new();
        string[] lines = LinesOf(name);
        for (int i = 0; i < lines.Length; i++)
        {
            bool isFence = lines[i].StartsWith(Fence, StringComparison.Ordinal);
            if (language is null && lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i][3..];
            }
            else if (language is null && isFence)
            {
                language = lines[i][Fence.Length..].Split(' ')[0];
                text.Clear();
            }
            else if (isFence)
            {
                int first = i + 1 - text.ToString().Count(character => character == '\n');
                blocks.Add(new(section, language!, first, text.ToString()));
                language = null;
            }
            else if (language is not null)
            {
                text.Append(lines[i]).Append('\n');
            }
        }

        return blocks;
    }

    /// <summary>
    /// What the C# among some blocks must print: the text blocks, without those that follow other languages alone.
    /// </summary>
    public static string OutputOf(IEnumerable<Block> blocks)
    {
        StringBuilder output = new();
        bool pending = false;
        foreach (Block block in blocks)
        {
            if (block.Language == "text")
            {
                output.Append(pending ? block.Text : "");
                pending = false;
            }

            pending |= block.Language == "csharp";
        }

        return output.ToString();
    }
}
