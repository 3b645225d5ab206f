using System.Text.Json;

namespace MinpackNet.Tests;

/// <summary>Results and options in JSON, by reflection and by generated code, without options of the caller.</summary>
public sealed class JsonTests
{
    private static readonly JsonSerializerOptions CamelCase =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<Type, object> Results = new object[]
    {
        LeastSquares.Solve([1, 1], 2, Exact),
        NonlinearEquations.Solve([1, 1], Exact),
        new LeastSquaresSummary(LeastSquaresStatus.SmallStep, 7, 2),
        new NonlinearEquationsSummary(NonlinearEquationsStatus.SmallStep, 7, 2, IsRoot: true),
        Leastsq(),
        Leastsq().InfoDict,
        Fsolve(),
        Fsolve().InfoDict,
        Optimize.Root(Values, [1, 1]),
        Optimize.LeastSquares(Values, [1, 1]),
        Optimize.CurveFit((x, a, b) => (a * x) + b, [0.0, 1], [1.0, 3]),
        Optimize.CheckGrad(Values, p => new double[,] { { 1, 0 }, { 0, 2 } }, [1, 1]),
        Batch(),
        RealVector.Create(1, double.NaN),
    }.ToDictionary(result => result.GetType());

    private static readonly Dictionary<Type, object> Options = new object[]
    {
        new LeastSquaresOptions
        {
            FunctionTolerance = double.PositiveInfinity,
            StepTolerance = 1.0 / 3,
            GradientTolerance = 1e-300,
            MaxEvaluations = 17,
            InitialStepFactor = 0.1,
            ParameterScale = [1, 1e100],
            ResidualPrecision = 1e-7,
            NonFiniteValues = NonFinitePolicy.Propagate,
            CheckJacobian = true,
            MaxDegreeOfParallelism = -1,
            ThreadSafeModel = true,
            Arithmetic = Arithmetic.Fast,
        },
        new NonlinearEquationsOptions { Bandwidth = (1, 2), StepTolerance = 1e-3, ParameterScale = [3] },
        new RootOptions { Band = (2, 1), ColDeriv = true, Xtol = 1e-3, Eps = 1e-7, Diag = [1, 2], Maxfev = 5 },
    }.ToDictionary(options => options.GetType());

    public static TheoryData<Type> ResultTypes => [.. Results.Keys];

    public static TheoryData<Type> OptionTypes => [.. Options.Keys];

    [Fact]
    public void No_type_is_forgotten()
    {
        string[] endings = ["Result", "Info", "Summary", "Batch", "Options", "Vector"];
        IEnumerable<Type> types = typeof(LeastSquares).Assembly.GetExportedTypes().Where(type =>
            !type.IsByRefLike && !type.IsAbstract && endings.Any(ending => type.Name.EndsWith(ending)));
        Assert.Equivalent(Results.Keys.Concat(Options.Keys), types, strict: true);
    }

    [Theory]
    [MemberData(nameof(ResultTypes))]
    public void Results_are_written_with_all_their_members(Type type)
    {
        string json = JsonSerializer.Serialize(Results[type], type);
        Assert.Equal(json, JsonSerializer.Serialize(Results[type], type, ResultJsonContext.Default));
        using JsonDocument document = JsonDocument.Parse(json);
        if (type != typeof(RealVector) && type != typeof(FitBatch))
        {
            Assert.Equal(
                type.GetProperties().Select(property => property.Name).Order(),
                document.RootElement.EnumerateObject().Select(member => member.Name).Order());
        }
    }

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void Options_come_back_equal(Type type)
    {
        object options = Options[type];
        string json = JsonSerializer.Serialize(options, type);
        Assert.Equal(json, JsonSerializer.Serialize(options, type, ResultJsonContext.Default));
        AssertEqual(options, JsonSerializer.Deserialize(json, type)!);
        AssertEqual(options, JsonSerializer.Deserialize(json, type, ResultJsonContext.Default)!);

        object defaults = Activator.CreateInstance(type)!;
        json = JsonSerializer.Serialize(defaults, type, ResultJsonContext.Default);
        Assert.Equal(defaults, JsonSerializer.Deserialize(json, type));
        Assert.Equal(defaults, JsonSerializer.Deserialize(json, type, ResultJsonContext.Default));
    }

    [Fact]
    public void Options_that_are_left_out_keep_their_defaults()
    {
        LeastSquaresOptions expected = new() { FunctionTolerance = 1e-12 };
        const string Json = """{"FunctionTolerance":1e-12}""";
        Assert.Equal(expected, JsonSerializer.Deserialize<LeastSquaresOptions>(Json));

        // Generated code sets every init property, so what is left out is 0, and no solver takes that.
        LeastSquaresOptions? incomplete =
            JsonSerializer.Deserialize(Json, ResultJsonContext.Default.LeastSquaresOptions);
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxDegreeOfParallelism", () => LeastSquares.Solve([1, 1], 2, Exact, options: incomplete));
    }

    [Fact]
    public void Numbers_that_JSON_lacks_are_strings()
    {
        Assert.Equal("""[1,"NaN"]""", JsonSerializer.Serialize(Results[typeof(RealVector)]));
        Assert.Contains(
            "\"StandardErrors\":[\"NaN\",\"NaN\"]", JsonSerializer.Serialize(Results[typeof(LeastSquaresResult)]));
        Assert.Contains(
            "\"Pcov\":[[\"Infinity\",\"Infinity\"],[\"Infinity\",\"Infinity\"]],\"Perr\":[\"Infinity\",\"Infinity\"]",
            JsonSerializer.Serialize(Results[typeof(CurveFitResult)]));
        Assert.Contains(
            "\"FunctionTolerance\":\"Infinity\"", JsonSerializer.Serialize(Options[typeof(LeastSquaresOptions)]));
    }

    [Fact]
    public void Matrices_are_rows_and_statuses_are_words()
    {
        string json = JsonSerializer.Serialize(Leastsq());
        Assert.Contains($"\"Status\":\"{Leastsq().Status}\"", json);
        Assert.Contains("\"Ipvt\":[", json);
        Assert.Matches(@"""Fjac"":\[\[[-0-9.E]+,[-0-9.E]+\],\[[-0-9.E]+,[-0-9.E]+\]\]", json);
        Assert.Contains("\"Bandwidth\":[1,2]", JsonSerializer.Serialize(Options[typeof(NonlinearEquationsOptions)]));
        Assert.Contains("\"Band\":[2,1]", JsonSerializer.Serialize(Options[typeof(RootOptions)]));
    }

    [Fact]
    public void A_batch_is_an_object_a_fit()
    {
        using JsonDocument document = JsonDocument.Parse(JsonSerializer.Serialize(Batch(), CamelCase));
        Assert.Equal(2, document.RootElement.GetProperty("fitCount").GetInt32());
        JsonElement[] fits = [.. document.RootElement.GetProperty("fits").EnumerateArray()];
        Assert.True(fits[0].GetProperty("converged").GetBoolean());
        Assert.Equal(1, fits[0].GetProperty("unscaledCovariance")[0].GetDouble(), 1e-6);
        Assert.Equal("NaN", fits[0].GetProperty("standardErrors")[0].GetString());
        Assert.Equal("Failed", fits[1].GetProperty("status").GetString());
        Assert.Equal("InvalidOperationException: no data", fits[1].GetProperty("exception").GetString());
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<FitBatch>("{}"));
    }

    [Theory]
    [InlineData("[[1,2],[3]]")]
    [InlineData("[1]")]
    [InlineData("[[\"one\"]]")]
    [InlineData("[[null]]")]
    [InlineData("3")]
    public void What_is_no_matrix_is_refused(string json)
    {
        JsonSerializerOptions options = new() { Converters = { new MatrixJsonConverter() } };
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<double[,]>(json, options));
    }

    [Fact]
    public void Matrices_come_back()
    {
        JsonSerializerOptions options = new() { Converters = { new MatrixJsonConverter() } };
        double[,] matrix = { { 1, double.NaN }, { double.PositiveInfinity, double.NegativeInfinity }, { 0.1, 1e-300 } };
        string json = JsonSerializer.Serialize(matrix, options);
        Assert.Equal("""[[1,"NaN"],["Infinity","-Infinity"],[0.1,1E-300]]""", json);
        Assert.Equal(matrix, JsonSerializer.Deserialize<double[,]>(json, options));
        Assert.Empty(JsonSerializer.Deserialize<double[,]>("[]", options)!);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[1,2,3]")]
    [InlineData("[1,2.5]")]
    [InlineData("{}")]
    [InlineData("\"1,2\"")]
    public void What_is_no_band_is_refused(string json) => Assert.Throws<JsonException>(
        () => JsonSerializer.Deserialize<RootOptions>($$"""{"Band":{{json}}}"""));

    /// <summary>Records compare lists by reference; here it is their numbers that count.</summary>
    private static void AssertEqual(object expected, object actual)
    {
        foreach (System.Reflection.PropertyInfo property in expected.GetType().GetProperties()
            .Where(property => !property.GetMethod!.IsStatic))
        {
            Assert.Equal(property.GetValue(expected), property.GetValue(actual));
        }
    }

    private static LeastsqResult Leastsq() => Optimize.Leastsq(Values, [1, 1]);

    private static FsolveResult Fsolve() => Optimize.Fsolve(Values, [1, 1]);

    private static FitBatch Batch()
    {
        FitBatch fits = new(2, 1, 1, covariances: true);
        LeastSquares.FitMany(
            fits, (fit, p, f) => f[0] = fit == 0 ? p[0] - 3 : throw new InvalidOperationException("no data"));
        return fits;
    }

    private static double[] Values(double[] p) => [p[0] - 3, (2 * p[1]) - 1];

    private static void Exact(ReadOnlySpan<double> p, Span<double> f) => (f[0], f[1]) = (p[0] - 3, (2 * p[1]) - 1);
}
