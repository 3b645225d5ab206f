using System.Text.Json.Nodes;
using MinpackNet.Tests.Nist;

namespace MinpackNet.Tests.SciPy;

/// <summary>One recorded run of SciPy's curve_fit: what it was asked, and what it answered.</summary>
/// <remarks>
/// The residuals are fitted to zeros, which keeps them to the last bit: a model rebuilt from them, minus the response,
/// would not.
/// </remarks>
internal sealed class RecordedCurveFit
{
    /// <summary>As in <see cref="RecordedFit"/>.</summary>
    private const double RecordedEpsilon = 2.22044604926e-16;

    private readonly JsonNode _recorded;
    private readonly FormulaProblem _problem;
    private readonly double[] _start;
    private readonly string _variant;

    private RecordedCurveFit(JsonNode recorded)
    {
        _recorded = recorded;
        _variant = (string)recorded["variant"]!;
        int start = (int)recorded["start"]!;
        _problem = FormulaProblem.All[(string)recorded["name"]!];
        _start = _problem.Starts[start - 1];
        Label = $"{recorded["name"]} from {start} {_variant}";
    }

    public static IReadOnlyList<RecordedCurveFit> All { get; } =
    [
        .. JsonNode.Parse(TestData.Read("scipy/nist_curve_fit.json"))!["runs"]!.AsArray()
            .Select(run => new RecordedCurveFit(run!)),
    ];

    public string Label { get; }

    /// <summary>Whether SciPy raised because the solver did not converge.</summary>
    public bool Raised => _recorded["exception"] is not null;

    public int Ier => (int)_recorded["ier"]!;

    public int Nfev => (int)_recorded["nfev"]!;

    public double[] Popt => JsonNumbers.Vector(_recorded["popt"]);

    public double[][] Pcov => JsonNumbers.Rows(_recorded["pcov"]);

    /// <summary>SciPy warns when it cannot estimate the covariance.</summary>
    public bool Warned => _recorded["warnings"]!.AsArray().Count > 0;

    /// <summary>The norm of the weighted residuals.</summary>
    public double ResidualNorm => JsonNumbers.Number(_recorded["fvecNorm"]);

    public bool HasAbsoluteSigma => _variant == "sigma-absolute";

    public CurveFitResult Repeat()
    {
        int count = _problem.Residuals(_start).Length;
        double[] sigma = [.. Enumerable.Range(0, count).Select(i => 1 + (0.5 * (7 * i % 5)))];
        return Optimize.CurveFit(
            (problem, b) => problem.Residuals(b),
            _problem,
            new double[count],
            _start,
            _variant.StartsWith("sigma", StringComparison.Ordinal) ? sigma : (Sigma?)null,
            HasAbsoluteSigma,
            jac: _variant.EndsWith("jac", StringComparison.Ordinal) ? (problem, b) => problem.Jacobian(b) : null,
            options: new() { ResidualPrecision = RecordedEpsilon });
    }
}
