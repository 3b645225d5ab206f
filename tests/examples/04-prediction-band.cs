#:project ../../src/MinpackNet.Fitting
// Bands: where the curve may run, and where the next observation may fall. Here later censuses put them to the test.
// Data: population of the United States in millions, censuses from 1790 to 1970 (U.S. Census Bureau, public domain), as
// in R's data set uspop; McNeil, Interactive Data Analysis (1977).
// Expect: a limit of 315.5 ± 31.0 million, which the population has passed since: a logistic curve described
// 180 years well and predicted badly. The censuses counted 226.5 in 1980, 248.7 in 1990, 281.4 in 2000.
using MinpackNet.Fitting;

double[] years = [.. Enumerable.Range(0, 19).Select(i => 1790.0 + (10 * i))];
double[] millions =
[
    3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2, 62.9, 76.0, 92.0, 105.7, 122.8, 131.7, 151.3, 179.3,
    203.2,
];
Formula logistic = Formula.Parse("limit/(1 + exp(-(year - middle)/scale))", ["year"]);
FitResult fit = CurveFit.Fit(logistic, years, millions, [("limit", 300), ("middle", 1920), ("scale", 30)]);
foreach (FitParameter p in fit.Parameters)
{
    Console.WriteLine($"{p.Name,-6} {p.Value,9:F3} ± {p.StandardError,6:F3}");
}

double[] future = [1980, 1990, 2000];
double[] counted = [226.5, 248.7, 281.4];
Band curve = fit.ConfidenceBand(future);
Band census = fit.PredictionBand(future);
Console.WriteLine("year  curve  95 % of the curve  95 % of a census  counted");
for (int i = 0; i < future.Length; i++)
{
    bool inside = counted[i] >= census.Lower[i] && counted[i] <= census.Upper[i];
    Console.WriteLine(
        $"{future[i]}  {curve.Values[i]:F1}    {curve.Lower[i]:F1} to {curve.Upper[i]:F1}    "
        + $"{census.Lower[i]:F1} to {census.Upper[i]:F1}    {counted[i]:F1} {(inside ? "inside" : "outside")}");
}
