namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.CurveFit</c> does what SciPy's curve_fit did in its recorded runs: the 27 regression sets of NIST from
/// both starts, without sigma, with relative and with absolute sigma, and with the model's derivatives.
/// </summary>
/// <remarks>
/// Where <see cref="Libm.IsTheRecorded"/> everything but the covariance is equal to the last bit. Elsewhere a last bit
/// of exp or pow decides how many steps a path takes, so only the end is compared.
/// </remarks>
public sealed class SciPyCurveFitTests
{
    /// <summary>
    /// Runs that end where the last bits decide: cut short by the limit on evaluations, or saved just before it (MGH09,
    /// MGH17), or stuck where the model has gone flat (BoxBOD, MGH17, Rat43).
    /// </summary>
    private static readonly string[] EndAnywhere =
        ["BoxBOD from 1 ", "MGH09 from 1 ", "MGH17 from 1 ", "Rat43 from 1 sigma"];

    public static TheoryData<int, string> Runs =>
        [.. RecordedCurveFit.All.Select((run, index) => new TheoryDataRow<int, string>(index, run.Label))];

    [Fact]
    public void All_runs_are_compared()
    {
        Assert.Equal(270, RecordedCurveFit.All.Count);
        Assert.Equal(270, RecordedCurveFit.All.Select(run => run.Label).Distinct().Count());
        Assert.Equal(14, RecordedCurveFit.All.Count(run => run.Raised));
        Assert.Equal(3, RecordedCurveFit.All.Count(run => run.Warned));
        Assert.All(EndAnywhere, start => Assert.Contains(
            RecordedCurveFit.All, run => run.Label.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_comes_back(int index, string label)
    {
        RecordedCurveFit recorded = RecordedCurveFit.All[index];
        Assert.Equal(label, recorded.Label);
        CurveFitResult? fit = null;
        LeastsqResult? failure = null;
        try
        {
            fit = recorded.Repeat();
        }
        catch (FitFailedException exception)
        {
            failure = exception.Result;
        }

        if (Libm.IsTheRecorded || !EndAnywhere.Any(start => label.StartsWith(start, StringComparison.Ordinal)))
        {
            AssertSameEnd(recorded, fit, failure);
        }

        if (Libm.IsTheRecorded && fit is not null)
        {
            AssertSameBits(recorded, fit);
            AssertSameCovariance(recorded, fit);
        }
    }

    private static void AssertSameEnd(RecordedCurveFit recorded, CurveFitResult? fit, LeastsqResult? failure)
    {
        if (recorded.Raised)
        {
            Assert.Equal(LeastSquaresStatus.TooManyEvaluations, failure?.Status);
            return;
        }

        // Both stop within ftol, 1.5e-8, of the minimum; where the data are met exactly, 1e-15 absolute is left.
        double norm = Norm(fit!);
        Assert.Equal(recorded.ResidualNorm, norm, (1e-7 * recorded.ResidualNorm) + 1e-14);
        Assert.Equal(recorded.Warned, !fit!.PcovIsEstimated);
    }

    private static void AssertSameBits(RecordedCurveFit recorded, CurveFitResult fit)
    {
        Assert.Equal((recorded.Ier, recorded.Nfev), (fit.Ier, fit.InfoDict.Nfev));
        Assert.Equal(recorded.Popt, fit.Popt);

        // The recorded norm was summed by another routine; over at most 250 squares that is a few last bits.
        Assert.Equal(recorded.ResidualNorm, Norm(fit), 2e-15 * recorded.ResidualNorm);
    }

    /// <summary>SciPy inverts R with another library, in another order of sums; so it sums the variance.</summary>
    private static void AssertSameCovariance(RecordedCurveFit recorded, CurveFitResult fit)
    {
        if (recorded.Warned)
        {
            Assert.All(recorded.Pcov, row => Assert.All(row, value => Assert.Equal(double.PositiveInfinity, value)));
            Assert.All(fit.Pcov.Cast<double>(), value => Assert.Equal(double.PositiveInfinity, value));
            return;
        }

        int n = fit.Popt.Length;
        double variance =
            recorded.HasAbsoluteSigma ? 1 : Math.Pow(Norm(fit), 2) / (fit.InfoDict.Fvec.Length - n);
        double[][] triangle =
        [
            .. Enumerable.Range(0, n)
                .Select(i => Enumerable.Range(i, n - i).Select(j => fit.InfoDict.Fjac[j, i]).ToArray()),
        ];
        double[,] bound = CovarianceBound.Of(triangle, fit.InfoDict.Ipvt);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double expected = recorded.Pcov[i][j];
                // 1e-14: a variance is a sum of at most 250 squares.
                Assert.Equal(expected, fit.Pcov[i, j], (variance * bound[i, j]) + (1e-14 * Math.Abs(expected)));
            }
        }
    }

    private static double Norm(CurveFitResult fit) => Math.Sqrt(fit.InfoDict.Fvec.Sum(f => f * f));
}
