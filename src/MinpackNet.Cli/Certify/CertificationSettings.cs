using System.Text.Json.Serialization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>How the fits of a certification run, and what is expected of them.</summary>
/// <param name="Jacobian">Where the solver takes the Jacobian from.</param>
/// <param name="Tolerances">
/// The tolerances of the solver; the search strategy always uses tight ones.
/// </param>
/// <param name="Strategy">Whether each fit is a single solve or a search for the lowest minimum.</param>
/// <param name="Start">Where the fits start; from nowhere only with automatic derivatives and the search.</param>
internal sealed record CertificationSettings(
    JacobianMode Jacobian,
    ToleranceMode Tolerances,
    FitStrategy Strategy = FitStrategy.Plain,
    StartMode Start = StartMode.Nist)
{
    private const double RequiredOfOneSolve = 4;
    private const double RequiredOfSearch = 6;
    private const int ExpectedOfSearch = 54;
    private const int ExpectedWithoutStart = 27;

    // How many of the 54 fits reach the required digits in SciPy 1.10, with forward differences.
    private const int ExpectedWithDefaultTolerances = 46;
    private const int ExpectedWithTightTolerances = 53;

    // The machine epsilon of Fortran MINPACK, and so of SciPy 1.10: 2^-52 rounded up to 12 digits. It sets the step of
    // forward differences. The expected scores were reached with it, and its last bits decide fits that end close to
    // the required digits: with 2^-52 itself, Bennett5 from start 2 has 3.7 digits at the default tolerances, not 4.8.
    private const double ScipyMachineEpsilon = 2.22044604926e-16;

    private const double TightTolerance = 1e-15;
    private const int TightMaxEvaluations = 200_000;

    /// <summary>The digits that the worst parameter of a fit needs for the fit to count.</summary>
    public double RequiredDigits => IsSearch ? RequiredOfSearch : RequiredOfOneSolve;

    /// <summary>The number of fits that must reach <see cref="RequiredDigits"/>.</summary>
    public int ExpectedFits => Start == StartMode.None ? ExpectedWithoutStart
        : IsSearch ? ExpectedOfSearch
        : Tolerances == ToleranceMode.Tight ? ExpectedWithTightTolerances
        : ExpectedWithDefaultTolerances;

    /// <summary>Whether each fit is a search.</summary>
    [JsonIgnore]
    public bool IsSearch => Strategy == FitStrategy.Search;

    /// <summary>MINPACK: ftol.</summary>
    public double FunctionTolerance => SolverOptions.FunctionTolerance;

    /// <summary>MINPACK: xtol.</summary>
    public double StepTolerance => SolverOptions.StepTolerance;

    /// <summary>MINPACK: gtol.</summary>
    public double GradientTolerance => SolverOptions.GradientTolerance;

    /// <summary>MINPACK: maxfev; null for SciPy's default or the search's own.</summary>
    public int? MaxEvaluations => IsSearch ? null : SolverOptions.MaxEvaluations;

    /// <summary>MINPACK: epsfcn; null when the derivatives are exact.</summary>
    public double? ResidualPrecision => SolverOptions.ResidualPrecision;

    /// <summary>The options of the solver.</summary>
    [JsonIgnore]
    public LeastSquaresOptions SolverOptions { get; } = OptionsFor(Tolerances) with
    {
        ResidualPrecision = Jacobian == JacobianMode.Forward ? ScipyMachineEpsilon : null,
    };

    private static LeastSquaresOptions OptionsFor(ToleranceMode tolerances) => tolerances == ToleranceMode.Tight
        ? new()
        {
            FunctionTolerance = TightTolerance,
            StepTolerance = TightTolerance,
            GradientTolerance = TightTolerance,
            MaxEvaluations = TightMaxEvaluations,
        }
        : LeastSquaresOptions.Default;
}
