using System.Text.Json.Nodes;
using MinpackNet.Tests.Nist;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>One recorded run of SciPy's leastsq: what it was asked, and what it answered.</summary>
internal sealed class RecordedFit
{
    /// <summary>
    /// The epsilon of the recorded difference steps: SciPy 1.10 takes it from the Fortran MINPACK, which has it to 12
    /// digits.
    /// </summary>
    private const double RecordedEpsilon = 2.22044604926e-16;

    private readonly JsonNode _recorded;
    private readonly Func<double[], double[]> _residuals;
    private readonly Func<double[], double[,]>? _jacobian;
    private readonly double[] _start;

    private RecordedFit(
        JsonNode recorded, string label, TestCase? problem, Func<double[], double[]> residuals,
        Func<double[], double[,]> jacobian, double[] start)
    {
        _recorded = recorded;
        _residuals = residuals;
        _jacobian = (bool)recorded["analyticJacobian"]! ? jacobian : null;
        _start = start;
        Label = $"{label} {Mode} {(_jacobian is null ? "differences" : "Jacobian")}";
        NeedsLibm = problem is null || problem.NeedsLibm;
    }

    public static IReadOnlyList<RecordedFit> All { get; } =
    [
        .. Runs("mgh").Select(run =>
        {
            TestCase problem = LeastSquaresProblems.Cases[(int)run["case"]! - 1];
            return new RecordedFit(
                run, $"case {problem.Number}", problem, problem.Residuals, problem.Jacobian, problem.Start());
        }),
        .. Runs("nist").Select(run =>
        {
            FormulaProblem problem = FormulaProblem.All[(string)run["name"]!];
            int start = (int)run["start"]!;
            return new RecordedFit(
                run, $"{run["name"]} from {start}", problem: null, problem.Residuals, problem.Jacobian,
                problem.Starts[start - 1]);
        }),
    ];

    public string Label { get; }

    /// <summary>Whether the residuals depend on the C library's mathematical functions.</summary>
    public bool NeedsLibm { get; }

    public int Ier => (int)_recorded["ier"]!;

    public int Nfev => (int)_recorded["nfev"]!;

    public int? Njev => (int?)_recorded["njev"];

    public double[] X => JsonNumbers.Vector(_recorded["x"]);

    public double[] Qtf => JsonNumbers.Vector(_recorded["qtf"]);

    /// <summary>Recorded from 1, as before SciPy 1.15; here from 0.</summary>
    public int[] Ipvt => [.. _recorded["ipvt"]!.AsArray().Select(pivot => (int)pivot! - 1)];

    /// <summary>The rows of the triangle R from the diagonal on.</summary>
    public double[][] Triangle => JsonNumbers.Rows(_recorded["Rrows"]);

    public double[][]? CovX => _recorded["cov_x"] is { } rows ? JsonNumbers.Rows(rows) : null;

    public double ResidualNorm => JsonNumbers.Number(_recorded["fnorm"]);

    /// <summary>Recorded for the smaller data sets.</summary>
    public double[]? Fvec => _recorded["fvec"] is { } values ? JsonNumbers.Vector(values) : null;

    /// <summary>Recorded for the smaller data sets.</summary>
    public double[][]? Fjac => _recorded["fjac"] is { } rows ? JsonNumbers.Rows(rows) : null;

    private string Mode => (string)_recorded["mode"]!;

    public LeastsqResult Repeat()
    {
        (double ftol, double xtol, double gtol, int maxfev) = Mode switch
        {
            "default" => (1.49012e-8, 1.49012e-8, 0, 0),
            "driver" => (Math.Pow(2, -26), Math.Pow(2, -26), 0, 0),
            "tol1e-12" => (1e-12, 1e-12, 1e-12, 200_000),
            "tight" => (1e-15, 1e-15, 1e-15, 200_000),
            _ => throw new InvalidOperationException($"unknown mode {Mode}"),
        };
        return Optimize.Leastsq(
            _residuals, _start, _jacobian, ftol: ftol, xtol: xtol, gtol: gtol, maxfev: maxfev, epsfcn: RecordedEpsilon);
    }

    private static IEnumerable<JsonNode> Runs(string name) =>
        JsonNode.Parse(TestData.Read($"scipy/{name}_leastsq.json"))!["runs"]!.AsArray().Select(run => run!);
}
