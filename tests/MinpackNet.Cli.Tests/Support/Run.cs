using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What a run of the command left.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>The one line of complaint of a run that could not do what was asked.</summary>
    public string Complaint
    {
        get
        {
            Assert.Equal(Cli.ExitCode.Usage, ExitCode);
            Assert.Equal("", Output.Trim());
            return Assert.Single(Error.Trim().Split(Environment.NewLine));
        }
    }

    /// <summary>The document that was written.</summary>
    public JsonNode Json
    {
        get
        {
            Assert.Equal("", Error);
            return JsonNode.Parse(Output)!;
        }
    }

    /// <summary>The estimates in the document.</summary>
    public double[] Estimates => Values("value");

    /// <summary>One number of each parameter in the document.</summary>
    public double[] Values(string name) =>
        [.. Json["parameters"]!.AsArray().Select(parameter => Number(parameter![name]!))];

    /// <summary>A number that may be one without digits.</summary>
    public static double Number(JsonNode node) => node.GetValueKind() == System.Text.Json.JsonValueKind.String
        ? double.Parse((string)node!, System.Globalization.CultureInfo.InvariantCulture)
        : (double)node;
}
