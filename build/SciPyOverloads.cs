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
        ("BoundedLeastSquares/Optimize.LeastSquares.Overloads.cs", BoundedFits()),
        ("CurveFitting/Optimize.CurveFit.Overloads.cs", CurveFits()),
    ];

    private static string Overloads(string function, string derivative, string[] options, bool hasManyResiduals)
    {
        Form[] scalars =
        [
            .. hasManyResiduals ? [OneParameter(derivative)] : Array.Empty<Form>(),
            OneParameterOneValue(derivative, hasManyResiduals ? "residual" : "equation"),
        ];
        Form single = SinglePrecision(derivative);
        Form[] forms =
        [
            .. WithAnyArguments(ManyParameters(derivative), derivative),
            single,
            .. WithAnyArguments(single, derivative),
            .. scalars,
            .. scalars.SelectMany(form => WithAnyArguments(form, derivative)),
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
    }

    /// <summary>The form with one to seven further arguments.</summary>
    private static IEnumerable<Form> WithAnyArguments(Form form, string derivative) =>
        Numbers(MostArguments).Select(count => WithArguments(form, count, derivative));

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

    /// <summary>The parameters of LeastSquares after the Jacobian, each with its default.</summary>
    private static string[] LeastSquaresOptions(bool hasJacobian) =>
    [
        "Bounds? bounds = null", "LeastSquaresMethod method = LeastSquaresMethod.Trf",
        "double? ftol = Defaults.BoundedTolerance", "double? xtol = Defaults.BoundedTolerance",
        "double? gtol = Defaults.BoundedTolerance", "XScale? xScale = null", "Loss? loss = null", "double fScale = 1",
        .. hasJacobian ? Array.Empty<string>() : ["DiffStep? diffStep = null"],
        "TrSolver? trSolver = null", "TrOptions? trOptions = null",
        .. hasJacobian ? Array.Empty<string>() : ["SparseMatrix? jacSparsity = null"],
        "int? maxNfev = null", "Func<IntermediateResult, bool>? callback = null",
        .. hasJacobian ? Array.Empty<string>() : ["int workers = 1"],
        "CancellationToken cancellationToken = default",
    ];

    private static string BoundedFits()
    {
        Form[] scalars = [OneParameter("jac"), OneParameterOneValue("jac", "residual")];
        Form[] forms =
        [
            .. WithAnyArguments(ManyParameters("jac"), "jac"),
            .. scalars,
            .. scalars.SelectMany(form => WithAnyArguments(form, "jac")),
        ];
        // Differences know single precision from the type of the residuals; derivatives do not ask.
        Form single = SinglePrecision("jac") with
        {
            Remarks = "    /// <remarks>For values computed in single precision, with the steps for those.</remarks>\n",
        };
        IEnumerable<string> overloads = forms.Select(form => BoundedFit(form, hasJacobian: true))
            .Concat(forms.Concat(WithAnyArguments(single, "jac")).Select(form =>
                BoundedFit(form, hasJacobian: false)));
        return $$"""
            {{Head}}/// <content>
            /// Other forms of the functions of LeastSquares: with further arguments, of one number.
            /// </content>
            public static partial class Optimize
            {
            {{string.Join("\n\n", overloads)}}
            }

            """;
    }

    private static string BoundedFit(Form form, bool hasJacobian)
    {
        string[] options = LeastSquaresOptions(hasJacobian);
        string given = hasJacobian ? "Func{double[], double[,]}" : "DifferenceScheme";
        string types = string.Join(", ", options.Select(ReferenceOf)).Replace('<', '{').Replace('>', '}');
        string[] generics = [.. form.IsOfOneNumber ? Array.Empty<string>() : ["TStart"], .. form.Arguments.Types];
        string list = generics.Length == 0 ? string.Empty : $"<{string.Join(", ", generics)}>";
        string jac = hasJacobian ? $"{form.Derivative} jac" : "DifferenceScheme jac = DifferenceScheme.TwoPoint";
        string derivatives = form.BindDerivative.Replace("colDeriv", "colDeriv: false");
        string notes = (form.IsOfOneNumber ? "" : StartNote) + form.Arguments.Notes + form.Remarks;
        string check = hasJacobian ? "ArgumentNullException.ThrowIfNull(jac);\n        " : "";
        string reference =
            $"LeastSquares{{TStart}}(Func{{double[], double[]}}, IReadOnlyList{{TStart}}, {given}, {types})";
        return $$"""
            {{Wrapped($"<inheritdoc cref=\"{reference}\"/>")}}
            {{notes}}{{form.Attribute}}    public static OptimizeResult LeastSquares{{list}}(
                    {{form.Func}} fun,
                    {{(form.IsOfOneNumber ? "double" : "IReadOnlyList<TStart>")}} x0,
            {{form.Arguments.Parameter}}        {{jac}},
                    {{string.Join(",\n        ", options)}}){{(form.IsOfOneNumber ? "" : Constraint)}}
                {
                    ArgumentNullException.ThrowIfNull(fun);
                    {{check}}return LeastSquares(
                        {{form.Bind.Replace("func(", "fun(")}},
                        {{form.X0}},
                        {{(hasJacobian ? derivatives : "jac")}},
                        {{string.Join(",\n            ", options.Select(NameOf))}});
                }
            """;
    }

    private static string CurveFits() =>
$$"""
{{Head}}/// <content>
/// Curve fits of models of one point, with an array of parameters, or with explicit scalar ones: how many follows from
/// the lambda, so the start values may be left out. And all forms with differences in place of derivatives.
/// </content>
public static partial class Optimize
{
{{string.Join("\n\n", CurveForms.Skip(1).Select(form => CurveFit(form, hasJacobian: true)))}}

{{string.Join("\n\n", CurveForms.Select(form => CurveFit(form, hasJacobian: false)))}}
}

""";

    /// <summary>How a model of a curve fit may look.</summary>
    /// <param name="Function">Its type.</param>
    /// <param name="Points">That of its points.</param>
    /// <param name="Gradient">What its derivatives are.</param>
    /// <param name="Scalars">How many scalar parameters it takes; 0 for an array of them.</param>
    private sealed record CurveForm(string Function, string Points, string Gradient, int Scalars);

    /// <summary>All forms, models of all points first.</summary>
    private static IEnumerable<CurveForm> CurveForms =>
    [
        new("Func<TX, double[], double[]>", "TX", "double[,]", 0),
        new("Func<TX, double[], double>", "IReadOnlyList<TX>", "double[]", 0),
        .. Numbers(MostScalars).Select(Scalar),
    ];

    private static CurveForm Scalar(int count)
    {
        // The last ones in a line of their own where one line is too short for all.
        const int MostInLine = 12;
        string doubles = string.Join(", ", Enumerable.Repeat("double", Math.Min(count + 1, MostInLine)))
            + string.Concat(Enumerable.Repeat(",\n            double", Math.Max(count + 1 - MostInLine, 0)));
        return new($"Func<TX, {doubles}>", "IReadOnlyList<TX>", "double[]", count);
    }

    /// <summary>The parameters after the data, each with its default.</summary>
    /// <param name="jac">That for the Jacobian; empty for none.</param>
    private static IEnumerable<string> CurveFitOptions(string jac) =>
    [
        "InitialGuess? p0 = null", "Sigma? sigma = null", "bool absoluteSigma = false", "bool? checkFinite = null",
        "NanPolicy? nanPolicy = null", .. jac.Length == 0 ? Array.Empty<string>() : [jac],
        "LeastSquaresOptions? options = null", "Bounds? bounds = null", "LeastSquaresMethod? method = null",
        "Loss? loss = null", "double fScale = 1", "XScale? xScale = null", "double? ftol = null", "double? xtol = null",
        "double? gtol = null", "DiffStep? diffStep = null", "int? maxNfev = null", "int? maxfev = null",
        "CancellationToken cancellationToken = default",
    ];

    private static string Capitalized(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    private static string NameOf(string option) =>
        option[..option.IndexOf(" = ", StringComparison.Ordinal)].Split(' ')[^1];

    /// <summary>The documentation of a form; models of several scalars have that of one.</summary>
    private static string CurveFitDocs(CurveForm form, bool hasJacobian)
    {
        if (form.Scalars > 1)
        {
            string types = string.Join(", ", CurveFitOptions(JacobianOf(form, hasJacobian)).Select(ReferenceOf));
            string scheme = hasJacobian ? "" : "DifferenceScheme, ";
            return Wrapped(
                "<inheritdoc cref=\"CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, "
                + $"{scheme}{types.Replace('<', '{').Replace('>', '}')})\"/>") + "\n";
        }

        bool isOfAllPoints = form.Points == "TX";
        (string Name, string Text)[] parameters =
        [
            ("f", isOfAllPoints
                ? "Takes the independent variables and n parameters, returns the model at each of the m points."
                : form.Scalars == 0 ? "Takes a point and n parameters, returns the model there."
                : $"Takes a point and one to {MostScalars} parameters, returns the model there. For more parameters "
                    + "let it take an array of them: <c>(x, p) => p[0] * …</c>."),
            ("xdata", isOfAllPoints ? "The independent variables, passed to the model." : "The m points."),
            ("ydata", "The m observations; at least n with method lm."),
            .. hasJacobian ? Array.Empty<(string, string)>()
                : [("jac", "How derivatives are estimated; method lm has forward differences only.")],
            ("p0", "The start values, within the bounds. Null"
                + (form.Scalars > 0 ? ", the default, "
                    : " where <paramref name=\"bounds\"/> tell how many there are: ")
                + "for the middle of two finite bounds, one from a single one, 1 where there is none."),
            ("sigma", "The uncertainty of the observations; null for all equal."),
            ("absoluteSigma", "Whether <paramref name=\"sigma\"/> holds in absolute terms, or gives weights only."),
            ("checkFinite", "Whether NaN and infinity in the data are errors; null for yes, unless there is a policy."),
            ("nanPolicy", "What to do with NaN in the data; null to leave it to <paramref name=\"checkFinite\"/>."),
            .. !hasJacobian ? Array.Empty<(string, string)>()
                : [("jac", "The model's n derivatives at a point; null for forward differences.")],
            ("options", "Tolerances, limits and scaling of method lm; null for SciPy's defaults."),
            ("bounds", "Bounds of the parameters, each lower one below the upper one; null, the default, for none."),
            ("method", "Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite bound, "
                + "a loss, or another argument that lm does not have."),
            ("loss", "The loss that replaces the square of each residual; null, the default, for none, which is all "
                + "that lm takes."),
            ("fScale", "The margin between inliers and outliers for a loss; finite and not zero. Default 1."),
            ("xScale", "What counts as one unit of each parameter; null, the default, for 1. Not for lm."),
            ("ftol", "The relative reduction of the cost below which to stop; not negative, 0 to turn the test off. "
                + "Null, the default, for the method's own."),
            ("xtol", "The relative length of a step below which to stop; the same."),
            ("gtol", "The gradient below which to stop; the same."),
            ("diffStep", "The relative steps of the differences; null, the default, for the usual ones. Not for lm."),
            ("maxNfev", "The limit on evaluations, differences not counted; null, the default, for 100 n. Not for lm."),
            ("maxfev", "The limit on evaluations of method lm, differences counted; null, the default, or 0 for "
                + "200 (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy."),
            ("cancellationToken", "Ends the fit: an <see cref=\"OperationCanceledException\"/>."),
        ];
        IEnumerable<string> texts =
            parameters.Select(item => Wrapped($"<param name=\"{item.Name}\">{item.Text}</param>"));
        string model = isOfAllPoints ? "all data at once" : "one point";
        string type = isOfAllPoints ? "the independent variables: an array, a matrix, a tuple of arrays, ..."
            : "a point: <c>double</c>, or for several independent variables <c>double[]</c>, a tuple or a record.";
        return $$"""
                /// <summary>Fits a model of {{model}}, as scipy.optimize.curve_fit does.</summary>
            {{Wrapped($"<typeparam name=\"TX\">The type of {type}</typeparam>")}}
                /// <typeparam name="TY">The type of an observation, a number.</typeparam>
            {{string.Join('\n', texts)}}
            {{CurveFitEnds}}

            """;
    }

    private const string CurveFitEnds = """
            /// <returns>The parameters and their covariance.</returns>
            /// <exception cref="ArgumentException">
            /// An argument, or the shape of what a function returned, is wrong.
            /// </exception>
            /// <exception cref="FitFailedException">
            /// The solver found no solution; the exception holds the solve.
            /// </exception>
            /// <exception cref="NonFiniteValueException">
            /// An observation, the model at the start, or a derivative is not finite.
            /// </exception>
            /// <exception cref="OperationCanceledException">The token was set.</exception>
        """;

    private static string JacobianOf(CurveForm form, bool hasJacobian) =>
        hasJacobian ? $"Func<TX, double[], {form.Gradient}>? jac = null" : "";

    /// <summary>The type of a parameter in a reference, of a class without the mark for null.</summary>
    private static string ReferenceOf(string option)
    {
        string parameter = option[..option.IndexOf(" = ", StringComparison.Ordinal)];
        string type = parameter[..parameter.LastIndexOf(' ')];
        bool isValue =
            char.IsAsciiLetterLower(type[0]) || type is "NanPolicy?" or "LeastSquaresMethod?" or "TrSolver?";
        return isValue ? type : type.TrimEnd('?');
    }

    private static string CurveFit(CurveForm form, bool hasJacobian)
    {
        string[] options =
            [.. CurveFitOptions(JacobianOf(form, hasJacobian))];
        string core = form.Points == "TX" ? "FitAll" : "FitPoints";
        string jacobian = hasJacobian ? "jac" : "jac: null";
        // Models of scalars go first; and a start of 0 must not be taken for the first of the schemes.
        int priority = (form.Scalars > 0 ? 1 : 0) - (hasJacobian ? 0 : 2);
        string[] properties =
        [
            .. hasJacobian ? Array.Empty<string>() : ["Differences = jac"],
            .. form.Scalars > 0 ? [$"ParameterCount = {form.Scalars}"] : Array.Empty<string>(),
            .. options.Select(NameOf).Where(name => name != "jac").Select(name =>
                $"{(name == "cancellationToken" ? "Cancellation" : Capitalized(name))} = {name}"),
        ];
        return $$"""
            {{CurveFitDocs(form, hasJacobian)}}    [OverloadResolutionPriority({{priority}})]
                public static CurveFitResult CurveFit<TX, TY>(
                    {{form.Function}} f,
                    {{form.Points}} xdata,
                    IReadOnlyList<TY> ydata,
                    {{(hasJacobian ? "" : "DifferenceScheme jac,\n        ")}}{{string.Join(",\n        ", options)}})
                    where TY : INumberBase<TY>
                {
                    ArgumentNullException.ThrowIfNull(f);
                    return {{core}}(
                        {{(form.Scalars > 0 ? DifferencesOf(form.Scalars) : "f")}},
                        xdata,
                        ydata,
                        {{jacobian}},
                        new()
                        {
                            {{string.Join(",\n                ", properties)}},
                        });
                }
            """;
    }

    /// <summary>A loop that calls the model itself, with parameters that are no array's elements.</summary>
    private static string DifferencesOf(int scalars)
    {
        string values = string.Join(", ", Numbers(scalars).Select(j => $"p[{j - 1}]"));
        string names = string.Join(", ", Numbers(scalars).Select(j => $"p{j}"));
        string declaration = scalars == 1 ? "double p1 = p[0];"
            : scalars > 8 ? $"var ({names}) =\n                    ({values});"
            : $"var ({names}) = ({values});";
        return $$"""
            (x, p, y, differences) =>
                        {
                            {{declaration}}
                            for (int i = 0; i < x.Length; i++)
                            {
                                differences[i] = f(x[i], {{names}}) - y[i];
                            }
                        }
            """;
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);
}
