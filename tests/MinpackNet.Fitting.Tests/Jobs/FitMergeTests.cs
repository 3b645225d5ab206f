using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Fitting.Tests;

/// <summary>Parts of a job, put together: the bits of one call, and each fit once.</summary>
public sealed class FitMergeTests
{
    private const int Fits = 101;

    private static readonly FitJob Job = new(
        Formula.Parse("a*exp(-k*x) + c"), [("a", 1), ("k", 0.5), ("c", 0)], new() { Bounds = [("c", 0, 1)] });

    private static readonly double[][] X =
        [.. Enumerable.Range(0, Fits).Select(fit => Enumerable.Range(0, 8 + (fit % 3)).Select(i => 0.5 * i).ToArray())];

    private static readonly double[][] Y = [.. X.Select(Observed)];

    public static TheoryData<int> Sizes => [1, 7, 50, 100, 101, 1000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Parts_in_any_order_have_the_bits_of_one_call(int size)
    {
        IReadOnlyList<FitPart> parts = FitPart.Cut(Fits, size);
        FitPart[] shuffled = [.. parts];
        new Random(size).Shuffle(shuffled);
        FitMerge merge = new(Job, parts);
        foreach (FitPart part in shuffled)
        {
            Assert.True(merge.Add(Sent(part)));
        }

        FitTable merged = merge.ToTable();
        FitTable alone = CurveFit.FitMany(Job.Formula, Predictors.Each(X), Y, Job.Start, Job.Options);
        Assert.Empty(merge.Missing);
        Assert.Empty(merge.Repeated);
        Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(merged));
        Assert.Equal(alone.ToString(), merged.ToString());
        Assert.Equal(alone.Estimates("k"), merged.Estimates("k"));
        Assert.Equal("Value 3 of y is NaN. Remove that point.", merged[11].Failure);
        Assert.Contains(merged, row => row["c"].Bound == BoundState.AtLower);
    }

    [Fact]
    public void Points_and_deviations_in_common_and_of_each_have_the_bits_of_one_call()
    {
        double[][] y = [.. Y.Where(values => values.Length == 8)];
        double[][] sigma = [.. y.Select((_, fit) => new[] { 0.1 + (0.01 * fit) })];
        FitJob job = new(Job.Formula, Job.Start, new() { AbsoluteSigma = true, Fixed = ["c"] });
        IReadOnlyList<FitPart> parts = FitPart.Cut(y.Length, 10);
        FitMerge merge = new(job, parts);
        foreach (FitPart part in parts)
        {
            merge.Add(job.Run(part, X[0], Of(y, part), Of(sigma, part)));
        }

        Assert.Equal(
            JsonSerializer.Serialize(CurveFit.FitMany(job.Formula, X[0], y, job.Start, job.Options, sigma)),
            JsonSerializer.Serialize(merge.ToTable()));
    }

    [Fact]
    public void A_failure_of_the_model_is_told_as_in_one_call()
    {
        FitJob job = new(Formula.Parse("a*log(x + c)"), [1, 0.5]);
        double[][] x = [.. Enumerable.Range(0, 6).Select(fit => new[] { fit == 4 ? -1.0 : 1, 2, 3, 4 })];
        double[] observed = [0.4, 0.9, 1.3, 1.5];
        double[][] y = [.. x.Select(_ => observed)];
        IReadOnlyList<FitPart> parts = FitPart.Cut(6, 2);
        FitMerge merge = new(job, parts);
        foreach (FitPart part in parts)
        {
            merge.Add(job.Run(part, Predictors.Each(Of(x, part)), Of(y, part)));
        }

        FitTable alone = CurveFit.FitMany(job.Formula, Predictors.Each(x), y, job.Start);
        Assert.NotNull(alone[4].Exception);
        Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(merge.ToTable()));
    }

    [Fact]
    public void Null_data_sets_are_told_as_in_one_call()
    {
        double[][] y = [.. Y];
        (y[5], y[60]) = (null!, null!);
        IReadOnlyList<FitPart> parts = FitPart.Cut(Fits, 30);
        FitMerge merge = new(Job, parts);
        foreach (FitPart part in parts)
        {
            merge.Add(Job.Run(part, Predictors.Each(Of(X, part)), Of(y, part)));
        }

        Assert.Equal(
            JsonSerializer.Serialize(CurveFit.FitMany(Job.Formula, Predictors.Each(X), y, Job.Start, Job.Options)),
            JsonSerializer.Serialize(merge.ToTable()));
    }

    [Fact]
    public void A_part_that_comes_twice_counts_once_and_is_named()
    {
        IReadOnlyList<FitPart> parts = FitPart.Cut(Fits, 40);
        FitMerge merge = new(Job, parts);
        Assert.True(merge.Add(Sent(parts[1])));
        Assert.False(merge.Add(Sent(parts[1])));
        Assert.Equal([parts[1]], merge.Repeated);
        Assert.Equal([parts[0], parts[2]], merge.Missing);
        Assert.Equal("1 of 3 parts, 1 of them more than once", merge.ToString());
        Assert.Contains(
            "2 of 3 parts are missing: 0, 2.",
            Assert.Throws<InvalidOperationException>(merge.ToTable).Message,
            StringComparison.Ordinal);
        merge.Add(Sent(parts[0]));
        merge.Add(Sent(parts[2]));
        Assert.Equal(Fits, merge.ToTable().Count);
    }

    [Fact]
    public void What_is_not_of_the_job_or_the_cut_is_refused()
    {
        FitMerge merge = new(Job, FitPart.Cut(Fits, 40));
        FitPart part = new(0, 0, 40);
        merge.Add(Sent(part));
        Assert.StartsWith(
            "Part 0 (fits 0 to 39) is there with other bits.",
            Refused(() => merge.Add(Job.Run(part, Predictors.Each(X[3..43]), Y[3..43]))),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Part 0 (fits 0 to 9) is not one of the merge.",
            Refused(() => merge.Add(Sent(new(0, 0, 10)))),
            StringComparison.Ordinal);
        FitJob other = new(Job.Formula, Job.Start);
        Assert.Contains(
            "of another job",
            Refused(() => merge.Add(other.Run(part, Predictors.Each(Of(X, part)), Of(Y, part)))),
            StringComparison.Ordinal);
        Assert.Contains(
            "of another job", Refused(() => FittedPart.FromJson(Sent(part).ToJson(), other)), StringComparison.Ordinal);
        Assert.Contains("stands where", Refused(() => _ = new FitMerge(Job, [new(0, 0, 2), new(1, 3, 2)])));
        Assert.Contains(
            "can be no part", Refused(() => _ = new FitMerge(Job, [new(0, 0, 2), new(1, 2, int.MaxValue)])));
        Assert.Contains("no parts", Refused(() => _ = new FitMerge(Job, [])));
        Assert.Throws<ArgumentOutOfRangeException>(() => FitPart.Cut(10, 0));
        Assert.StartsWith(
            "fits is 0. Give 1 or more.",
            Assert.Throws<ArgumentOutOfRangeException>(() => FitPart.Cut(0, 10)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"library\":\"", "\"library\":\"9", "was run by MinpackNet 9")]
    [InlineData("\"job\":\"", "\"job\":\"0", "of another job")]
    [InlineData("\"number\":0", "\"number\":-1", "can be no part -1")]
    [InlineData("\"count\":3", "\"count\":4", "3 values for 4 fits")]
    [InlineData("\"estimates\":{\"a\"", "\"estimates\":{\"b\"", "a, k, c")]
    [InlineData("\"evaluations\":[", "\"evaluations\":[1,", "4 values for 3 fits")]
    [InlineData("\"failures\":{", "\"failures\":{\"3\":\"no\"", "a fit that is not there")]
    [InlineData("\"failures\":{", "\"failures\":{\"-1\":\"no\"", "a fit that is not there")]
    [InlineData("\"statuses\":[\"SmallReduction\"", "\"statuses\":[77", "a status is unknown")]
    public void Results_that_cannot_be_are_refused_with_a_digest_too(string text, string other, string named)
    {
        string json = Changed(text, other);
        string rest = json[..json.IndexOf(",\"sha256\"", StringComparison.Ordinal)] + "}";
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rest)));
        Assert.Contains(
            named,
            Refused(() => FittedPart.FromJson($"{rest[..^1]},\"sha256\":\"{digest}\"}}", Job)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":3", "format 3")]
    [InlineData("\"evaluations\":[", "\"evaluations\":[1.5,", "fits.evaluations[0] is 1.5. Give a whole number.")]
    [InlineData("\"evaluations\":[", "\"evaluations\":null,\"more\":[", "fits.more is unknown")]
    [InlineData("\"failures\":{", "\"failures\":{\"one\":\"no\"", "an object of whole numbers and texts")]
    [InlineData("\"part\":{", "\"part\":{\"color\":1,", "part.color is unknown. Known in part are number, first")]
    [InlineData("\"part\":{", "\"part\":{\"number\":1,", "part.number is there twice")]
    [InlineData("\"library\"", "\"libraries\"", "libraries is unknown")]
    [InlineData(",\"sha256\":", "}", "in line 1 from \"")]
    public void Results_that_are_not_as_written_are_refused(string text, string other, string named) =>
        Assert.Contains(
            named, Refused(() => FittedPart.FromJson(Changed(text, other), Job)), StringComparison.Ordinal);

    [Fact]
    public void Each_changed_digit_of_results_is_refused()
    {
        string json = Sent(new(0, 0, 3)).ToJson();
        int first = json.IndexOf("\"part\"", StringComparison.Ordinal);
        int[] digits = [.. Enumerable.Range(first, json.Length - first).Where(i => char.IsAsciiDigit(json[i]))];
        Assert.NotEmpty(digits);
        Assert.All(digits, i => Refused(
            () => FittedPart.FromJson($"{json[..i]}{(json[i] == '9' ? 1 : json[i] - '0' + 1)}{json[(i + 1)..]}", Job)));
        string without = json[..json.IndexOf(",\"sha256\"", StringComparison.Ordinal)] + "}";
        Assert.StartsWith(
            "Part 0 (fits 0 to 2) is not as it was written: its text and its sha256 differ.",
            Refused(() => FittedPart.FromJson(without, Job)),
            StringComparison.Ordinal);
        Assert.Equal(json, FittedPart.FromJson(json + "\n", Job).ToJson());
    }

    [Fact]
    public void Results_without_fits_are_refused()
    {
        string json = Sent(new(0, 0, 3)).ToJson();
        string cut = json[..json.IndexOf("{\"estimates\"", StringComparison.Ordinal)];
        Assert.Contains("no fits", Refused(() => FittedPart.FromJson(cut + "null}", Job)), StringComparison.Ordinal);
        Assert.Contains(
            "fits.estimates is missing",
            Refused(() => FittedPart.FromJson(cut + "{}}", Job)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_cuts_do_not_overflow()
    {
        Assert.Equal(new(1, int.MaxValue - 1, 1), FitPart.Cut(int.MaxValue, int.MaxValue - 1)[^1]);
        Assert.Equal([new(0, 0, int.MaxValue)], FitPart.Cut(int.MaxValue, int.MaxValue));
    }

    /// <summary>A part as another machine has it, and its results as they come back.</summary>
    private static FittedPart Sent(FitPart part)
    {
        FittedPart fitted = FitJob.FromJson(Job.ToJson()).Run(part, Predictors.Each(Of(X, part)), Of(Y, part));
        FittedPart back = FittedPart.FromJson(fitted.ToJson(), Job);
        Assert.Equal(part.Count, back.Fits.Count);
        Assert.Equal(fitted.ToString(), back.ToString());
        return back;
    }

    /// <summary>The results of a part with one text in place of another.</summary>
    private static string Changed(string text, string other)
    {
        string json = Sent(new(0, 0, 3)).ToJson();
        int place = json.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0);
        return json[..place] + other + json[(place + text.Length)..];
    }

    private static double[][] Of(double[][] all, FitPart part) => all[part.First..(part.First + part.Count)];

    private static double[] Observed(double[] x, int fit)
    {
        Random random = new(fit);
        double offset = 0.2 * random.NextDouble() - 0.05;
        double[] y = [.. x.Select(t =>
            ((1 + (0.01 * fit)) * Math.Exp(-0.7 * t)) + offset + (0.02 * random.NextDouble()))];
        y[3] = fit % 50 == 11 ? double.NaN : y[3];
        return y;
    }

    private static string Refused(Action call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
