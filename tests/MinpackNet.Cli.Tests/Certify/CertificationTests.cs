using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>What minpack certify finds with the means of this library.</summary>
public sealed class CertificationTests
{
    [Theory]
    [InlineData(nameof(ToleranceMode.Default))]
    [InlineData(nameof(ToleranceMode.Tight))]
    public void Automatic_derivatives_reach_what_those_written_by_hand_reach(string tolerances)
    {
        ToleranceMode mode = Enum.Parse<ToleranceMode>(tolerances);
        List<SetFit> analytic = Run(new(JacobianMode.Analytic, mode));
        List<SetFit> automatic = Run(new(JacobianMode.Automatic, mode));
        Assert.Equal(Decided(analytic), Decided(automatic));

        // From there it takes 492 of at most 500 evaluations by hand: the last bits decide which comes first.
        static IEnumerable<(string, int?)> Decided(List<SetFit> fits) => fits
            .Where(fit => fit.Reached && (fit.Set, fit.Start) != ("MGH09", 1))
            .Select(fit => (fit.Set, fit.Start));
    }

    [Theory]
    [InlineData(nameof(JacobianMode.Forward), nameof(ToleranceMode.Default))]
    [InlineData(nameof(JacobianMode.Analytic), nameof(ToleranceMode.Tight))]
    [InlineData(nameof(JacobianMode.Automatic), nameof(ToleranceMode.Tight))]
    public void The_search_solves_all_54_fits_to_at_least_six_digits_and_certifies_nearly_all(
        string jacobian, string tolerances)
    {
        JacobianMode mode = Enum.Parse<JacobianMode>(jacobian);
        List<SetFit> fits = Run(new(mode, Enum.Parse<ToleranceMode>(tolerances), FitStrategy.Search));
        Assert.Equal(54, fits.Count);
        Assert.All(fits, fit => Assert.InRange(fit.ParameterDigits, 6, 11));
        Assert.All(fits, fit => Assert.True(fit.Reached));

        // A certificate may be refused although the end is right, when one of the two searches misses it: Gauss2 and
        // Gauss3 have three overlapping peaks. It may never be wrong, which the digits above show.
        Assert.InRange(fits.Count(fit => fit.IsCertified == true), 52, 54);
    }

    [Fact]
    public void All_27_sets_are_fitted_without_start_values_and_certified()
    {
        List<SetFit> fits = Run(new(
            JacobianMode.Automatic, ToleranceMode.Tight, FitStrategy.Search, StartMode.None));
        Assert.Equal(27, fits.Count);
        Assert.All(fits, fit => Assert.InRange(fit.ParameterDigits, 6, 11));
        Assert.All(fits, fit => Assert.True(fit.IsCertified));
        Assert.All(fits, fit => Assert.Null(fit.Start));
    }

    [Fact]
    public void Without_start_values_the_way_is_given()
    {
        Run run = Minpack.Run("certify", "--start", "none", "--strategy", "plain");
        Assert.Contains("--strategy has no effect with --start none", run.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Success, run.ExitCode);
    }

    private static List<SetFit> Run(CertificationSettings settings) =>
        [.. FitRunner.Run(settings, TestContext.Current.CancellationToken)];
}
