using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.Fsolve</c> does what SciPy's fsolve did in its recorded runs: the 55 cases of the MINPACK drivers, with
/// and without a Jacobian, transposed, banded, with the drivers' settings, a short first step and a tight tolerance.
/// </summary>
/// <remarks>
/// Where the equations' own bits are known, all is equal to the last bit, save for the runs that meet the machine
/// epsilon. That is so everywhere for the 243 runs that need nothing but arithmetic, and for 41 others where <see
/// cref="Libm.IsTheRecorded"/>. Over CMinpack the bits of <see cref="ExtremeEquations"/> differ.
/// </remarks>
public sealed class SciPyFsolveTests
{
    /// <summary>
    /// Runs that meet a triangle R with an exact zero on its diagonal, in whose place the dogleg step takes the machine
    /// epsilon times a column's largest element. SciPy 1.10 has that epsilon from the Fortran MINPACK,
    /// 2.22044604926e-16; a core that is built with the Fortran constants equals these runs, too, to the last bit.
    /// Powell's system is singular at its root; Brown's last equation is 2^-30 or less at the start, and its
    /// differences vanish.
    /// </summary>
    private static readonly string[] DecidedByEpsilon =
    [
        "case 4 default differences", "case 4 default Jacobian", "case 4 driver differences", "case 4 driver Jacobian",
        "case 4 col_deriv Jacobian", "case 4 factor0.1 differences", "case 4 xtol1e-12 differences",
        "case 5 default differences", "case 5 default Jacobian", "case 5 driver Jacobian",
        "case 6 default differences", "case 6 default Jacobian", "case 6 driver differences", "case 6 driver Jacobian",
        "case 33 default differences", "case 33 driver differences", "case 33 xtol1e-12 differences",
        "case 34 default differences", "case 34 driver differences", "case 34 xtol1e-12 differences",
    ];

    public static TheoryData<int, string> Runs =>
        [.. RecordedRoot.All.Select((run, index) => new TheoryDataRow<int, string>(index, run.Label))];

    [Fact]
    public void All_runs_are_compared_to_the_last_bit_unless_the_C_library_or_the_provider_is_another()
    {
        Assert.Equal(304, RecordedRoot.All.Count);
        Assert.Equal(304, RecordedRoot.All.Select(run => run.Label).Distinct().Count());
        Assert.Equal(Libm.IsTheRecorded ? 284 : 243, RecordedRoot.All.Count(HasKnownPath));
        Assert.Equal(
            Provider.IsBundled ? 304 : 265,
            RecordedRoot.All.Count(run => ExtremeEquations.KeepTheBitsOf(run.CaseNumber)));
        Assert.All(DecidedByEpsilon, label => Assert.Contains(RecordedRoot.All, run => run.Label == label));
        Assert.Equal(18, RecordedRoot.All.Count(run => run.IsBanded));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_comes_back(int index, string label)
    {
        RecordedRoot recorded = RecordedRoot.All[index];
        Assert.Equal(label, recorded.Label);
        FsolveResult result = recorded.Repeat();
        double norm = Math.Sqrt(result.InfoDict.Fvec.Sum(f => f * f));

        if (!HasKnownPath(recorded) || !ExtremeEquations.KeepTheBitsOf(recorded.CaseNumber))
        {
            // The same root to 1e-6, or for the trigonometric system the same valley, in which it stops for slow
            // progress.
            Assert.InRange(result.Ier, 1, 5);
            if (recorded.CaseNumber != ExtremeEquations.Chaotic)
            {
                Assert.Equal(recorded.ResidualNorm, norm, (0.05 * recorded.ResidualNorm) + 1e-6);
            }

            return;
        }

        FsolveInfo info = result.InfoDict;
        Assert.Equal((recorded.Ier, recorded.Nfev, recorded.Njev), (result.Ier, info.Nfev, info.Njev));
        Assert.Equal(recorded.X, result.X);
        Assert.Equal(recorded.Qtf, info.Qtf);
        int n = recorded.X.Length;
        Assert.Equal((n, n, n * (n + 1) / 2), (info.Fjac.GetLength(0), info.Fjac.GetLength(1), info.R.Length));
        if (recorded is { R: { } r, Fjac: { } fjac })
        {
            Assert.Equal(r, info.R);
            Assert.Equal(fjac.SelectMany(row => row), info.Fjac.Cast<double>());
        }

        // The recorded norm was summed by another routine; over at most 40 squares that is a last bit or two.
        Assert.Equal(recorded.ResidualNorm, norm, 1e-15 * norm);
    }

    private static bool HasKnownPath(RecordedRoot run) =>
        (Libm.IsTheRecorded || !run.NeedsLibm) && !DecidedByEpsilon.Contains(run.Label);
}
