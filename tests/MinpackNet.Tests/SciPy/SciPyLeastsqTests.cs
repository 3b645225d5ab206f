namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.Leastsq</c>
/// does what SciPy's leastsq did in its recorded runs: the 53 cases of the MINPACK drivers and the 27 regression sets
/// of NIST from both starts, with and without a Jacobian, at several tolerances.
/// </summary>
/// <remarks>
/// Where the residuals' own bits are known, everything but the covariance is equal to the last bit. That is so
/// everywhere for the 164 runs that need nothing but arithmetic, and for the other 372 where <see
/// cref="Libm.IsTheRecorded"/>. Elsewhere a last bit of exp or pow decides how many steps a path takes (half of those
/// runs, when such bits are changed at random), so only the end is compared.
/// </remarks>
public sealed class SciPyLeastsqTests
{
    /// <summary>
    /// Runs that the limit on evaluations stops far from a minimum, on a path that doubles the last bits' differences
    /// at each step: where they stop depends on the C library. So does whether the last of them stops at 500 or just
    /// before.
    /// </summary>
    private static readonly string[] CutShort =
    [
        "case 26 default Jacobian", "case 26 driver Jacobian", "MGH10 from 1 default differences",
        "MGH09 from 1 default Jacobian",
    ];

    /// <summary>
    /// Of rank 1: R's rows from the second on are rounding errors, and its inverse is made of their quotients.
    /// </summary>
    private static readonly string[] WithoutCovariance = ["case 4 default Jacobian", "case 4 driver Jacobian"];

    public static TheoryData<int, string> Runs =>
        [.. RecordedFit.All.Select((run, index) => new TheoryDataRow<int, string>(index, run.Label))];

    [Fact]
    public void All_runs_are_compared_to_the_last_bit_unless_the_C_library_or_the_provider_is_another()
    {
        Assert.Equal(536, RecordedFit.All.Count);
        Assert.Equal(Libm.IsTheRecorded ? 536 : 164, RecordedFit.All.Count(HasKnownResiduals));
        Assert.Equal(
            Provider.IsBundled ? 536 : 513, RecordedFit.All.Count(run => Provider.KeepsTheBitsOf(run.Label)));
        Assert.Equal(536, RecordedFit.All.Select(run => run.Label).Distinct().Count());
        Assert.All(
            [.. CutShort, .. WithoutCovariance],
            label => Assert.Contains(RecordedFit.All, run => run.Label == label));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_comes_back(int index, string label)
    {
        RecordedFit recorded = RecordedFit.All[index];
        Assert.Equal(label, recorded.Label);
        LeastsqResult result = recorded.Repeat();

        AssertSameEnd(recorded, result);
        if (IsComparable(recorded))
        {
            AssertSameBits(recorded, result);
            AssertSameCovariance(recorded, result.CovX);
        }
    }

    [Fact]
    public void R_is_the_upper_triangle_of_the_transposed_fjac()
    {
        RecordedFit recorded = RecordedFit.All.Single(run => run.Label == "Misra1a from 1 default differences");
        LeastsqResult result = recorded.Repeat();
        Assert.Equal((2, 14), (result.InfoDict.Fjac.GetLength(0), result.InfoDict.Fjac.GetLength(1)));
        Assert.Equal([2, 1], recorded.Triangle.Select(row => row.Length));
        // The columns of J P have the lengths of R's columns; four digits are enough to see the order of the pivots.
        Assert.Equal([1, 0], result.InfoDict.Ipvt);
        Assert.Equal(2.8346e5, Math.Abs(result.InfoDict.Fjac[0, 0]), 1e1);
    }

    private static bool HasKnownResiduals(RecordedFit run) => Libm.IsTheRecorded || !run.NeedsLibm;

    private static bool IsComparable(RecordedFit run) => HasKnownResiduals(run) && Provider.KeepsTheBitsOf(run.Label);

    private static void AssertSameEnd(RecordedFit recorded, LeastsqResult result)
    {
        if (CutShort.Contains(recorded.Label))
        {
            return;
        }

        // MINPACK calls it converged where the differences are all zero.
        bool isStuck = result.InfoDict.Fjac.Cast<double>().All(value => value == 0);
        Assert.Equal(recorded.Ier is >= 1 and <= 4 && !isStuck, result.Success);

        // The largest differences from changed last bits are 1e-5 relative, where the limit on evaluations stops
        // Brown and Dennis, and 1e-15 absolute, where the data are met exactly. Ten times that is allowed.
        double norm = Math.Sqrt(result.InfoDict.Fvec.Sum(f => f * f));
        Assert.Equal(recorded.ResidualNorm, norm, (1e-4 * recorded.ResidualNorm) + 1e-14);
    }

    private static void AssertSameBits(RecordedFit recorded, LeastsqResult result)
    {
        LeastsqInfo info = result.InfoDict;
        Assert.Equal((recorded.Ier, recorded.Nfev, recorded.Njev), (result.Ier, info.Nfev, info.Njev));
        Assert.Equal(recorded.X, result.X);
        Assert.Equal(recorded.Qtf, info.Qtf);
        Assert.Equal(recorded.Ipvt, info.Ipvt);
        for (int i = 0; i < result.X.Length; i++)
        {
            for (int j = i; j < result.X.Length; j++)
            {
                Assert.Equal(recorded.Triangle[i][j - i], info.Fjac[j, i]);
            }
        }

        if (recorded.Fvec is { } fvec)
        {
            Assert.Equal(fvec, info.Fvec);
            AssertEqual(recorded.Fjac!, info.Fjac);
        }

        // The recorded norm was summed by another routine; over at most 250 squares that is a few last bits.
        double norm = Math.Sqrt(info.Fvec.Sum(f => f * f));
        Assert.Equal(recorded.ResidualNorm, norm, 2e-15 * norm);
    }

    /// <summary>SciPy inverts R with another library, in another order of sums.</summary>
    private static void AssertSameCovariance(RecordedFit recorded, double[,]? actual)
    {
        Assert.Equal(recorded.CovX is null, actual is null);
        if (recorded.CovX is not { } expected || WithoutCovariance.Contains(recorded.Label))
        {
            return;
        }

        double[,] bound = CovarianceBound.Of(recorded.Triangle, recorded.Ipvt);
        for (int i = 0; i < expected.Length; i++)
        {
            for (int j = 0; j < expected.Length; j++)
            {
                Assert.Equal(expected[i][j], actual![i, j], bound[i, j]);
            }
        }
    }

    private static void AssertEqual(double[][] expected, double[,] actual)
    {
        Assert.Equal((expected.Length, expected[0].Length), (actual.GetLength(0), actual.GetLength(1)));
        Assert.Equal(expected.SelectMany(row => row), actual.Cast<double>());
    }
}
