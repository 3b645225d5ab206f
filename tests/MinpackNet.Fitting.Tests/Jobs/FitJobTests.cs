using System.Text.Json;

namespace MinpackNet.Fitting.Tests;

/// <summary>A job as a document: every bit travels, and what cannot be used is named.</summary>
public sealed class FitJobTests
{
    private static readonly Formula Decay = Formula.Parse("a*exp(-k*t) + c", ["t"]);

    [Fact]
    public void Every_bit_of_every_number_travels()
    {
        Random random = new(1);
        for (int i = 0; i < 500; i++)
        {
            double[] odd = [.. Enumerable.Range(0, 8).Select(_ => Odd(random))];
            double size = Math.Max(Math.Abs(odd[3]), 1e-300);
            FitJob job = new(Decay, [("c", odd[0]), ("a", odd[1]), ("k", odd[2])], new()
            {
                Sigma = [Math.Min(size, 1e300)],
                AbsoluteSigma = i % 2 == 0,
                Fixed = i % 3 == 0 ? ["c"] : [],
                Bounds = [new("a", double.NegativeInfinity, odd[1]), ("k", Math.Min(odd[2], -0.0), odd[2] + size)],
                Loss = i % 5 == 0 ? Loss.Huber(0.1 + random.NextDouble()) : null,
                Solver = new()
                {
                    StepTolerance = size,
                    MaxEvaluations = i + 1,
                    ResidualPrecision = random.NextDouble(),
                    Differences = DifferenceScheme.ThreePoint,
                },
            });
            FitJob read = FitJob.FromJson(job.ToJson());
            Assert.Equal(job.ToJson(), read.ToJson());
            Assert.Equal(job.Options, read.Options);
            Assert.Equal(
                new[] { odd[1], odd[2], odd[0] }.Select(BitConverter.DoubleToInt64Bits),
                read.Start.Select(value => BitConverter.DoubleToInt64Bits(value.Value)));
        }
    }

    [Fact]
    public void Names_and_ties_travel()
    {
        Formula formula = Formula.Parse(
            "b*x*u + a + d", new FormulaNames { Predictors = ["u", "x"], Parameters = ["d", "b", "a"] })
            .Tie(("d", "2*a"));
        FitJob read = FitJob.FromJson(new FitJob(formula, [("a", 1), ("b", 2)]).ToJson());
        Assert.Equal(formula.ToString(), read.Formula.ToString());
        Assert.Equal(formula.ParameterNames, read.Formula.ParameterNames);
        Assert.Equal(formula.PredictorNames, read.Formula.PredictorNames);
        Assert.Equal(formula.Evaluate([2, 3], 5, 7), read.Formula.Evaluate([2, 3], 5, 7));
        Assert.Equal("b*x*u + a + d, d = 2*a from b = 2, a = 1", read.ToString());
    }

    [Fact]
    public void A_job_by_hand_is_of_this_version_and_has_the_defaults()
    {
        FitJob job = FitJob.FromJson("""{"format":1,"formula":"a*exp(-k*x)","start":{"k":0.5,"a":1}}""");
        Assert.Equal(new FitJob(Formula.Parse("a*exp(-k*x)"), [1, 0.5]).ToJson(), job.ToJson());
        Assert.Equal(FitOptions.Default, job.Options);
    }

    [Theory]
    [InlineData("", "not a fit job")]
    [InlineData("null", "\"format\":1")]
    [InlineData("[1]", "\"format\":1")]
    [InlineData("""{"formula":"a*x","start":{"a":1}}""", "\"format\":1")]
    [InlineData("""{"format":2,"colors":1}""", "format 2, and this version of MinpackNet reads 1")]
    [InlineData("""{"format":"1","formula":"a*x","start":{"a":1}}""", "format \"1\"")]
    [InlineData("""{"format":1e99}""", "format 1e99")]
    [InlineData("""{"format":1,"start":{"a":1}}""", "no formula")]
    [InlineData("""{"format":1,"formula":null,"start":{"a":1}}""", "no formula")]
    [InlineData("""{"format":1,"formula":"a*x"}""", "no start")]
    [InlineData("""{"format":1,"formula":"a*x","start":{}}""", "start is empty")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"b":1}}""", "b is not one of them")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":"NaN"}}""", "start value of a is NaN")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":"one"}}""", "start")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"starts":{}}""", "starts")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"predictors":["x",null]}""", "''")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"ties":{"b":null}}""", "ties")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"sigmas":[1]}}""", "sigmas")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"sigma":[0]}}""", "is 0")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"fixed":[null]}}""", "Fixed")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"bounds":[null]}}""", "Bounds")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"strategy":"Search"}}""", "Search")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"strategy":"Guess"}}""", "strategy")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"options":{"loss":{"function":"L2"}}}""", "loss")]
    [InlineData(
        """{"format":1,"formula":"a*x","start":{"a":1},"options":{"solver":{"stepTolerance":-1}}}""", "StepTolerance")]
    [InlineData(
        """{"format":1,"formula":"a*x","start":{"a":1},"options":{"solver":{"method":77}}}""", "Method")]
    public void What_cannot_be_used_is_named(string json, string named) => Assert.Contains(
        named, Assert.ThrowsAny<ArgumentException>(() => FitJob.FromJson(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"format":1,"format":1,"formula":"a*x","start":{"a":1}}""", "format")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1,"b":2,"a":2}}""", "start.a")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1,"\u0061":2}}""", "start.a")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"start":{"a":2}}""", "start")]
    [InlineData("""{"format":1,"formula":"a*x","start":{"a":1},"ties":{"b":"a","b":"2*a"}}""", "ties.b")]
    [InlineData(
        """{"format":1,"formula":"a*x","start":{"a":1},"options":{"bounds":[{"name":"a","name":"b"}]}}""",
        "options.bounds[0].name")]
    public void A_member_that_is_there_twice_is_refused(string json, string member) =>
        Assert.Equal($"This is not a fit job: {member} is there twice. Give it once.", Refused(json));

    [Theory]
    [InlineData("", "it breaks off in line 1, where JSON goes on. Send all of it.")]
    [InlineData("{\"format\":1,\n\"start\":{\"a\":1", "it breaks off in line 2, where JSON goes on. Send all of it.")]
    [InlineData("""{"format":1,}""", "in line 1 from } on, it is no JSON. Correct it.")]
    [InlineData("""{"format":1,"start":{"a":one} }""", "in line 1 from one} } on, it is no JSON. Correct it.")]
    [InlineData("""{"format":1,"\ud800":1}""", "a name has half a surrogate pair. Correct it.")]
    [InlineData(
        """{"format":1,"starts":{}}""",
        "starts is unknown. Known here are format, library, formula, predictors, parameters, ties, start, options.")]
    [InlineData(
        """{"format":1,"start":{"a":"one"}}""",
        "start.a is \"one\". Give a number, or \"NaN\", \"Infinity\" or \"-Infinity\".")]
    [InlineData("""{"format":1,"start":[1]}""", "start is [1]. Give an object of names and values, in braces.")]
    [InlineData("""{"format":1,"formula":7}""", "formula is 7. Give text in quotation marks.")]
    [InlineData("""{"format":1,"predictors":"x"}""", "predictors is \"x\". Give a list, in brackets.")]
    [InlineData("""{"format":1,"predictors":["x",1]}""", "predictors[1] is 1. Give text in quotation marks.")]
    [InlineData(
        """{"format":1,"options":{"strategy":"Guess"}}""",
        "options.strategy is \"Guess\". Give one of \"Plain\", \"Search\", \"Projected\".")]
    [InlineData(
        """{"format":1,"options":{"absoluteSigma":1}}""", "options.absoluteSigma is 1. Give true or false.")]
    [InlineData(
        """{"format":1,"options":{"solver":{"maxEvaluations":1.5}}}""",
        "options.solver.maxEvaluations is 1.5. Give a whole number.")]
    [InlineData(
        """{"format":1,"options":{"bounds":[{"name":"a","most":3}]}}""",
        "options.bounds[0].most is unknown. Known in options.bounds[0] are name, lower, upper.")]
    [InlineData(
        """{"format":1,"options":{"sigmas":1}}""",
        "options.sigmas is unknown. Known in options are sigma, absoluteSigma, fixed, bounds, loss, counts, strategy, "
        + "solver.")]
    [InlineData(
        """{"format":1,"options":{"bounds":[5]}}""",
        "options.bounds[0] is 5. Give an object of name, lower, upper, in braces.")]
    public void Mistakes_are_told_by_members_and_values(string json, string mistake) =>
        Assert.Equal($"This is not a fit job: {mistake}", Refused(json));

    [Fact]
    public void A_hostile_formula_is_refused()
    {
        string json = $$$"""{"format":1,"formula":"{{{new string('(', 1_000_000)}}}","start":{"a":1} }""";
        Assert.Contains(
            "nested deeper",
            Assert.Throws<FormulaException>(() => FitJob.FromJson(json)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_JSON_is_refused() => Assert.Throws<ArgumentException>(
        () => FitJob.FromJson("""{"format":1,"options":""" + new string('[', 100_000)));

    [Fact]
    public void A_loss_of_ones_own_cannot_travel() => Assert.Equal("Loss", Assert.Throws<ArgumentException>(
        () => new FitJob(Decay, [1, 1, 1], new() { Loss = Loss.Custom(z => (z, 1, 0)) })).ParamName);

    [Fact]
    public void A_job_of_another_version_is_read_but_not_run()
    {
        FitJob other = FitJob.FromJson("""{"format":1,"library":"9.8.7","formula":"a*x","start":{"a":1}}""");
        Assert.Equal("9.8.7", other.Library);
        Assert.Contains(
            "9.8.7",
            Assert.Throws<InvalidOperationException>(() => other.Run(new(0, 0, 1), [1, 2], [[1.0, 2]])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_are_not_those_of_the_part_are_refused()
    {
        FitJob job = new(Formula.Parse("a*x"), [1]);
        Assert.Equal(
            "y", Assert.Throws<ArgumentException>(() => job.Run(new(2, 4, 2), [1, 2], [[1.0, 2]])).ParamName);
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, -5, 1)]
    [InlineData(0, int.MaxValue, 1)]
    [InlineData(0, 0, 0)]
    public void A_part_that_no_cut_makes_is_not_run(int number, int first, int count)
    {
        double[][] y = [.. Enumerable.Repeat(new[] { 1.0, 2 }, count)];
        Assert.Equal(
            "part",
            Assert.Throws<ArgumentException>(
                () => new FitJob(Formula.Parse("a*x"), [1]).Run(new(number, first, count), [1, 2], y)).ParamName);
    }

    [Fact]
    public void Predictors_that_the_job_does_not_have_are_refused()
    {
        FitJob job = new(Formula.Parse("a*t", ["t", "u"]), [1]);
        FitPart part = new(0, 0, 1);
        Predictors wrong = Predictors.FromColumns(("v", [1, 2]));
        Assert.StartsWith(
            "The job has no predictor v. Name the columns t and u.",
            Assert.Throws<ArgumentException>("x", () => job.Run(part, wrong, [[1, 2]])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("x", () => job.Run(part, [wrong], [[1, 2]]));
        Assert.Equal(1, job.Run(part, [1, 2], [[1, 2]]).Fits.ConvergedCount);
        Assert.Equal(
            1, job.Run(part, Predictors.FromColumns(("t", [1, 2]), ("u", [3, 4])), [[1, 2]]).Fits.ConvergedCount);
    }

    [Fact]
    public void A_run_that_is_canceled_has_no_result() => Assert.Throws<OperationCanceledException>(
        () => new FitJob(Formula.Parse("a*x"), [1]).Run(
            new(0, 0, 1), [1, 2], [[1.0, 2]], cancellationToken: new(canceled: true)));

    [Fact]
    public void The_document_is_one_line_of_plain_names()
    {
        using JsonDocument json = JsonDocument.Parse(new FitJob(Decay, [1, 0.5, 0]).ToJson());
        Assert.Equal(
            ["format", "library", "formula", "predictors", "start", "options"],
            json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("a*exp(-k*t) + c", json.RootElement.GetProperty("formula").GetString());
        Assert.DoesNotContain('\n', new FitJob(Decay, [1, 0.5, 0]).ToJson());
    }

    private static string Refused(string json) => Assert.Throws<ArgumentException>(() => FitJob.FromJson(json)).Message
        .Replace(" (Parameter 'json')", "", StringComparison.Ordinal);

    // All sizes down to the smallest, both signs, and zeros.
    private static double Odd(Random random)
    {
        double value = random.Next(8) switch
        {
            0 => -0.0,
            1 => double.Epsilon * random.Next(1, 99),
            2 => double.MaxValue,
            _ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        };
        return double.IsFinite(value) ? value : 0.1;
    }
}
