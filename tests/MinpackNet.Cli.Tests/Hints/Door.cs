using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>A way into the library, with all names that its user can write there.</summary>
/// <param name="Name">What it is called in failures.</param>
/// <param name="Types">The types whose members and parameters the user can write.</param>
/// <param name="Options">The options of a command.</param>
internal sealed record Door(string Name, Type[] Types, string[] Options)
{
    private const BindingFlags Public =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Type[] Shared =
    [
        typeof(NonFinitePolicy), typeof(Arithmetic), typeof(MinpackLibrary), typeof(SparseMatrix), typeof(LossFunction),
    ];

    // Names of programs and people, which look like names of code.
    private static readonly string[] Proper = ["SciPy", "CMinpack", "MinpackNet", "MathNet", "NaN"];

    // Parameters whose names are words.
    private static readonly string[] Words =
        ["callback", "workers", "args", "band", "bounds", "f", "factor", "loss", "m", "mesg", "options", "sigma", "x"];

    public static readonly Door Command = new(
        "minpack fit", [], [.. FitCommand.Create(NoStreams).Options.Select(option => option.Name)]);

    /// <summary>All commands, for texts that may belong to any of them.</summary>
    public static readonly Door AnyCommand = new(
        "minpack",
        [],
        [
            .. new[]
                {
                    FitCommand.Create(NoStreams), CompareCommand.Create(NoStreams), NistCommand.Create(NoStreams),
                    CertifyCommand.Create(),
                }
                .SelectMany(command => command.Options).Select(option => option.Name),
        ]);

    public static readonly Door Fitting = new(
        "CurveFit.Fit",
        [.. typeof(CurveFit).Assembly.GetExportedTypes(), typeof(LeastSquaresOptions), typeof(LeastSquaresStatus),
            typeof(Loss), .. Shared],
        []);

    public static readonly Door LeastSquaresSolve = new(
        "LeastSquares",
        [typeof(LeastSquares), typeof(LeastSquaresOptions), typeof(LeastSquaresWorkspace), typeof(FitBatch),
            typeof(LossFunction), typeof(LeastSquaresMethod), typeof(Loss), typeof(Bounds), typeof(SparseMatrix),
            .. Shared],
        []);

    public static readonly Door Equations = new(
        "NonlinearEquations",
        [
            typeof(NonlinearEquations), typeof(NonlinearEquationsOptions), typeof(NonlinearEquationsWorkspace),
            typeof(LeastSquares), .. Shared,
        ],
        []);

    /// <summary>Leastsq, Fsolve, LeastSquares and CheckGrad, which take no options.</summary>
    public static readonly Door SciPy = new(
        "Optimize",
        [
            typeof(Optimize), typeof(MinpackLibrary), typeof(LeastSquaresMethod), typeof(LossFunction),
            typeof(DifferenceScheme), typeof(Bounds), typeof(XScale), typeof(SparseMatrix), typeof(TrSolver),
            typeof(TrOptions), typeof(JacobianOperator),
        ],
        []);

    public static readonly Door SciPyCurveFit = new(
        "Optimize.CurveFit",
        [
            typeof(Optimize), typeof(LeastSquaresOptions), typeof(Sigma), typeof(NanPolicy), typeof(LeastSquaresMethod),
            typeof(DifferenceScheme), .. Shared,
        ],
        []);

    private static readonly Door[] All =
        [Command, AnyCommand, Fitting, LeastSquaresSolve, Equations, SciPy, SciPyCurveFit];

    /// <summary>Parameters of any door that are no words, such as maxfev.</summary>
    private static readonly HashSet<string> Jargon =
        [.. typeof(Optimize).GetMethods(Public).SelectMany(ParametersOf).Where(name => name.All(char.IsLower) ||
            name.Any(char.IsDigit)).Except(Words)];

    private static Streams NoStreams => new(() => Stream.Null, TextWriter.Null, TextWriter.Null);

    private HashSet<string> Members => [.. Types.SelectMany(type => type.GetMembers(Public)).Select(item => item.Name)];

    private HashSet<string> Parameters => [.. Types.SelectMany(type => type.GetMethods(Public)).SelectMany(ParametersOf)
        .Concat(Types.SelectMany(type => type.GetConstructors()).SelectMany(made => made.GetParameters())
            .Select(parameter => parameter.Name!))];

    /// <summary>The names in a text that are none at this door.</summary>
    public string[] Missing(string text) => [.. Named(text).Distinct().Where(name => !Has(name))];

    /// <summary>
    /// The names in a text: options, members of types, words in Pascal or camel case, parameters that are no words, and
    /// whatever is to be set or raised.
    /// </summary>
    public static IEnumerable<string> Named(string text) =>
        Regex.Matches(text, @"(?<![\w-])--[a-z][a-z-]*|(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
            .Select(match => match.Value)
            .Where(word => word.StartsWith("--", StringComparison.Ordinal)
                || Regex.IsMatch(word, @"^[A-Z]\w*\.|^[A-Z][a-z0-9]+[A-Z]\w*$|^[a-z]+[A-Z]\w*$")
                || Jargon.Contains(word))
            .Concat(Regex.Matches(text, @"\b(?:[Ss]et|[Rr]aise|tighten|[Ll]eave) ([\w.-]*\w)(?= to\b|,|\.|;)")
                .Select(match => match.Groups[1].Value)
                .Where(word => word is not ("it" or "one" or "least")))
            .Except(Proper);

    private bool Has(string name) => name.StartsWith("--", StringComparison.Ordinal)
        ? Options.Contains(name)
        : name.Split('.') is [var type, .. var members]
            && (members.Length == 0
                ? Types.Any(known => known.Name == name) || Members.Contains(name) || Parameters.Contains(name)
                : HasPath(Types.FirstOrDefault(known => known.Name == type), members));

    private static bool HasPath(Type? type, ReadOnlySpan<string> members)
    {
        foreach (string member in members)
        {
            if (type?.GetMember(member, Public) is not [var found, ..])
            {
                return false;
            }

            type = (found as PropertyInfo)?.PropertyType;
        }

        return true;
    }

    private static IEnumerable<string> ParametersOf(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.Name!);
}
