using System.Text.Json.Nodes;

namespace MinpackNet.Tests;

/// <summary>What Fortran MINPACK gave in the 53 least-squares cases of its drivers.</summary>
internal static class RecordedCases
{
    private static readonly JsonArray All =
        JsonNode.Parse(TestData.Read("mgh/least-squares.json"))!["cases"]!.AsArray();

    public static JsonNode Get(int number) => All.Single(recorded => (int)recorded!["case"]! == number)!;
}
