using System.CommandLine;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Every name in a message or a hint exists at the door through which the user came.</summary>
public sealed class HintTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly (OptionNames Names, Door[] Least, Door[] Equations)[] SolverDoors =
    [
        (OptionNames.LeastSquares, [Door.LeastSquaresSolve, Door.SciPyCurveFit], []),
        (OptionNames.NonlinearEquations, [], [Door.Equations]),
        (OptionNames.SciPy, [Door.SciPy], [Door.SciPy]),
        (OptionNames.CurveFitOfSciPy, [Door.SciPyCurveFit], []),
    ];

    /// <summary>Errors that only some doors of the library have, or others have too.</summary>
    private static readonly Dictionary<string, Door[]> DoorsOfErrors = new()
    {
        ["BatchFromJson"] = [Door.LeastSquaresSolve],
        ["Bandwidth"] = [Door.Equations],
        ["CannotOmit"] = [Door.SciPyCurveFit],
        ["DataLengths"] = [Door.SciPyCurveFit],
        ["FitFailed"] = [Door.SciPyCurveFit],
        ["NonFiniteDatum"] = [Door.SciPyCurveFit],
        ["SigmaShape"] = [Door.SciPyCurveFit],
        ["JacobianShape"] = [Door.SciPy],
        ["LossScale"] = [Door.SciPy],
        ["BoundsLength"] = [Door.SciPy],
        ["BoundsOrder"] = [Door.SciPy],
        ["StartOutside"] = [Door.SciPy],
        ["DifferenceStepLength"] = [Door.SciPy],
        ["DifferenceStep"] = [Door.SciPy],
        ["NoTolerance"] = [Door.SciPy],
        ["MinpackTolerance"] = [Door.SciPy],
        ["MinpackLoss"] = [Door.SciPy],
        ["MinpackBounds"] = [Door.SciPy],
        ["NoResiduals"] = [Door.SciPy],
        ["IterationIsNaN"] = [Door.SciPy],
        ["TooManyIterations"] = [Door.SciPy],
        ["UnknownValue"] = [Door.LeastSquaresSolve, Door.Equations, Door.SciPyCurveFit],
        ["WorkspaceRowByRow"] = [Door.LeastSquaresSolve],
        ["NotInLm"] = [Door.SciPyCurveFit],
        ["OptionsOfLm"] = [Door.SciPyCurveFit],
        ["TwoSettings"] = [Door.SciPyCurveFit],
        ["OptionElsewhere"] = [Door.SciPyCurveFit],
        ["NoStart"] = [Door.SciPyCurveFit],
        ["StepsWithJacobian"] = [Door.SciPyCurveFit],
        ["Workers"] = [Door.SciPy],
        ["MinpackIsDense"] = [Door.SciPy],
        ["TwoScales"] = [Door.SciPy],
        ["MinpackSolver"] = [Door.SciPy],
        ["ExactIsDense"] = [Door.SciPy],
        ["OperatorScale"] = [Door.SciPy],
        ["ExactOptions"] = [Door.SciPy],
        ["DogboxRegularize"] = [Door.SciPy],
        ["Damp"] = [Door.SciPy],
        ["StructureShape"] = [Door.SciPy, Door.LeastSquaresSolve],
        ["SparseShape"] = [Door.LeastSquaresSolve],
        ["NullMatrix"] = [Door.LeastSquaresSolve],
        ["MinpackSparse"] = [Door.LeastSquaresSolve],
        ["SparseCheck"] = [Door.LeastSquaresSolve],
        ["BoundedRowByRow"] = [Door.LeastSquaresSolve],
        ["MinpackOnly"] = [Door.LeastSquaresSolve],
    };

    private static HintNames CommandNames
    {
        get
        {
            FitArguments arguments = new();
            Command fit = new("fit");
            arguments.AddTo(fit);
            return arguments.Read(fit.Parse(["-", "--model", "a"])).HintNames;
        }
    }

    [Fact]
    public void Every_diagnosis_names_what_exists()
    {
        AssertKnown(Door.Fitting, TroubledFits.All(HintNames.Library).SelectMany(TextsOf));
        AssertKnown(Door.Command, TroubledFits.All(CommandNames).SelectMany(TextsOf));
    }

    [Fact]
    public void The_diagnoses_walked_are_of_all_kinds() => Assert.Equal(
        Enum.GetValues<DiagnosisKind>(),
        TroubledFits.All(HintNames.Library).SelectMany(fit => fit.Diagnoses).Select(item => item.Kind).Distinct()
            .Order());

    [Fact]
    public void Every_hint_there_is_names_what_exists_and_none_what_has_no_name()
    {
        HintNames nothing = new()
        {
            Search = null,
            Fixed = null,
            AbsoluteSigma = null,
            MaxEvaluations = null,
            InitialStepFactor = null,
            ParameterScale = null,
            ResidualPrecision = null,
            Tolerances = null,
            Attempts = null,
            Bounds = null,
        };
        Assert.All(typeof(HintNames).GetProperties().Where(property => property.PropertyType == typeof(string)), name =>
            Assert.Null(name.GetValue(nothing)));
        Assert.Equal(12, HintsFor(HintNames.Library).Count(hint => hint is not null));
        Assert.All(HintsFor(nothing), Assert.Null);
        AssertKnown(Door.Fitting, HintsFor(HintNames.Library).OfType<string>());
        AssertKnown(Door.Command, HintsFor(CommandNames).OfType<string>());
    }

    [Fact]
    public void Every_status_of_a_solver_is_told_with_names_that_exist()
    {
        bool[] flags = [false, true];
        foreach ((OptionNames names, Door[] least, Door[] equations) in SolverDoors)
        {
            IEnumerable<LeastSquaresSummary> solves =
                from status in Enum.GetValues<LeastSquaresStatus>()
                from isNotFinite in flags
                from endsAtEdge in flags
                from isStuck in flags
                select new LeastSquaresSummary(status, 1, 1)
                {
                    IsNotFinite = isNotFinite,
                    EndsAtEdge = endsAtEdge,
                    HasZeroDifferences = isStuck,
                };
            string[] texts = [.. solves.Select(solve => Messages.Of(solve, names))];
            Assert.All(least, door => AssertKnown(door, texts));

            IEnumerable<NonlinearEquationsSummary> roots =
                from status in Enum.GetValues<NonlinearEquationsStatus>()
                from jacobians in Enumerable.Range(0, 2)
                from isRoot in flags
                from trials in Enumerable.Range(0, 3)
                from isSingular in flags
                from isWild in flags
                from isStuck in flags
                select new NonlinearEquationsSummary(status, 1, jacobians, isRoot)
                {
                    NonFiniteTrials = trials,
                    HasSingularJacobian = isSingular,
                    HasWildTrial = isWild,
                    HasZeroDifferences = isStuck,
                };
            texts = [.. roots.Select(root => Messages.Of(root, names))];
            Assert.All(equations, door => AssertKnown(door, texts));
        }
    }

    [Fact]
    public void Every_status_of_a_fit_is_told_with_names_that_exist()
    {
        IEnumerable<FitOutcome> outcomes =
            from status in Enum.GetValues<LeastSquaresStatus>()
            where status is not (LeastSquaresStatus.None or LeastSquaresStatus.Failed)
            from overflows in (bool[])[false, true]
            from isCertified in (bool[])[false, true]
            select new FitOutcome([1], status, 1, 1) { Overflows = overflows, IsCertified = isCertified };
        Formula line = Formula.Parse("a*x");
        FitProblem[] problems =
        [
            new(line, (double[])[1, 2], [1, 2], [("a", 1)], FitOptions.Default),
            new(line, (double[])[1, 2], [1, 2], [("a", 1)], new() { Loss = Loss.Huber(), Bounds = [new("a", 0)] }),
        ];
        string[] texts =
        [
            .. from outcome in outcomes
               from problem in problems
               select Fitting.Messages.Of(outcome, problem, HintNames.Library.Point),
        ];
        AssertKnown(Door.Fitting, texts);
        AssertKnown(Door.Command, texts);
    }

    [Fact]
    public void Every_exception_names_what_exists()
    {
        Door[] solvers = [Door.LeastSquaresSolve, Door.Equations, Door.SciPy, Door.SciPyCurveFit];
        MethodInfo[] core = [.. Factories(typeof(LeastSquares).Assembly, "MinpackNet.Errors")];
        MethodInfo[] fitting = [.. Factories(typeof(CurveFit).Assembly, "MinpackNet.Fitting.Errors")];
        Assert.InRange(core.Length, 40, 200);
        Assert.InRange(fitting.Length, 25, 200);
        foreach (MethodInfo factory in core)
        {
            foreach (Door door in DoorsOfErrors.GetValueOrDefault(factory.Name, solvers))
            {
                AssertKnown(door, [MessageOf(factory, door)]);
            }
        }

        Assert.All(fitting, factory => AssertKnown(Door.Fitting, [MessageOf(factory, Door.Fitting)]));
        Assert.Empty(DoorsOfErrors.Keys.Except(core.Select(factory => factory.Name)));
    }

    /// <summary>Also those that no test provokes: the literals stand in the assembly.</summary>
    [Fact]
    public void No_text_of_the_command_names_an_option_that_it_does_not_have()
    {
        string[] options = [.. Literals(typeof(FitCommand).Assembly).SelectMany(Door.Named)
            .Where(name => name.StartsWith("--", StringComparison.Ordinal)).Distinct()];
        Assert.InRange(options.Length, 15, 80);
        Assert.Empty(Door.AnyCommand.Missing(string.Join(' ', options)));
        Assert.All([typeof(LeastSquares).Assembly, typeof(CurveFit).Assembly], library => Assert.DoesNotContain(
            Literals(library).SelectMany(Door.Named), name => name.StartsWith("--", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Use --robust, or raise --max-evaluations.", "--robust")]
    [InlineData("Set LeastSquaresOptions.InitialStepFactor to 1.", "LeastSquaresOptions.InitialStepFactor")]
    [InlineData("Raise maxfev.", "maxfev")]
    [InlineData("Use FitStrategy.Search.", "FitStrategy.Search")]
    [InlineData("Set InitialStepFactor to 1, or use --search.", "InitialStepFactor")]
    public void A_name_that_the_command_does_not_have_is_found(string planted, string name) =>
        Assert.Equal([name], Door.Command.Missing(planted));

    [Theory]
    [InlineData("Set LeastSquaresOptions.MaxTries to 1.", "LeastSquaresOptions.MaxTries")]
    [InlineData("Use FitStrategy.Robust, see FitResult.Attempts.", "FitStrategy.Robust")]
    [InlineData("Raise maxfev, or LeastSquaresOptions.MaxEvaluations.", "maxfev")]
    [InlineData("Pass colDeriv, or use FitOptions.Solver.MaxEvaluations.", "colDeriv")]
    [InlineData("Raise FitOptions.Solver.Patience.", "FitOptions.Solver.Patience")]
    [InlineData("Give --sigma.", "--sigma")]
    public void A_name_that_a_fit_does_not_have_is_found(string planted, string name) =>
        Assert.Equal([name], Door.Fitting.Missing(planted));

    [Theory]
    [InlineData("Set factor to 1, or maxfun.", "")]
    [InlineData("Set patience to 1, or raise maxfev.", "patience")]
    [InlineData("Raise NonlinearEquationsOptions.MaxEvaluations.", "NonlinearEquationsOptions.MaxEvaluations")]
    [InlineData("Check it with Optimize.CheckGrad or Optimize.CheckAll.", "Optimize.CheckAll")]
    public void A_name_that_ported_code_does_not_have_is_found(string planted, string name) =>
        Assert.Equal(name.Length == 0 ? [] : [name], Door.SciPy.Missing(planted));

    [Fact]
    public void A_wrong_name_in_a_vocabulary_is_found()
    {
        HintNames planted = CommandNames with { Search = "--robust" };
        Assert.Contains(
            "--robust",
            TroubledFits.All(planted).SelectMany(TextsOf).SelectMany(Door.Command.Missing));
        Assert.NotEmpty(TroubledFits.All(HintNames.Library).SelectMany(TextsOf).SelectMany(Door.Command.Missing));
    }

    [Fact]
    public void No_hint_advises_what_is_done_or_cannot_be_done()
    {
        foreach (FitResult fit in TroubledFits.All(HintNames.Library))
        {
            string[] texts = [.. fit.Diagnoses.Select(diagnosis => diagnosis.Message)];
            if (fit.Attempts.Count > 0)
            {
                Assert.DoesNotContain(texts, text => text.Contains("FitStrategy.Search", StringComparison.Ordinal));
                Assert.DoesNotContain(texts, text => text.Contains("InitialStepFactor", StringComparison.Ordinal));
            }

            if (fit.Parameters.Count == 1)
            {
                Assert.DoesNotContain(texts, text => text.Contains("FitOptions.Fixed", StringComparison.Ordinal));
            }
        }
    }

    private static void AssertKnown(Door door, IEnumerable<string> texts) => Assert.All(texts, text =>
        Assert.True(door.Missing(text).Length == 0, $"{door.Name}: {string.Join(", ", door.Missing(text))}: {text}"));

    private static IEnumerable<string> TextsOf(FitResult fit) =>
        [fit.Message, .. fit.Diagnoses.Select(diagnosis => diagnosis.Message)];

    private static IEnumerable<string?> HintsFor(HintNames names)
    {
        Hints hints = new(new() { HintNames = names }, freeCount: 2);
        return
        [
            .. typeof(Hints).GetProperties().Select(property => (string?)property.GetValue(hints)),
            hints.Precision("1e-8"),
            hints.Fix("it"),
        ];
    }

    private static IEnumerable<MethodInfo> Factories(Assembly assembly, string type) =>
        assembly.GetType(type, throwOnError: true)!.GetMethods(Static)
            .Where(method => typeof(Exception).IsAssignableFrom(method.ReturnType));

    /// <summary>What an exception says when it is made with samples of its arguments.</summary>
    private static string MessageOf(MethodInfo factory, Door door)
    {
        OptionNames names = door == Door.SciPy ? OptionNames.SciPy
            : door == Door.SciPyCurveFit ? OptionNames.CurveFit
            : door == Door.Equations ? OptionNames.NonlinearEquations
            : OptionNames.LeastSquares;

        // A span cannot be passed by reflection.
        if (factory.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
        {
            return factory.Name == nameof(Errors.NonFiniteResidual)
                ? Errors.NonFiniteResidual(double.NaN, 1, [1, 2], forDifference: true, names).Message
                : Errors.NonFiniteDerivative(double.NaN, 1, 0, [1, 2], names).Message;
        }

        factory = factory.IsGenericMethod ? factory.MakeGenericMethod(typeof(NonFinitePolicy)) : factory;
        object?[] samples = [.. factory.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(OptionNames) ? names : SampleOf(parameter))];
        string message = ((Exception)factory.Invoke(null, samples)!).Message;
        return message.Replace(AppContext.BaseDirectory, "here", StringComparison.Ordinal)
            .Replace("System.", "", StringComparison.Ordinal);
    }

    private static object? SampleOf(ParameterInfo parameter) =>
        parameter.Name == "property" ? nameof(LeastSquaresOptions.Loss) : Sample(parameter.ParameterType);

    private static object? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "name",
        _ when type == typeof(Type) => typeof(double),
        _ when type == typeof(ColumnDerivatives?) => new ColumnDerivatives(IsOn: true),
        _ when type == typeof(double[]) => new[] { 1.0, 2 },
        _ when type == typeof(double[,]) => new double[2, 3],
        _ when type == typeof(Loss) => Loss.Huber(),
        _ when type == typeof(OptimizeResult) => Optimize.LeastSquares(x => x, [1.0, 2]),
        _ when type == typeof(Exception) => new InvalidOperationException("reason"),
        _ when type.IsAssignableFrom(typeof(string[])) => new[] { "a", "b" },
        _ when type.IsAssignableFrom(typeof(JacobianEntry[])) => new[] { new JacobianEntry(0, 0, 1, 2) },
        _ when type == typeof(LeastsqResult) => FailedFit().Result,
        _ when type == typeof(NativeLibraryException) => new NativeLibraryException("reason", null),
        _ => Activator.CreateInstance(type),
    };

    private static FitFailedException FailedFit() => Assert.Throws<FitFailedException>(() => Optimize.CurveFit(
        (double x, double a) => Math.Exp(a * x), [1.0, 2], [3.0, 9], [5], options: new() { MaxEvaluations = 1 }));

    private static List<string> Literals(Assembly assembly)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        List<string> literals = [];
        UserStringHandle handle = MetadataTokens.UserStringHandle(1);
        for (; !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            literals.Add(metadata.GetUserString(handle));
        }

        return literals;
    }
}
