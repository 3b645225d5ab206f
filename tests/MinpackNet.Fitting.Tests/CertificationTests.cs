using MinpackNet.Cli.Certification;

namespace MinpackNet.Fitting.Tests;

/// <summary>What minpack certify finds with the means of this library.</summary>
public sealed class CertificationTests
{
    [Theory]
    [InlineData(nameof(ToleranceMode.Default))]
    [InlineData(nameof(ToleranceMode.Tight))]
    public void Automatic_derivatives_reach_what_those_written_by_hand_reach(string tolerances)
    {
        ToleranceMode mode = Enum.Parse<ToleranceMode>(tolerances);
        List<Fit> analytic = Run(new(JacobianMode.Analytic, mode));
        List<Fit> automatic = Run(new(JacobianMode.Automatic, mode));
        Assert.Equal(
            analytic.Where(fit => fit.Reached).Select(fit => (fit.Set, fit.Start)),
            automatic.Where(fit => fit.Reached).Select(fit => (fit.Set, fit.Start)));
    }

    private static List<Fit> Run(CertificationSettings settings) =>
        [.. FitRunner.Run(settings, TestContext.Current.CancellationToken)];
}
