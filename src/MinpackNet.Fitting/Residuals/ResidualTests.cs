namespace MinpackNet.Fitting;

/// <summary>
/// Whether the residuals of a fit look like independent normal errors. They are divided by the standard deviations of
/// the observations where these were given; the first two tests take them in the order of a single predictor, otherwise
/// in that of the points. A test is null where there are too few points for it, or nothing to test.
/// </summary>
/// <param name="Runs">Whether their signs change as often as those of noise.</param>
/// <param name="Autocorrelation">Whether they differ from their neighbors as much as noise; for at least 6.</param>
/// <param name="Normality">Whether their distribution is normal; for at least 20.</param>
public sealed record ResidualTests(RunsTest? Runs, AutocorrelationTest? Autocorrelation, NormalityTest? Normality);
