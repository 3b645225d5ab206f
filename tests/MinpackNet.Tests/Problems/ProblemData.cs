using System.Text.Json;

namespace MinpackNet.Tests.Problems;

/// <summary>The measured values that some of the problems fit.</summary>
internal static class ProblemData
{
    private static readonly Dictionary<string, double[]> All =
        JsonSerializer.Deserialize<Dictionary<string, double[]>>(TestData.Read("mgh/problem-data.json"))!;

    public static double[] BardY { get; } = All["bard_y"];

    public static double[] KowalikU { get; } = All["kowalik_u"];

    public static double[] KowalikY { get; } = All["kowalik_y"];

    public static double[] MeyerY { get; } = All["meyer_y"];

    public static double[] Osborne1Y { get; } = All["osborne1_y"];

    public static double[] Osborne2Y { get; } = All["osborne2_y"];
}
