using System.Numerics;
using System.Text.Json.Nodes;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>One recorded run of SciPy's least_squares with a sparse Jacobian or by LSMR.</summary>
internal sealed class RecordedSparseLeastSquares
{
    private readonly JsonNode _recorded;
    private readonly SparseProblem _problem;

    private RecordedSparseLeastSquares(JsonNode recorded)
    {
        _recorded = recorded;
        _problem = SparseProblem.Named((string)recorded["name"]!, (int)recorded["n"]!);
        Label = $"{recorded["name"]} {recorded["n"]} {Text("method")} {Text("variant")} {Text("bounds")}".TrimEnd();
    }

    public static IReadOnlyList<RecordedSparseLeastSquares> All { get; } =
    [
        .. JsonNode.Parse(TestData.Read("scipy/least_squares_sparse.json"))!["runs"]!.AsArray()
            .Select(run => new RecordedSparseLeastSquares(run!)),
    ];

    public string Label { get; }

    public LeastSquaresMethod Method => Enum.Parse<LeastSquaresMethod>(Text("method"), ignoreCase: true);

    /// <summary>How many calls of the function SciPy made, differences included.</summary>
    public int RecordedCalls => (int)_recorded["funCalls"]!;

    public int Calls { get; private set; }

    public bool IsDense => Text("variant") is "dense exact" or "dense lsmr";

    public OptimizeResult Repeat()
    {
        Calls = 0;
        double[] x0 = _problem.Start;
        Bounds bounds = Text("bounds") == "box" ? Box(x0) : Bounds.None;
        XScale scale = _recorded["x_scale"] is null ? 1 : XScale.Jac;
        Loss? loss = _recorded["loss"] is null ? null : Loss.Huber(1);
        double fScale = (double?)_recorded["f_scale"] ?? 1;
        int? limit = (int?)_recorded["max_nfev"];
        JsonNode? options = _recorded["options"]?["tr_options"];
        TrOptions? trOptions = options is null
            ? null
            : new()
            {
                Atol = (double?)options["atol"] ?? 1e-6,
                Btol = (double?)options["btol"] ?? 1e-6,
                Regularize = (bool?)options["regularize"],
            };
        CancellationToken token = TestContext.Current.CancellationToken;
        switch (Text("variant"))
        {
            case "operator":
                return Optimize.LeastSquares(
                    Residuals, x0, _problem.Operator, bounds, Method, xScale: scale, trOptions: trOptions,
                    maxNfev: limit, cancellationToken: token);
            case "dense exact" or "dense lsmr":
                return Optimize.LeastSquares(
                    Residuals, x0, x => _problem.Jacobian(x).ToDense(), bounds, Method, xScale: scale, loss: loss,
                    fScale: fScale, trSolver: Text("variant") == "dense exact" ? null : TrSolver.Lsmr, maxNfev: limit,
                    cancellationToken: token);
            case "sparsity cs":
                return Optimize.LeastSquares(
                    Residuals, x0, Optimize.ComplexStep(ComplexResiduals, _problem.Structure), bounds, Method,
                    maxNfev: limit, cancellationToken: token);
            case string sparsity when sparsity.StartsWith("sparsity", StringComparison.Ordinal):
                double[]? steps = _recorded["options"]?["diff_step"] is { } step ? [(double)step] : null;
                return Optimize.LeastSquares(
                    Residuals, x0, Text("jac") == "3-point" ? DifferenceScheme.ThreePoint : DifferenceScheme.TwoPoint,
                    bounds, Method, diffStep: steps, jacSparsity: _problem.Structure, maxNfev: limit,
                    cancellationToken: token);
            default:
                return Optimize.LeastSquares(
                    Residuals, x0, _problem.Jacobian, bounds, Method, xScale: scale, loss: loss, fScale: fScale,
                    trOptions: trOptions, maxNfev: limit, cancellationToken: token);
        }
    }

    /// <summary>Bounds of which every third one holds a parameter back.</summary>
    public static Bounds Box(double[] x0)
    {
        double[] lower = new double[x0.Length];
        double[] upper = new double[x0.Length];
        for (int i = 0; i < x0.Length; i++)
        {
            lower[i] = i % 4 == 1 ? x0[i] - 0.3 : -2;
            upper[i] = i % 3 == 0 ? x0[i] + 0.2 : 5;
        }

        return new(lower, upper);
    }

    /// <summary>How a result differs from the recording; null if it does not.</summary>
    public string? Difference(OptimizeResult result)
    {
        int[] mask = MaskOf(_recorded["active_mask"]!, result.X.Length);
        (int, int, int) path = ((int)_recorded["nfev"]!, (int)_recorded["njev"]!, (int)_recorded["status"]!);
        if (path != (result.Nfev, result.Njev, result.Status) || !mask.SequenceEqual(result.ActiveMask))
        {
            return $"path {path} [{string.Join(' ', mask)}] became {(result.Nfev, result.Njev, result.Status)} "
                + $"[{string.Join(' ', result.ActiveMask)}]";
        }

        double[] expected = JsonNumbers.Vector(_recorded["x"]);
        double[] x = result.X;
        if (x.Length > 20)
        {
            expected = [.. expected, (double)_recorded["xNorm"]!, (double)_recorded["xSum"]!];
            x = [.. x[..3], .. x[^3..], Math.Sqrt(x.Sum(value => value * value)), x.Sum()];
        }

        double least = 1e-8 * expected.Max(Math.Abs);
        double xError = expected.Zip(x, (a, b) => Math.Abs(a - b) / Math.Max(Math.Abs(a), least)).Max();
        double cost = (double)_recorded["cost"]!;
        double costError = cost == result.Cost ? 0 : Math.Abs(cost - result.Cost) / Math.Abs(cost);
        double xAllowed = (100 * (double)_recorded["spreadX"]!) + 1e-10;
        double costAllowed = (100 * (double)_recorded["spreadCost"]!) + 1e-10;
        return xError <= xAllowed && (costError <= costAllowed || Math.Abs(cost - result.Cost) < 1e-20)
            ? null
            : $"x differs by {xError:G3} of {xAllowed:G3}, cost by {costError:G3} of {costAllowed:G3}";
    }

    private static int[] MaskOf(JsonNode mask, int length) => mask switch
    {
        JsonArray values => [.. values.Select(value => (int)value!)],
        JsonValue text when text.TryGetValue(out string? signs) =>
            [.. signs.Select(sign => sign == '+' ? 1 : sign == '-' ? -1 : 0)],
        _ => new int[length],
    };

    private double[] Residuals(double[] x)
    {
        Calls++;
        return _problem.Residuals(x);
    }

    private Complex[] ComplexResiduals(Complex[] x)
    {
        Calls++;
        return ComplexProblems.Residuals((string)_recorded["name"]!, x);
    }

    private string Text(string name) => (string?)_recorded[name] ?? "";
}
