using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The F test of lack of fit (Draper and Smith 1998, section 2.1): where points are repeated, whether the model misses
/// their means by more than they scatter about them, which no model of the same predictors could describe. It is exact
/// for linear models with normal errors and approximate for others.
/// </summary>
/// <param name="SumOfSquares">
/// What the model misses: <see cref="FitResult.ChiSquared"/> without the pure error.
/// </param>
/// <param name="DegreesOfFreedom">The number of different points minus that of fitted parameters.</param>
/// <param name="PureError">
/// The sum of the squared deviations of repeated observations from their (weighted) mean, in the unit of
/// <see cref="FitResult.ChiSquared"/>.
/// </param>
/// <param name="PureErrorDegreesOfFreedom">The number of points minus that of different ones.</param>
/// <param name="Statistic">F, the ratio of the two, each divided by its degrees of freedom.</param>
/// <param name="PValue">The probability of so large an F if the model is right.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record LackOfFitTest(
    double SumOfSquares,
    int DegreesOfFreedom,
    double PureError,
    int PureErrorDegreesOfFreedom,
    double Statistic,
    double PValue)
{
    /// <summary>
    /// The test; null with a loss, without enough repeated or different points, and where all that are repeated agree,
    /// as rounded numbers and copies do.
    /// </summary>
    /// <param name="problem">The fit.</param>
    /// <param name="chiSquared">What it leaves.</param>
    /// <param name="fitted">The number of fitted parameters.</param>
    internal static LackOfFitTest? Of(FitProblem problem, double chiSquared, int fitted)
    {
        if (problem.Loss is not null || (problem.Columns is [var x] && Columns.Ascend(x, strictly: true)))
        {
            return null;
        }

        int[] places = PlacesOf(problem);
        int m = places.Length;
        int count = places.Max() + 1;
        int freedom = count - fitted;
        if (freedom <= 0 || count == m)
        {
            return null;
        }

        double pure = PureErrorOf(problem, places, count);
        double missed = Math.Max(chiSquared - pure, 0);
        double ratio = missed / freedom / (pure / (m - count));
        return pure > 0 && double.IsFinite(ratio)
            ? new(missed, freedom, pure, m - count, ratio, Tail.OfF(ratio, freedom, m - count))
            : null;
    }

    /// <summary>For each point, the number of its place from 0: the same where all predictors agree.</summary>
    private static int[] PlacesOf(FitProblem problem)
    {
        int[] places = new int[problem.PointCount];
        foreach (double[] column in problem.Columns)
        {
            Dictionary<(int, double), int> known = [];
            for (int i = 0; i < places.Length; i++)
            {
                if (!known.TryGetValue((places[i], column[i]), out int place))
                {
                    known[(places[i], column[i])] = place = known.Count;
                }

                places[i] = place;
            }
        }

        return places;
    }

    private static double PureErrorOf(FitProblem problem, int[] places, int count)
    {
        // Relative to the first of each place, so that the mean of equal numbers is exactly theirs.
        double[] first = new double[count];
        double[] shift = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            first[place] = weights[place] == 0 ? problem.Observations[i] : first[place];
            weights[place] += WeightOf(i);
            shift[place] += WeightOf(i) * (problem.Observations[i] - first[place]);
        }

        double sum = 0;
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            double deviation = problem.Observations[i] - first[place] - (shift[place] / weights[place]);
            sum += WeightOf(i) * deviation * deviation;
        }

        return sum;

        double WeightOf(int i) => problem.Weights is { } weights ? weights[i] * weights[i] : 1;
    }
}
