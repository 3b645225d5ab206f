namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.CurveFit</c> takes the paths that SciPy's curve_fit took with bounds, with a loss, by trf and dogbox:
/// the regression sets of NIST, with bounds that cut the solution off and wide ones, with uncertainties and
/// covariances, with starts that the bounds imply, with the model's derivatives, differences of three points and
/// complex steps.
/// </summary>
/// <remarks>
/// Compared are the counts, the status, the parameters and their covariance, which is SciPy's by a singular value
/// decomposition. Where the C library is another than that of the recording, runs need not take the same path.
/// </remarks>
public sealed class SciPyBoundedCurveFitTests(ITestOutputHelper output)
{
    /// <summary>
    /// Runs that SciPy repeats from points moved by a last bit, and that end elsewhere here: the last bits of the cost
    /// decide whether ftol and xtol are met (Misra1a, MGH10), a variance is that of a direction in which the Jacobian
    /// is all but zero (MGH17), and <see cref="System.Numerics.Complex.Atan"/> has eight digits of a small imaginary
    /// part (Roszman1).
    /// </summary>
    private static readonly string[] DecidedByLinearAlgebra =
    [
        "Misra1a from 1 trf analytic wide", "MGH17 from 1 trf analytic cut", "Roszman1 from 2 trf cs wide",
        "MGH10 from 2 trf analytic wide", "MGH10 from 2 no method analytic wide",
    ];

    /// <summary>
    /// Runs that SciPy does not repeat, or where nobody tried: paths of hundreds of steps along a valley, some with
    /// residuals that vanish, and tests for the end that the last bits decide.
    /// </summary>
    private static readonly string[] DecidedByRounding =
    [
        "Misra1a from 1 trf analytic none", "Lanczos3 from 1 trf no jac wide", "Lanczos3 from 2 trf no jac wide",
        "Lanczos3 from 2 trf analytic wide sigma", "Lanczos3 from 2 trf analytic wide sigma absolute",
        "Lanczos3 from 2 trf analytic wide unscaled", "Lanczos3 from 2 trf analytic cut soft_l1",
        "Lanczos3 from the bounds trf analytic wide", "Hahn1 from 2 trf no jac wide", "MGH17 from 1 trf no jac wide",
        "Lanczos1 from 1 trf no jac wide", "Lanczos1 from 2 trf analytic wide", "Lanczos1 from 2 trf no jac wide",
        "Lanczos1 from 2 no method analytic wide", "Lanczos1 from 2 trf 3-point wide", "Lanczos1 from 2 trf cs wide",
        "Lanczos1 from the bounds trf analytic wide", "Lanczos2 from 1 trf no jac wide",
        "Lanczos2 from 2 trf analytic wide", "Lanczos2 from 2 trf no jac wide",
        "Lanczos2 from 2 no method analytic wide", "Lanczos2 from 2 trf 3-point wide", "Lanczos2 from 2 trf cs wide",
        "Lanczos2 from the bounds trf analytic wide", "Misra1c from 2 trf analytic none",
        "Misra1c from 2 trf analytic wide cov", "MGH10 from 2 dogbox analytic cut", "MGH10 from 2 trf no jac wide",
        "MGH10 from 2 dogbox analytic wide", "MGH10 from 2 trf analytic wide sigma",
        "MGH10 from 2 trf analytic wide sigma absolute", "MGH10 from 2 dogbox no jac wide cov absolute",
        "MGH10 from 2 trf 3-point wide", "MGH10 from 2 trf cs wide", "MGH10 from 2 trf analytic cut soft_l1",
        "Eckerle4 from the bounds trf analytic wide", "Bennett5 from 1 trf no jac wide",
    ];

    [Fact]
    public void Recorded_runs_come_back()
    {
        RecordedBoundedCurveFit[] runs = [.. RecordedBoundedCurveFit.All];
        Assert.Equal((503, 10), (runs.Length, runs.Count(run => run.Raised)));
        List<(bool SamePath, string Label, string Difference)> others = [];
        foreach (RecordedBoundedCurveFit run in runs)
        {
            string? difference;
            try
            {
                CurveFitResult fit = run.Repeat();
                difference = run.Raised ? "SciPy did not converge" : run.Difference(fit);
            }
            catch (FitFailedException exception)
            {
                difference = run.Raised ? null : exception.Message;
            }

            if (difference is not null)
            {
                others.Add((run.SamePath ?? false, run.Label, difference));
            }
        }

        output.WriteLine(string.Join('\n', others));
        if (Libm.IsTheRecorded)
        {
            Assert.All(others, run => Assert.Contains(
                run.Label, run.SamePath ? DecidedByLinearAlgebra : DecidedByRounding));
        }
    }
}
