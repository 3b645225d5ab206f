using System.Text.Json.Nodes;
using MinpackNet.Tests.Nist;

namespace MinpackNet.Tests.SciPy;

/// <summary>
/// One recorded run of SciPy's curve_fit with bounds, a loss, or another method than lm: what it was asked, and what it
/// answered.
/// </summary>
/// <remarks>The residuals are fitted to zeros, as in <see cref="RecordedCurveFit"/>.</remarks>
internal sealed class RecordedBoundedCurveFit
{
    private readonly JsonNode _recorded;
    private readonly FormulaProblem _problem;
    private readonly double[] _start;

    private RecordedBoundedCurveFit(JsonNode recorded)
    {
        _recorded = recorded;
        int start = (int)recorded["start"]!;
        _problem = FormulaProblem.All[(string)recorded["name"]!];
        _start = _problem.Starts[start - 1];
        string?[] parts =
        [
            $"{recorded["name"]} from {(HasStart ? start : "the bounds")}", (string?)recorded["method"] ?? "no method",
            (string?)recorded["jac"] ?? "no jac", (string)recorded["bounds"]!, (string?)recorded["sigma"],
            IsAbsolute ? "absolute" : null, (string?)recorded["loss"],
            recorded["x_scale"]!.ToJsonString() == "1.0" ? "unscaled" : null,
        ];
        Label = string.Join(' ', parts.OfType<string>());
    }

    public static IReadOnlyList<RecordedBoundedCurveFit> All { get; } =
    [
        .. JsonNode.Parse(TestData.Read("scipy/curve_fit_bounds.json"))!["runs"]!.AsArray()
            .Select(run => new RecordedBoundedCurveFit(run!)),
    ];

    public string Label { get; }

    /// <summary>Whether SciPy raised because the solver did not converge.</summary>
    public bool Raised => _recorded["exception"] is not null;

    /// <summary>
    /// Whether SciPy took the same path from points and values moved by a last bit; null where that was not tried.
    /// </summary>
    public bool? SamePath => (bool?)_recorded["samePath"];

    private bool HasStart => _recorded["p0Used"] is null;

    private bool IsAbsolute => (bool?)_recorded["absolute_sigma"] ?? false;

    public CurveFitResult Repeat()
    {
        int count = _problem.Residuals(_start).Length;
        Bounds? bounds = _recorded["lb"] is { } lower
            ? new(JsonNumbers.Vector(lower), JsonNumbers.Vector(_recorded["ub"]))
            : null;
        LeastSquaresMethod? method = (string?)_recorded["method"] is { } name
            ? Enum.Parse<LeastSquaresMethod>(name, ignoreCase: true)
            : null;
        XScale? scale = _recorded["x_scale"]!.ToJsonString() == "1.0" ? null : XScale.Jac;
        Loss? loss = _recorded["loss"] is null ? null : LossFunction.SoftL1;
        double fScale = (double?)_recorded["f_scale"] ?? 1;
        InitialGuess? start = HasStart ? _start : null;
        string? scheme = (string?)_recorded["jac"];
        if (scheme == "3-point")
        {
            return Optimize.CurveFit(
                (problem, b) => problem.Residuals(b), _problem, new double[count], DifferenceScheme.ThreePoint, start,
                Sigma(count), IsAbsolute, bounds: bounds, method: method, loss: loss, fScale: fScale, xScale: scale,
                maxNfev: (int)_recorded["max_nfev"]!);
        }

        return Optimize.CurveFit(
            (problem, b) => problem.Residuals(b), _problem, new double[count], start, Sigma(count), IsAbsolute,
            jac: scheme switch
            {
                "analytic" => (problem, b) => problem.Jacobian(b),
                "cs" => Optimize.ComplexStep<FormulaProblem>((problem, b) => problem.ComplexModel(b)),
                _ => null,
            },
            bounds: bounds, method: method, loss: loss, fScale: fScale, xScale: scale,
            maxNfev: (int)_recorded["max_nfev"]!);
    }

    /// <summary>How a result differs from the recording; null if it does not.</summary>
    public string? Difference(CurveFitResult fit)
    {
        (int, int) path = ((int)_recorded["nfev"]!, (int)_recorded["ier"]!);
        if (path != (fit.InfoDict.Nfev, fit.Ier))
        {
            return $"path {path} became {(fit.InfoDict.Nfev, fit.Ier)}";
        }

        double[] popt = JsonNumbers.Vector(_recorded["popt"]);
        double least = 1e-8 * popt.Max(Math.Abs);
        double error = popt.Zip(fit.Popt, (a, b) => Math.Abs(a - b) / Math.Max(Math.Abs(a), least)).Max();
        double covarianceError = CovarianceError(fit.Pcov);
        double allowed = Allowed("spreadPopt");
        double covarianceAllowed = Allowed("spreadPcov");
        return error <= allowed && covarianceError <= covarianceAllowed
            ? null
            : $"popt differs by {error:G3} of {allowed:G3}, pcov by {covarianceError:G3} of {covarianceAllowed:G3}";
    }

    /// <summary>As the recording says: 100 times what a last bit did, and 1e-10.</summary>
    private double Allowed(string spread) => (100 * ((double?)_recorded[spread] ?? 0)) + 1e-10;

    /// <summary>The largest error of an element relative to the standard errors that belong to it.</summary>
    private double CovarianceError(double[,] covariance)
    {
        int n = covariance.GetLength(0);
        double[]? diagonal = _recorded["pcovDiag"] is { } given ? JsonNumbers.Vector(given) : null;
        double[][]? rows = diagonal is null ? JsonNumbers.Rows(_recorded["pcov"]) : null;
        double most = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (rows is not null || i == j)
                {
                    double expected = rows is null ? diagonal![i] : rows[i][j];
                    double unit = Math.Sqrt(Variance(i) * Variance(j));
                    most = Math.Max(most, Math.Abs(covariance[i, j] - expected) / unit);
                }
            }
        }

        return most;

        double Variance(int i) => diagonal is null ? rows![i][i] : diagonal[i];
    }

    private Sigma? Sigma(int count)
    {
        double[] sigma = [.. Enumerable.Range(0, count).Select(i => 1 + (0.5 * (7 * i % 5)))];
        return (string?)_recorded["sigma"] switch
        {
            "sigma" => sigma,
            "cov" => TestMatrices.Of(count, count, (i, j) => Math.Pow(0.3, Math.Abs(i - j)) * sigma[i] * sigma[j]),
            _ => null,
        };
    }
}
