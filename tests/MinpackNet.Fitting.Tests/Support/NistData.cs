using System.Text.Json.Nodes;
using MinpackNet.Nist;

namespace MinpackNet.Fitting.Tests;

/// <summary>The data of one of NIST's nonlinear regression sets.</summary>
internal sealed class NistData
{
    private NistData(string name)
    {
        using Stream stream = typeof(NistProblems).Assembly.GetManifestResourceStream($"{name}.json")!;
        JsonNode set = JsonNode.Parse(stream)!;
        Name = name;
        string[] predictors = set["x2"] is null ? ["x"] : ["x1", "x2"];
        X = Predictors.FromColumns([.. predictors.Select(x => (x, Doubles(set[x]!)))]);
        Y = Doubles(set["y"]!);
        if ((string)set["response"]! == "log(y)")
        {
            Y = Array.ConvertAll(Y, Math.Log);
        }

        Formula = (string)set["model"]!;
        Starts = [.. set["starts"]!.AsArray().Select(start => Doubles(start!))];
        Solution = NistProblems.All.Single(problem => problem.Name == name).Solution;
    }

    public string Name { get; }

    public Predictors X { get; }

    public double[] Y { get; }

    public string Formula { get; }

    public double[][] Starts { get; }

    public NistSolution Solution { get; }

    public string[] ParameterNames => [.. Enumerable.Range(1, Starts[0].Length).Select(j => $"b{j}")];

    public static NistData Of(string name) => new(name);

    private static double[] Doubles(JsonNode array) => [.. array.AsArray().Select(value => (double)value!)];
}
