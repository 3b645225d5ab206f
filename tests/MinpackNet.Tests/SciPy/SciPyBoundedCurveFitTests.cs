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
    /// <summary>Runs whose path hangs on rounding, which SciPy's own does too, and how they end here.</summary>
    private static readonly string[] DecidedByRounding = [];

    [Fact]
    public void Recorded_runs_come_back()
    {
        RecordedBoundedCurveFit[] runs = [.. RecordedBoundedCurveFit.All];
        Assert.Equal((503, 10), (runs.Length, runs.Count(run => run.Raised)));
        List<string> others = [];
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
                others.Add($"{run.SamePath} {run.Label}: {difference}");
            }
        }

        output.WriteLine(string.Join('\n', others));
        Assert.All(others, run => Assert.Contains(run, DecidedByRounding));
    }
}
