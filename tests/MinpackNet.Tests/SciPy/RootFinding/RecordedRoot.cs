using System.Text.Json.Nodes;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>One recorded run of SciPy's fsolve: what it was asked, and what it answered.</summary>
internal sealed class RecordedRoot
{
    /// <summary>As in <see cref="RecordedFit"/>.</summary>
    private const double RecordedEpsilon = 2.22044604926e-16;

    private readonly JsonNode _recorded;
    private readonly TestCase _problem;

    private RecordedRoot(JsonNode recorded)
    {
        _recorded = recorded;
        _problem = EquationProblems.Cases[(int)recorded["case"]! - 1];
        Label = $"case {_problem.Number} {Mode} {(HasJacobian ? "Jacobian" : "differences")}";
    }

    public static IReadOnlyList<RecordedRoot> All { get; } =
    [
        .. JsonNode.Parse(TestData.Read("scipy/mgh_fsolve.json"))!["runs"]!.AsArray()
            .Select(run => new RecordedRoot(run!)),
    ];

    public string Label { get; }

    public int CaseNumber => _problem.Number;

    /// <summary>Whether the equations depend on the C library's mathematical functions.</summary>
    public bool NeedsLibm => _problem.NeedsLibm;

    public bool IsBanded => _recorded["band"] is not null;

    public int Ier => (int)_recorded["ier"]!;

    public int Nfev => (int)_recorded["nfev"]!;

    public int? Njev => (int?)_recorded["njev"];

    public double[] X => JsonNumbers.Vector(_recorded["x"]);

    public double ResidualNorm => JsonNumbers.Number(_recorded["fnorm"]);

    /// <summary>Recorded for the smaller systems.</summary>
    public double[][]? Fjac => _recorded["fjac"] is { } rows ? JsonNumbers.Rows(rows) : null;

    /// <summary>Recorded for the smaller systems.</summary>
    public double[]? R => _recorded["r"] is { } values ? JsonNumbers.Vector(values) : null;

    public double[] Qtf => JsonNumbers.Vector(_recorded["qtf"]);

    private string Mode => (string)_recorded["mode"]!;

    private bool HasJacobian => (bool)_recorded["analyticJacobian"]!;

    public FsolveResult Repeat()
    {
        bool asDriver = Mode is "driver" or "band-driver";
        bool transposed = Mode == "col_deriv";
        Func<double[], double[,]> jacobian =
            transposed ? x => TestMatrices.Transposed(_problem.Jacobian(x)) : _problem.Jacobian;
        return Optimize.Fsolve(
            _problem.Residuals,
            _problem.Start(),
            HasJacobian ? jacobian : null,
            transposed,
            xtol: asDriver ? Math.Pow(2, -26) : Mode == "xtol1e-12" ? 1e-12 : 1.49012e-8,
            band: _recorded["band"] is { } band ? ((int)band[0]!, (int)band[1]!) : null,
            epsfcn: RecordedEpsilon,
            factor: Mode == "factor0.1" ? 0.1 : 100,
            diag: asDriver ? [.. Enumerable.Repeat(1.0, _problem.ParameterCount)] : null);
    }
}
