namespace MinpackNet.Fitting.Tests;

/// <summary>A report is a page that a person can read.</summary>
public sealed class ReportTests
{
    private static readonly NistData Data = NistData.Of("Misra1a");

    [Fact]
    public void It_holds_estimates_with_their_errors_statistics_and_correlations()
    {
        FitResult fit = CurveFit.Fit<Saturation>(Data.X.Columns[0], Data.Y, [("b1", 500), ("b2", 1e-4)]);
        string[] expected =
        [
            "Converged: the sum of squares changes by less than the function tolerance. (19 evaluations, and 15",
            "of the derivatives)",
            "",
            "parameter    estimate   std. error   95 % from          to    start",
            "b1              238.9          2.7       233.0       244.8      500",
            "b2          0.0005502    0.0000073   0.0005343   0.0005660   0.0001",
            "",
            "14 points, degrees of freedom          12",
            "sum of squares (chi-squared)     0.124551",
            "reduced chi-squared             0.0103793",
            "residual standard deviation      0.101879",
            "R-squared                        0.999982",
            "AIC                               -20.379",
            "BIC                              -18.4619",
            "",
            "correlation        b1",
            "b2            -0.9988",
        ];
        Assert.Equal(expected, fit.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void It_shows_what_is_fixed_and_the_level_asked_for()
    {
        FitOptions options = new() { Fixed = ["b2"] };
        FitResult fit = CurveFit.Fit<Saturation>(Data.X.Columns[0], Data.Y, [("b1", 500), ("b2", 6e-4)], options);
        string report = fit.ToReport(0.999);
        Assert.Contains("99.9 % from", report, StringComparison.Ordinal);
        Assert.Contains("b2            0.0006        fixed", report, StringComparison.Ordinal);
        Assert.DoesNotContain("correlation", report, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ToReport(1));
    }

    [Theory]
    [InlineData(238.94212918, 2.7070075, "238.9")]
    [InlineData(5.5015643e-4, 7.27e-6, "0.0005502")]
    [InlineData(12345.678, 0.0996, "12345.68")]
    [InlineData(12345.678, 234, "12350")]
    [InlineData(-0.5, 2, "-0.5")]
    [InlineData(1.5, 23, "2")]
    [InlineData(0, 0.12, "0.00")]
    [InlineData(6.02214e23, 1.2e19, "6.02214e+23")]
    [InlineData(6.02214e-23, 1.2e-26, "6.0221e-23")]
    [InlineData(1.2e-26, 1.2e-26, "1.2e-26")]
    [InlineData(3, 1e-30, "3.000000000000000e+00")]
    [InlineData(3.25, double.PositiveInfinity, "3.25")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, "infinite")]
    [InlineData(double.NaN, double.NaN, "-")]
    public void A_number_ends_with_the_second_digit_of_its_error(double value, double error, string expected) =>
        Assert.Equal(expected, NumberText.WithError(value, error));
}
