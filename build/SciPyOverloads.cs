// Writes the overloads in src/MinpackNet/SciPy that follow from others:
//
//     dotnet run build/SciPyOverloads.cs
//
// A test compiles this file too, and fails when what it writes is not what is there.
#if !CHECKED_BY_A_TEST
foreach ((string file, string source) in SciPyOverloads.Files)
{
    File.WriteAllText($"src/MinpackNet/SciPy/{file}", source);
}
#endif

/// <summary>The overloads of the functions of SciPy that differ in the form of the user's functions alone.</summary>
internal static class SciPyOverloads
{
    private const int MostArguments = 7;
    private const int MostScalars = 12;
    private const int LineLength = 120;
    private const string StartNote =
        "    /// <typeparam name=\"TStart\">The type of a start value, a number.</typeparam>\n";
    private const string Constraint = "\n        where TStart : INumberBase<TStart>";

    private const string Head =
        """
        // Written by build/SciPyOverloads.cs: change that, not this.
        using System.Numerics;
        using System.Runtime.CompilerServices;

        namespace MinpackNet;


        """;

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

    /// <summary>The parameters of Leastsq after the functions and the start, each with its default.</summary>
    private static readonly string[] LeastsqOptions =
    [
        "bool colDeriv = false", "double ftol = Defaults.Tolerance", "double xtol = Defaults.Tolerance",
        "double gtol = 0", "int maxfev = 0", "double? epsfcn = null", "double factor = Defaults.InitialStepFactor",
        "IReadOnlyList<double>? diag = null", "NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw",
        "CancellationToken cancellationToken = default",
    ];

    private static readonly string[] FsolveOptions =
    [
        "bool colDeriv = false", "double xtol = Defaults.Tolerance", "int maxfev = 0", "(int Ml, int Mu)? band = null",
        "double? epsfcn = null", "double factor = Defaults.InitialStepFactor", "IReadOnlyList<double>? diag = null",
        "NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw", "CancellationToken cancellationToken = default",
    ];

    public static IReadOnlyList<(string File, string Source)> Files =>
    [
        ("Optimize.Leastsq.Overloads.cs", Overloads("Leastsq", "dfun", LeastsqOptions, hasManyResiduals: true)),
        (
            "RootFinding/Optimize.Fsolve.Overloads.cs",
            Overloads("Fsolve", "fprime", FsolveOptions, hasManyResiduals: false)),
        ("CurveFitting/Optimize.CurveFit.Scalars.cs", Scalars()),
    ];

    private static string Overloads(string function, string derivative, string[] options, bool hasManyResiduals)
    {
        Form[] scalars =
        [
            .. hasManyResiduals ? [OneParameter(derivative)] : Array.Empty<Form>(),
            OneParameterOneValue(derivative, hasManyResiduals ? "residual" : "equation"),
        ];
        Form[] forms =
        [
            .. AllWithArguments(ManyParameters(derivative)),
            SinglePrecision(derivative),
            .. scalars,
            .. scalars.SelectMany(AllWithArguments),
        ];
        return $$"""
            {{Head}}/// <content>
            /// Other forms of the functions: with further arguments, in single precision, of one number.
            /// </content>
            public static partial class Optimize
            {
            {{string.Join("\n\n", forms.Select(form => Overload(form, function, derivative, options)))}}
            }

            """;

        IEnumerable<Form> AllWithArguments(Form form) =>
            Numbers(MostArguments).Select(count => WithArguments(form, count, derivative));
    }

    /// <summary>How the user's functions may look, and what makes arrays of them.</summary>
    private sealed record Form(Arguments Arguments, string Func, string Derivative, string Bind, string BindDerivative)
    {
        /// <summary>Whether the start is a number, not a list of them.</summary>
        public bool IsOfOneNumber { get; init; }

        public string X0 { get; init; } = "x0";

        public string Remarks { get; init; } = string.Empty;

        /// <summary>What is handed on in place of an option.</summary>
        public Func<string, string> Option { get; init; } = name => name;

        public string Attribute { get; init; } = string.Empty;
    }

    /// <summary>The further arguments of the user's functions.</summary>
    private sealed record Arguments(int Count)
    {
        public string[] Types => Count == 1 ? ["T"] : [.. Numbers(Count).Select(i => $"T{i}")];

        /// <summary>Their types in a list of types, before the last one.</summary>
        public string Inner => string.Concat(Types.Select(type => $"{type}, "));

        /// <summary>Their values in a call, after the first one.</summary>
        public string Values => Count == 1
            ? ", args"
            : string.Concat(Numbers(Count).Select(i => $", args.Item{i}"));

        public string Parameter => Count == 0 ? string.Empty
            : $"        {(Count == 1 ? "T" : $"({string.Join(", ", Types)})")} args,\n";

        public string Notes => string.Concat(Types.Select((type, i) =>
            $"    /// <typeparam name=\"{type}\">The type of "
            + (Count == 1 ? "<c>args</c>, which is passed to both functions at every call."
                : i == 0 ? "the first of <c>args</c>, passed to both functions at every call."
                : $"the {Ordinals[i]}.") + "</typeparam>\n"));
    }

    /// <summary>The form with further arguments, which the form without them takes from the lambdas.</summary>
    private static Form WithArguments(Form form, int count, string derivative)
    {
        Arguments args = new(count);
        return form with
        {
            Arguments = args,
            Func = WithTypes(form.Func),
            Derivative = WithTypes(form.Derivative),
            X0 = "x0",
            Bind = $"x => func(x{args.Values})",
            BindDerivative = $"x => {derivative}(x{args.Values})",
        };

        // After the type of the point.
        string WithTypes(string func) => func.Insert(func.IndexOf(' ', StringComparison.Ordinal) + 1, args.Inner);
    }

    private static Form ManyParameters(string derivative) =>
        new(new(0), "Func<double[], double[]>", "Func<double[], double[,]>", "func", derivative);

    private static Form SinglePrecision(string derivative) => new(
        new(0),
        "Func<double[], float[]>",
        "Func<double[], double[,]>",
        "x => Widen(func(x))",
        derivative)
    {
        Remarks = """
                /// <remarks>
                /// For values computed in single precision: as in SciPy, the relative step of the differences is then
                /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
                /// </remarks>

            """,
        Option = name => name == "epsfcn" ? "epsfcn ?? SinglePrecision" : name,
        // A list of whole numbers fits both.
        Attribute = "    [OverloadResolutionPriority(-1)]\n",
    };

    private static Form OneParameter(string derivative) => new(
        new(0),
        "Func<double, double[]>",
        "Func<double, double[]>",
        "x => func(x[0])",
        $"x => Column({derivative}(x[0]), nameof({derivative}), colDeriv)")
    {
        X0 = "[x0]",
        IsOfOneNumber = true,
        Remarks = "    /// <remarks>For one parameter and several residuals.</remarks>\n",
    };

    private static Form OneParameterOneValue(string derivative, string value) => new(
        new(0),
        "Func<double, double>",
        "Func<double, double>",
        "x => [func(x[0])]",
        $"x => new double[,] {{ {{ {derivative}(x[0]) }} }}")
    {
        X0 = "[x0]",
        IsOfOneNumber = true,
        Remarks = $"    /// <remarks>For one parameter and one {value}.</remarks>\n",
    };

    private static string Overload(Form form, string function, string derivative, string[] options)
    {
        string[] parameters = [.. options.Select(option => option[..option.IndexOf(" = ", StringComparison.Ordinal)])];
        IEnumerable<string> names = parameters.Select(parameter => form.Option(parameter.Split(' ')[^1]));
        string types = string.Join(", ", parameters.Select(Reference));
        string cref = $"{function}{{TStart}}(Func{{double[], double[]}}, IReadOnlyList{{TStart}}, "
            + $"Func{{double[], double[,]}}, {types})";
        string bound = form.BindDerivative == derivative
            ? derivative
            : $"{derivative} is null\n                ? null\n                : {form.BindDerivative}";
        string[] generics = [.. form.IsOfOneNumber ? Array.Empty<string>() : ["TStart"], .. form.Arguments.Types];
        string list = generics.Length == 0 ? string.Empty : $"<{string.Join(", ", generics)}>";
        string start = list.StartsWith("<TStart, ", StringComparison.Ordinal) ? StartNote : string.Empty;
        string notes = start + form.Arguments.Notes + form.Remarks;
        return $$"""
            {{Wrapped($"<inheritdoc cref=\"{cref}\"/>")}}
            {{notes}}{{form.Attribute}}    public static {{function}}Result {{function}}{{list}}(
                    {{form.Func}} func,
                    {{(form.IsOfOneNumber ? "double" : "IReadOnlyList<TStart>")}} x0,
            {{form.Arguments.Parameter}}        {{form.Derivative}}? {{derivative}} = null,
                    {{string.Join(",\n        ", options)}}){{(form.IsOfOneNumber ? "" : Constraint)}}
                {
                    ArgumentNullException.ThrowIfNull(func);
                    return {{function}}(
                        {{form.Bind}},
                        {{form.X0}},
                        {{bound}},
                        {{string.Join(",\n            ", names)}});
                }
            """;
    }

    /// <summary>Lines of documentation, cut after commas.</summary>
    private static string Wrapped(string text)
    {
        const string Start = "    /// ";
        List<string> lines = [];
        foreach (string part in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + part.Length < LineLength)
            {
                lines[^1] += $" {part}";
            }
            else
            {
                lines.Add(Start + part);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>A parameter's type as a reference in the documentation writes it.</summary>
    private static string Reference(string parameter)
    {
        string type = parameter[..parameter.LastIndexOf(' ')];
        return type.StartsWith('(') ? "ValueTuple{int, int}?"
            : type == "IReadOnlyList<double>?" ? "IReadOnlyList{double}"
            : type;
    }

    private static string Scalars() =>
$$"""
{{Head}}/// <content>
/// Curve fits of models with explicit scalar parameters: how many follows from the lambda, so the start values may be
/// left out.
/// </content>
public static partial class Optimize
{
    /// <summary>Fits a model of one point with explicit scalar parameters, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">
    /// The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a tuple or a record.
    /// </typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">
    /// Takes a point and one to {{MostScalars}} parameters, returns the model there. For more parameters let it take an
    /// array of them: <c>(x, p) => p[0] * …</c>.
    /// </param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n.</param>
    /// <param name="p0">The start values; null for all 1.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">
    /// Whether <paramref name="sigma"/> holds in absolute terms, or gives weights only.
    /// </param>
    /// <param name="checkFinite">
    /// Whether NaN and infinity in the data are errors; null for yes, unless there is a policy.
    /// </param>
    /// <param name="nanPolicy">
    /// What to do with NaN in the data; null to leave it to <paramref name="checkFinite"/>.
    /// </param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">The model at the start, or a derivative, is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
{{string.Join($"\n\n{InheritedDocs}\n", Numbers(MostScalars).Select(ScalarOverload))}}

    private static InitialGuess StartOf(InitialGuess? p0, int parameterCount)
    {
        InitialGuess start = p0 ?? [.. Enumerable.Repeat(1.0, parameterCount)];
        return start.Values.Length == parameterCount
            ? start
            : throw Errors.StartLength("p0", start.Values.Length, parameterCount);
    }
}

""";

    private static string InheritedDocs => Wrapped(
        "<inheritdoc cref=\"CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, "
        + "InitialGuess, Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, "
        + "CancellationToken)\"/>");

    private static string ScalarOverload(int count)
    {
        // The last ones in a line of their own where one line is too short for all.
        const int MostInLine = 12;
        string doubles = string.Join(", ", Enumerable.Repeat("double", Math.Min(count + 1, MostInLine)))
            + string.Concat(Enumerable.Repeat(",\n            double", Math.Max(count + 1 - MostInLine, 0)));
        string arguments = string.Join(", ", Numbers(count).Select(j => $"p[{j - 1}]"));
        return $$"""
                [OverloadResolutionPriority(1)]
                public static CurveFitResult CurveFit<TX, TY>(
                    Func<TX, {{doubles}}> f,
                    IReadOnlyList<TX> xdata,
                    IReadOnlyList<TY> ydata,
                    InitialGuess? p0 = null,
                    Sigma? sigma = null,
                    bool absoluteSigma = false,
                    bool? checkFinite = null,
                    NanPolicy? nanPolicy = null,
                    Func<TX, double[], double[]>? jac = null,
                    LeastSquaresOptions? options = null,
                    CancellationToken cancellationToken = default)
                    where TY : INumberBase<TY>
                {
                    ArgumentNullException.ThrowIfNull(f);
                    return CurveFit(
                        (x, p) => f(x, {{arguments}}),
                        xdata,
                        ydata,
                        StartOf(p0, {{count}}),
                        sigma,
                        absoluteSigma,
                        checkFinite,
                        nanPolicy,
                        jac,
                        options,
                        cancellationToken);
                }
            """;
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);
}
