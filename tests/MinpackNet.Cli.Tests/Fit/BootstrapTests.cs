using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Bootstraps and joint regions in the document and in the report.</summary>
public sealed class BootstrapTests
{
    private const string Csv = "x,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n";
    private const string Model = "a*exp(-k*x)";
    private const string Start = "a=4,k=0.4";

    private static readonly FitResult Fit = CurveFit.Fit(
        Formula.Parse(Model), [0, 1, 2, 3, 4, 5], [5.1, 3.0, 1.9, 1.2, 0.7, 0.4], [("a", 4), ("k", 0.4)]);

    [Fact]
    public void It_is_in_the_document()
    {
        BootstrapResult expected = Fit.Bootstrap(BootstrapKind.Parametric, 400);
        JsonNode json = Minpack.Fit(
            Csv, Model, Start, "--bootstrap", "400", "--bootstrap-kind", "parametric", "--level", "0.9", "--derive",
            "half=log(2)/k").Json["bootstrap"]!;
        Assert.Equal("parametric", (string)json["kind"]!);
        Assert.Equal(400, (int)json["samples"]!);
        Assert.Equal(1, (int)json["seed"]!);
        Assert.Equal(0, (int)json["failed"]!);
        Assert.Null(json["objection"]);
        foreach ((BootstrapEstimate estimate, JsonNode? node) in
            expected.Estimates(0.9).Append(expected.Derive("log(2)/k", "half", 0.9))
                .Zip(json["parameters"]!.AsArray().Concat(json["derived"]!.AsArray())))
        {
            Assert.Equal(estimate.Name, (string)node!["name"]!);
            Assert.Equal(estimate.Bias, Run.Number(node["bias"]!));
            Assert.Equal(estimate.StandardError, Run.Number(node["standardError"]!));
            Assert.Equal(estimate.Interval, new(Run.Number(node["lower"]!), Run.Number(node["upper"]!)));
        }

        Assert.Equal(2, json["parameters"]!.AsArray().Count);
        Assert.Null(Minpack.Fit(Csv, Model, Start).Json["bootstrap"]);
    }

    [Fact]
    public void It_is_in_the_report_with_its_kind_and_seed()
    {
        string[] fit = ["fit", "-", "--model", Model, "--start", Start, "--no-plot"];
        Assert.Matches(
            @"\nby bootstrap +bias +std\. error +95 % from +to\r?\na +\S+ +0\.0\d+ +[45]\.\d+ +5\.\d+\r?\nk .*\r?\n"
            + @"half .*\r?\n2000 refits, residuals drawn again, seed 1; percentile intervals",
            Minpack.RunOn(Csv, [.. fit, "--derive", "half=log(2)/k", "--bootstrap"]).Output);
        Assert.Contains(
            "500 refits, points drawn again, seed 1",
            Minpack.RunOn(Csv, [.. fit, "--bootstrap", "500", "--loss", "huber"]).Output,
            StringComparison.Ordinal);
        Assert.Matches(
            @"\nbootstrap: unknown, because the fit did not converge \(2000 refits",
            Minpack.RunOn(Csv, [.. fit, "--bootstrap", "--max-evaluations", "1"]).Output);
    }

    [Fact]
    public void Joint_regions_are_in_the_document()
    {
        Contour expected = Fit.ProfileContour("k", "a", 0.9);
        JsonNode json = Assert.Single(
            Minpack.Fit(Csv, Model, Start, "--contour", "k, a", "--level", "0.9").Json["contours"]!.AsArray())!;
        Assert.Equal("k", (string)json["first"]!);
        Assert.Equal("a", (string)json["second"]!);
        Assert.True((bool)json["isClosed"]!);
        Assert.Equal(
            expected.Points,
            json["points"]!.AsArray().Select(p => new ContourPoint(Run.Number(p![0]!), Run.Number(p[1]!))));
    }

    [Fact]
    public void A_seed_gives_its_draws()
    {
        string[] options = ["--bootstrap", "300"];
        JsonNode first = Minpack.Fit(Csv, Model, Start, options).Json["bootstrap"]!;
        JsonNode other = Minpack.Fit(Csv, Model, Start, [.. options, "--seed", "7"]).Json["bootstrap"]!;
        Assert.Equal(7, (int)other["seed"]!);
        Assert.Equal(
            Fit.Bootstrap(samples: 300, seed: 7).Estimates()[1].StandardError,
            Run.Number(other["parameters"]![1]!["standardError"]!));
        Assert.NotEqual(
            Run.Number(first["parameters"]![1]!["standardError"]!),
            Run.Number(other["parameters"]![1]!["standardError"]!));
    }

    [Theory]
    [InlineData("--seed: '-3' is not a whole number from 0 to 2147483647.", "--bootstrap", "--seed=-3")]
    [InlineData("--seed has no effect without --bootstrap.", "--seed", "3")]
    [InlineData("--bootstrap: 'x' is not a whole number from 2 to 10000000.", "--bootstrap", "x")]
    [InlineData("--bootstrap: '1' is not a whole number", "--bootstrap", "1")]
    [InlineData("--bootstrap-kind: 'jack' is not one of residual", "--bootstrap", "--bootstrap-kind", "jack")]
    [InlineData("--bootstrap-kind has no effect without --bootstrap.", "--bootstrap-kind", "case")]
    [InlineData(
        "--bootstrap-kind: with --loss, errors need not be alike", "--bootstrap", "--bootstrap-kind", "residual",
        "--loss", "huber")]
    [InlineData("--contour: 'a' is not a pair of parameters.", "--contour", "a")]
    [InlineData("--contour: 'a,a' is not a pair of parameters.", "--contour", "a,a")]
    [InlineData("--contour: q is not a parameter of the fit. Its parameters are a, k.", "--contour", "a,q")]
    [InlineData("--contour: k is fixed.", "--contour", "a,k", "--fix", "k")]
    [InlineData("--contour has no meaning with --loss", "--contour", "a,k", "--loss", "huber")]
    public void Mistakes_are_named(string complaint, params string[] options) =>
        Assert.StartsWith(complaint, Minpack.Fit(Csv, Model, Start, options).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_region_without_a_document_is_refused() => Assert.StartsWith(
        "--contour writes to the JSON document",
        Minpack.RunOn(Csv, "fit", "-", "--model", Model, "--start", Start, "--contour", "a,k").Complaint,
        StringComparison.Ordinal);
}
