using System.Numerics;
using System.Text.Json.Nodes;
using MinpackNet.Tests.Nist;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>One recorded run of SciPy's least_squares: what it was asked, and what it answered.</summary>
internal sealed class RecordedLeastSquares
{
    private static readonly JsonNode File = JsonNode.Parse(TestData.Read("scipy/least_squares.json"))!;

    private static readonly Dictionary<string, RobustProblem> Robust =
        File["robustData"]!.AsObject().ToDictionary(set => set.Key, set => new RobustProblem(set.Key, set.Value!));

    private readonly JsonNode _recorded;
    private readonly Func<double[], double[]> _residuals;
    private readonly Func<double[], double[,]> _jacobian;
    private readonly double[] _start;
    private readonly Func<Complex[], Complex[]>? _complex;

    private RecordedLeastSquares(
        JsonNode recorded, string problem, Func<double[], double[]> residuals, Func<double[], double[,]> jacobian,
        double[] start, Func<Complex[], Complex[]>? complex = null)
    {
        _recorded = recorded;
        _complex = complex;
        _residuals = residuals;
        _jacobian = jacobian;
        _start = recorded["x0"] is { } given ? JsonNumbers.Vector(given) : start;
        Label = string.Join(
            ' ',
            ((string?[])
            [
                problem, Method.ToString().ToLowerInvariant(), Scheme, _recorded["x_scale"]?.ToJsonString(),
                (string?)_recorded["loss"], _recorded["f_scale"]?.ToJsonString(), Between("lb", "ub"),
                _recorded["x0"] is null ? null : $"from {_recorded["x0"]!.ToJsonString()}",
                _recorded["optionValues"]?.ToJsonString(),
            ]).OfType<string>()).Replace("\"", "", StringComparison.Ordinal);
    }

    public static IReadOnlyList<RecordedLeastSquares> All { get; } =
        [.. File["runs"]!.AsArray().Select(run => Of(run!))];

    public string Label { get; }

    /// <summary>Whether the residuals depend on the C library's mathematical functions; the losses do not.</summary>
    public bool NeedsLibm => !((bool?)_recorded["elementary"] ?? false);

    /// <summary>Whether the derivatives come from complex steps, whose arithmetic is the runtime's.</summary>
    public bool IsComplex => Scheme == "cs";

    public LeastSquaresMethod Method =>
        Enum.Parse<LeastSquaresMethod>((string)_recorded["method"]!, ignoreCase: true);

    private string Scheme => (string)_recorded["jac"]!;

    private LossFunction Loss => Enum.Parse<LossFunction>(
        ((string?)_recorded["loss"] ?? "linear").Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>
    /// The solver of least squares moves a step along outliers by up to 5.5e-8, whose rows of the Jacobian these losses
    /// make small.
    /// </summary>
    private double Slack =>
        Method == LeastSquaresMethod.Dogbox && Loss is LossFunction.Huber or LossFunction.Cauchy or LossFunction.Arctan
            ? 1e-6 : 1e-10;

    public OptimizeResult Repeat()
    {
        Bounds bounds = _recorded["lb"] is { } lower
            ? new(JsonNumbers.Vector(lower), JsonNumbers.Vector(_recorded["ub"]))
            : Bounds.None;
        XScale scale = _recorded["x_scale"] switch
        {
            JsonArray values => JsonNumbers.Vector(values),
            JsonValue => XScale.Jac,
            _ => 1,
        };
        double fScale = (double?)_recorded["f_scale"] ?? 1;
        JsonNode? options = _recorded["optionValues"];
        double? ftol = Tolerance("ftol");
        double? xtol = Tolerance("xtol");
        double? gtol = Tolerance("gtol");
        int? limit = (int?)(options?["max_nfev"] ?? _recorded["max_nfev"]);
        if (Scheme is "analytic" or "cs")
        {
            return Optimize.LeastSquares(
                _residuals, _start, Scheme == "cs" ? Optimize.ComplexStep(_complex!) : _jacobian,
                bounds, Method, ftol, xtol, gtol, scale, Loss, fScale,
                maxNfev: limit, cancellationToken: TestContext.Current.CancellationToken);
        }

        double[]? steps = options?["diff_step"] switch
        {
            JsonArray values => JsonNumbers.Vector(values),
            JsonValue value => [(double)value],
            _ => null,
        };
        return Optimize.LeastSquares(
            _residuals, _start, Scheme == "2-point" ? DifferenceScheme.TwoPoint : DifferenceScheme.ThreePoint, bounds,
            Method, ftol, xtol, gtol, scale, Loss, fScale, steps,
            maxNfev: limit, cancellationToken: TestContext.Current.CancellationToken);

        double? Tolerance(string name) =>
            options is JsonObject given && given.ContainsKey(name) ? (double?)given[name] : 1e-8;
    }

    /// <summary>How a result differs from the recording; null if it does not.</summary>
    public string? Difference(OptimizeResult result)
    {
        int[] mask = _recorded["active_mask"] is JsonArray values
            ? [.. values.Select(value => (int)value!)]
            : new int[result.X.Length];
        (int, int?, int) path = ((int)_recorded["nfev"]!, (int?)_recorded["njev"], (int)_recorded["status"]!);
        if (path != (result.Nfev, result.Njev, result.Status) || !mask.SequenceEqual(result.ActiveMask))
        {
            return $"path {path} [{string.Join(' ', mask)}] became {(result.Nfev, result.Njev, result.Status)} "
                + $"[{string.Join(' ', result.ActiveMask)}]";
        }

        double[] x = JsonNumbers.Vector(_recorded["x"]);
        double least = 1e-8 * x.Max(Math.Abs);
        double xError = x.Zip(result.X, (a, b) => Math.Abs(a - b) / Math.Max(Math.Abs(a), least)).Max();
        double cost = (double)_recorded["cost"]!;
        double costError = cost == result.Cost ? 0 : Math.Abs(cost - result.Cost) / Math.Abs(cost);
        double xAllowed = (100 * (double)_recorded["spreadX"]!) + Slack;
        double costAllowed = (100 * (double)_recorded["spreadCost"]!) + Slack;
        return xError <= xAllowed && (costError <= costAllowed || Math.Abs(cost - result.Cost) < 1e-20)
            ? null
            : $"x differs by {xError:G3} of {xAllowed:G3}, cost by {costError:G3} of {costAllowed:G3}";
    }

    private static RecordedLeastSquares Of(JsonNode run)
    {
        switch ((string)run["set"]!)
        {
            case "mgh":
                int number = (int)run["nprob"]!;
                TestCase problem = new(
                    0, number, LeastSquaresProblems.All[number - 1], (int)run["n"]!, (int)run["m"]!,
                    (double)run["startFactor"]!);
                return new(
                    run, $"MGH {number} times {problem.Factor}", problem.Residuals, problem.Jacobian, problem.Start(),
                    x => ComplexDriverProblems.Residuals(number, x, (int)run["m"]!));
            case "nist":
                FormulaProblem set = FormulaProblem.All[(string)run["name"]!];
                int start = (int)run["start"]!;
                return new(run, $"{run["name"]} from {start}", set.Residuals, set.Jacobian, set.Starts[start - 1]);
            default:
                RobustProblem robust = Robust[(string)run["name"]!];
                return new(
                    run, (string)run["name"]!, robust.Residuals, robust.Jacobian, robust.Start,
                    robust.ComplexResiduals);
        }
    }

    private string? Between(string lower, string upper) => _recorded[lower] is { } lb
        ? $"between {lb.ToJsonString()} and {_recorded[upper]!.ToJsonString()}"
        : null;
}
