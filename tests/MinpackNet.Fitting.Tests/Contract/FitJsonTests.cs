using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting.Tests;

/// <summary>Fits and options in JSON, by reflection and by generated code, without options of the caller.</summary>
public sealed class FitJsonTests
{
    private static readonly double[] X = [1, 2, 3, 4];

    private static readonly FitResult Fit = CurveFit.Fit(
        Formula.Parse("a*x + b*c"),
        X,
        [3, 5.1, 7, 9.2],
        [1, 1, 1],
        new() { Strategy = FitStrategy.Search });

    private static readonly FitResult Repeated =
        CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [1, 1]);

    private static readonly FitResult Curved =
        CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), RData.Speed, RData.Distance, [1, 1, 1]);

    private static readonly Dictionary<Type, object> Results = new object[]
    {
        Fit,
        Fit.Parameters[1],
        Fit.Attempts[0],
        Fit.Diagnoses[0],
        new Interval(double.NegativeInfinity, 1),
        Fit.ConfidenceBand(X),
        Fit.Derive("a/2"),
        NamedModel.Parse("decay").Quantities[0],
        CurveFit.FitGlobal(Formula.Parse("a*x"), [new(X, [3, 5.1, 7, 9.2])], ["a"], [("a", 1)]).Sets[0],
        Repeated.ResidualTests,
        Repeated.ResidualTests.Runs!,
        Repeated.ResidualTests.Autocorrelation!,
        Repeated.ResidualTests.Normality!,
        Repeated.LackOfFit!,
        NestedTest.Of(Repeated, Curved),
        ModelComparison.Of([Repeated, Curved]).Models[0],
        CurveFit.Fit(Formula.Parse("a*x"), X, [3, 5.1, 7, 9.2], [1]).Bootstrap(samples: 50),
        CurveFit.Fit(Formula.Parse("a*x"), X, [3, 5.1, 7, 9.2], [1]).Bootstrap(samples: 50).Estimates()[0],
        CurveFit.Fit(Formula.Parse("a*x + b"), X, [3, 5.1, 7, 9.2], [1, 1]).ProfileContour("a", "b"),
        new ContourPoint(1, double.NaN),
        Repeated.ProfileCurves()[0],
        new ProfilePoint(1, double.NaN),
        Repeated.ToReportBlocks().First(block => block.IsTable),
    }.ToDictionary(result => result.GetType());

    private static readonly Dictionary<Type, object> Options = new object[]
    {
        new FitOptions
        {
            Sigma = [1, 2, double.Epsilon],
            AbsoluteSigma = true,
            Fixed = ["a", "b"],
            Strategy = FitStrategy.Search,
            Solver = new() { FunctionTolerance = 1e-12, Arithmetic = Arithmetic.Fast },
            Bounds = [("a", 0, 1), new("b", -1)],
            Loss = Loss.Huber(0.5),
        },
        new ParameterBound("a", 0),
        new FitPart(3, 30, 10),
        new HintNames { Search = null, MaxEvaluations = "--evaluations" },
        new FormulaNames { Predictors = ["t", "u"], Parameters = ["a"] },
        new StartValue("a", 1e-4),
    }.ToDictionary(options => options.GetType());

    public static TheoryData<Type> ResultTypes => [.. Results.Keys];

    public static TheoryData<Type> OptionTypes => [.. Options.Keys];

    [Fact]
    public void No_type_is_forgotten()
    {
        IEnumerable<Type> types = typeof(CurveFit).Assembly.GetExportedTypes().Where(type =>
            type.Name.EndsWith("Result") || type.Name.EndsWith("Options") || IsRecord(type));
        Assert.Equivalent(
            Results.Keys.Concat(Options.Keys), types.Where(type => !type.IsGenericType), strict: true);
    }

    [Theory]
    [MemberData(nameof(ResultTypes))]
    public void Results_are_written_with_all_their_members(Type type)
    {
        string json = JsonSerializer.Serialize(Results[type], type);
        Assert.Equal(json, JsonSerializer.Serialize(Results[type], type, FitJsonContext.Default));
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(
            Members(type).Select(property => property.Name).Order(),
            document.RootElement.EnumerateObject().Select(member => member.Name).Order());
    }

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void Options_come_back_equal(Type type)
    {
        object options = Options[type];
        string json = JsonSerializer.Serialize(options, type);
        Assert.Equal(json, JsonSerializer.Serialize(options, type, FitJsonContext.Default));
        Assert.All(BothWays(json, type), back =>
        {
            Assert.Equal(options, back);
            Assert.Equal(options.GetHashCode(), back.GetHashCode());
        });
    }

    [Fact]
    public void A_bound_that_is_left_out_is_infinite() => Assert.All(
        BothWays("""{"Name":"b","Lower":0}""", typeof(ParameterBound)),
        read => Assert.Equal(new ParameterBound("b", 0), read));

    // Bounds are of a parameter, and have no default without its name.
    public static TheoryData<Type> OptionsWithDefaults =>
        [.. Options.Keys.Where(type => type != typeof(ParameterBound))];

    [Theory]
    [MemberData(nameof(OptionsWithDefaults))]
    public void Options_that_are_left_out_keep_their_defaults(Type type)
    {
        object defaults = Activator.CreateInstance(type)!;
        using JsonDocument all = JsonDocument.Parse(JsonSerializer.Serialize(Options[type], type));
        foreach (JsonProperty given in all.RootElement.EnumerateObject())
        {
            foreach (object read in BothWays($$"""{{{given}}}""", type))
            {
                Assert.All(Members(type), property => Assert.Equal(
                    property.GetValue(property.Name == given.Name ? Options[type] : defaults),
                    property.GetValue(read)));
            }
        }

        Assert.All(BothWays("{}", type), read => Assert.Equal(defaults, read));
    }

    [Theory]
    [InlineData(typeof(FitOptions))]
    [InlineData(typeof(HintNames))]
    [InlineData(typeof(FormulaNames))]
    public void Unknown_options_are_named(Type type)
    {
        Assert.Contains("Sigmas", Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize("""{"Sigmas":1}""", type)).Message, StringComparison.Ordinal);
        Assert.Contains("Sigmas", Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize("""{"Sigmas":1}""", type, FitJsonContext.Default)).Message);
    }

    [Fact]
    public void Options_show_their_values_and_no_names_of_hints()
    {
        FitOptions options = new()
        {
            Sigma = [0.5, 1], Fixed = ["a", "b"], Solver = new() { ParameterScale = [2.5] },
        };
        string text = options.ToString();
        Assert.StartsWith(
            "FitOptions { Sigma = [0.5, 1], AbsoluteSigma = False, Fixed = [a, b], Strategy = Plain, Solver = "
            + "LeastSquaresOptions { StepTolerance = 1.49012E-08, ",
            text,
            StringComparison.Ordinal);
        Assert.Contains("ParameterScale = [2.5]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hint", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hint", JsonSerializer.Serialize(options), StringComparison.Ordinal);
        Assert.DoesNotContain("System.Func", HintNames.Library.ToString(), StringComparison.Ordinal);
        Assert.Equal(options, options with { Sigma = [0.5, 1], Fixed = ["a", "b"] });
        Assert.NotEqual(options, options with { Fixed = ["b", "a"] });
        Assert.Equal(
            "FormulaNames { Predictors = [t], Parameters = [a, b] }",
            new FormulaNames { Predictors = ["t"], Parameters = ["a", "b"] }.ToString());
    }

    [Fact]
    public void Numbers_that_JSON_lacks_are_strings()
    {
        Assert.Equal("""{"Lower":"-Infinity","Upper":1}""", JsonSerializer.Serialize(Results[typeof(Interval)]));
        FitResult failed = CurveFit.Fit(Formula.Parse("a*log(b*x)"), X, [1, 2, 3, 4], [1, -1]);
        string json = JsonSerializer.Serialize(failed, FitJsonContext.Default.FitResult);
        Assert.Contains("\"StandardErrors\":[\"NaN\",\"NaN\"]", json);
        Assert.Contains("\"Covariance\":[[\"NaN\",\"NaN\"],[\"NaN\",\"NaN\"]]", json);
        Assert.Contains("\"Kind\":\"NonFiniteValues\"", json);
    }

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(property =>
        !property.GetMethod!.IsStatic && property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static object[] BothWays(string json, Type type) =>
    [
        JsonSerializer.Deserialize(json, type)!, JsonSerializer.Deserialize(json, type, FitJsonContext.Default)!,
    ];

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}
