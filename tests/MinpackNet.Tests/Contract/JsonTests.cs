using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

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
        Intermediate(),
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
            Bounds = new(double.NegativeInfinity, [1, 2]),
            Loss = Loss.Cauchy(0.25),
            Method = LeastSquaresMethod.Dogbox,
            Differences = DifferenceScheme.ThreePoint,
        },
        new NonlinearEquationsOptions
        {
            Bandwidth = (1, 2), StepTolerance = 1e-3, ParameterScale = [3], Bounds = (0, 1),
        },
        new TrOptions { Regularize = false, Atol = 1e-13, Btol = 1e-300, Conlim = 1e5, Maxiter = 3, Damp = 0.5 },
        new RootOptions { Band = (2, 1), ColDeriv = true, Xtol = 1e-3, Eps = 1e-7, Diag = [1, 2], Maxfev = 5 },
    }.ToDictionary(options => options.GetType());

    public static TheoryData<Type> ResultTypes => [.. Results.Keys];

    private static IntermediateResult Intermediate()
    {
        IntermediateResult? last = null;
        Optimize.LeastSquares(Values, [1, 1], callback: result => (last = result) is null);
        return last!;
    }

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
                type.GetProperties()
                    .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute)))
                    .Select(property => property.Name).Order(),
                document.RootElement.EnumerateObject().Select(member => member.Name).Order());
        }
    }

    [Fact]
    public void An_entry_of_a_Jacobian_that_is_not_finite_comes_back()
    {
        JacobianEntry entry = new(3, 1, double.NaN, double.NegativeInfinity);
        Assert.Equal(entry, JsonSerializer.Deserialize<JacobianEntry>(JsonSerializer.Serialize(entry)));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("[0.5,-1E-07]")]
    [InlineData("[]")]
    public void Steps_and_bounds_of_one_side_come_back(string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<DiffStep>(json)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<BoundValues>(json)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DiffStep>("{}"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BoundValues>("\"a\""));
        Assert.Equal(
            """["-Infinity",1]""", JsonSerializer.Serialize(BoundValues.Create(double.NegativeInfinity, 1)));
    }

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void Options_come_back_equal(Type type)
    {
        object options = Options[type];
        string json = JsonSerializer.Serialize(options, type);
        Assert.Equal(json, JsonSerializer.Serialize(options, type, ResultJsonContext.Default));
        Assert.All(BothWays(json, type), read =>
        {
            Assert.Equal(options, read);
            Assert.Equal(options.GetHashCode(), read.GetHashCode());
        });

        object defaults = Activator.CreateInstance(type)!;
        json = JsonSerializer.Serialize(defaults, type, ResultJsonContext.Default);
        Assert.All(BothWays(json, type), read => Assert.Equal(defaults, read));
    }

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void Options_that_are_left_out_keep_their_defaults(Type type)
    {
        object defaults = Activator.CreateInstance(type)!;
        using JsonDocument all = JsonDocument.Parse(JsonSerializer.Serialize(Options[type], type));
        foreach (JsonProperty given in all.RootElement.EnumerateObject())
        {
            foreach (object read in BothWays($$"""{{{given}}}""", type))
            {
                Assert.All(Properties(type), property => Assert.Equal(
                    property.GetValue(property.Name == given.Name ? Options[type] : defaults),
                    property.GetValue(read)));
            }
        }

        Assert.All(BothWays("{}", type), read => Assert.Equal(defaults, read));
    }

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void Unknown_options_and_wrong_values_are_named(Type type)
    {
        foreach (Func<string, object?> read in Readers(type))
        {
            Assert.Contains("Tolerence", Assert.Throws<JsonException>(() => read("""{"Tolerence":1}""")).Message);
            foreach (string name in Properties(type).Select(property => property.Name))
            {
                JsonException wrong = Assert.Throws<JsonException>(() => read($$$"""{"{{{name}}}":{"a":1}}"""));
                Assert.Contains(name, wrong.Path + wrong.Message);
            }
        }
    }

    [Fact]
    public void A_partial_document_solves_as_the_options_that_it_stands_for()
    {
        RootOptions? root = JsonSerializer.Deserialize("""{"Eps":1e-7}""", ResultJsonContext.Default.RootOptions);
        Assert.Equal(new RootOptions { Eps = 1e-7 }, root);
        Assert.Equal(
            Optimize.Root(Values, [1, 1], options: new() { Eps = 1e-7 }).Nfev,
            Optimize.Root(Values, [1, 1], options: root).Nfev);
    }

    [Fact]
    public void Vectors_and_guesses_come_back()
    {
        RealVector vector = [1, double.NaN, double.PositiveInfinity, -1e-300];
        string json = JsonSerializer.Serialize(vector);
        Assert.Equal("""[1,"NaN","Infinity",-1E-300]""", json);
        Assert.Equal(vector, JsonSerializer.Deserialize<RealVector>(json));
        Assert.Equal(vector, JsonSerializer.Deserialize(json, ResultJsonContext.Default.RealVector));
        Assert.Null(JsonSerializer.Deserialize<RealVector>("null"));

        InitialGuess guess = [1, 2.5];
        Assert.Equal("[1,2.5]", JsonSerializer.Serialize(guess));
        Assert.Equal([1, 2.5], JsonSerializer.Deserialize("[1,2.5]", ResultJsonContext.Default.InitialGuess)!);
        Assert.Equal([3.0], JsonSerializer.Deserialize<InitialGuess>("3")!);

        Sigma deviations = [1, double.PositiveInfinity];
        Assert.Equal("""[1,"Infinity"]""", JsonSerializer.Serialize(deviations));
        Sigma matrix = new double[,] { { 1, 0 }, { 0, 2 } };
        string rows = JsonSerializer.Serialize(matrix);
        Assert.Equal("[[1,0],[0,2]]", rows);
        Assert.Equal(rows, JsonSerializer.Serialize(JsonSerializer.Deserialize(rows, ResultJsonContext.Default.Sigma)));
        Assert.Equal("[0.5]", JsonSerializer.Serialize(JsonSerializer.Deserialize<Sigma>("0.5")));
    }

    [Theory]
    [InlineData("\"jac\"", "jac")]
    [InlineData("0.5", "0.5")]
    [InlineData("[1,0.5]", "[1, 0.5]")]
    public void Scales_come_back(string json, string text)
    {
        XScale scale = JsonSerializer.Deserialize<XScale>(json)!;
        Assert.Equal(text, scale.ToString());
        Assert.Equal(json, JsonSerializer.Serialize(scale));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<XScale>("\"auto\""));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("[[1]]")]
    [InlineData("[\"one\"]")]
    [InlineData("[null]")]
    public void What_is_no_vector_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RealVector>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<InitialGuess>($"[{json},\"one\"]"));
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

    [Fact]
    public void Sparse_matrices_come_back_also_inside_a_result()
    {
        SparseMatrix matrix = SparseMatrix.FromDense(new[,] { { 1, 0 }, { double.NaN, -3e-300 } });
        const string Json = """{"RowCount":2,"ColumnCount":2,"ColumnPointers":[0,2,3],"RowIndices":[0,1,1],"""
            + "\"Values\":[1,\"NaN\",-3E-300]}";
        Assert.Equal(Json, JsonSerializer.Serialize(matrix));
        Assert.All(BothWays(Json, typeof(SparseMatrix)), read => Assert.Equal(Json, JsonSerializer.Serialize(read)));
        OptimizeResult result = Optimize.LeastSquares(Values, [4, 0.4], jacSparsity: SparseMatrix.FromDense(Diagonal));
        string written = JsonSerializer.Serialize(result, CamelCase);
        using JsonDocument document = JsonDocument.Parse(written);
        string jacobian = document.RootElement.GetProperty("jacSparse").GetRawText();
        Assert.Equal(
            result.JacSparse![1, 1], JsonSerializer.Deserialize<SparseMatrix>(jacobian, CamelCase)![1, 1]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"RowCount":2,"ColumnCount":1,"ColumnPointers":[0,1],"RowIndices":[2],"Values":[1]}""")]
    [InlineData("""{"RowCount":2.5}""")]
    [InlineData("""{"Rows":2}""")]
    public void What_is_no_sparse_matrix_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SparseMatrix>(json));

    /// <summary>As a web service has it, where all names begin with a small letter and are read in any case.</summary>
    [Fact]
    public void The_names_inside_bounds_and_losses_follow_the_policy()
    {
        JsonSerializerOptions web = new(JsonSerializerDefaults.Web);
        LeastSquaresOptions options = (LeastSquaresOptions)Options[typeof(LeastSquaresOptions)];
        string json = JsonSerializer.Serialize(options, web);
        Assert.Contains("\"bounds\":{\"lb\":\"-Infinity\",\"ub\":[1,2]}", json, StringComparison.Ordinal);
        Assert.Contains("\"loss\":{\"function\":\"Cauchy\",\"scale\":0.25}", json, StringComparison.Ordinal);
        Assert.Equal(options, JsonSerializer.Deserialize<LeastSquaresOptions>(json, web));
        Assert.Equal([1], JsonSerializer.Deserialize<Bounds>("{\"UB\":1}", web)!.UpperOf(1));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Bounds>("{\"lb\":1}"));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[1,2,3]")]
    [InlineData("[1,2.5]")]
    [InlineData("{}")]
    [InlineData("\"1,2\"")]
    public void What_is_no_band_is_refused(string json) => Assert.Throws<JsonException>(
        () => JsonSerializer.Deserialize<RootOptions>($$"""{"Band":{{json}}}"""));

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property =>
        !property.GetMethod!.IsStatic && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static Func<string, object?>[] Readers(Type type) =>
    [
        json => JsonSerializer.Deserialize(json, type),
        json => JsonSerializer.Deserialize(json, type, ResultJsonContext.Default),
    ];

    private static object[] BothWays(string json, Type type) =>
        [.. Readers(type).Select(read => read(json)!)];

    private static LeastsqResult Leastsq() => Optimize.Leastsq(Values, [1, 1]);

    private static FsolveResult Fsolve() => Optimize.Fsolve(Values, [1, 1]);

    private static FitBatch Batch()
    {
        FitBatch fits = new(2, 1, 1, covariances: true);
        LeastSquares.FitMany(
            fits, (fit, p, f) => f[0] = fit == 0 ? p[0] - 3 : throw new InvalidOperationException("no data"));
        return fits;
    }

    private static double[,] Diagonal => new double[,] { { 1, 0 }, { 0, 1 } };

    private static double[] Values(double[] p) => [p[0] - 3, (2 * p[1]) - 1];

    private static void Exact(ReadOnlySpan<double> p, Span<double> f) => (f[0], f[1]) = (p[0] - 3, (2 * p[1]) - 1);
}
