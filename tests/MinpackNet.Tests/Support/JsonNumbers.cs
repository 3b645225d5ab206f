using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MinpackNet.Tests;

/// <summary>Numbers in the recorded results, where NaN and the infinities are strings.</summary>
internal static class JsonNumbers
{
    public static double Number(JsonNode? node) => node!.GetValueKind() == JsonValueKind.String
        ? double.Parse((string)node!, CultureInfo.InvariantCulture)
        : (double)node!;

    public static double[] Vector(JsonNode? node) => [.. node!.AsArray().Select(Number)];

    /// <summary>An array of arrays, possibly of different lengths.</summary>
    public static double[][] Rows(JsonNode? node) => [.. node!.AsArray().Select(Vector)];
}
