namespace MinpackNet.Fitting;

/// <summary>
/// Frequencies that a grid of places cannot tell apart: with the spacing d of the grid, ω and ω - 2πj/d.
/// </summary>
internal static class Alias
{
    // Equal values at the places, which may be rounded, and different ones between them, in the size of all values.
    private const double Same = 0.1;
    private const double Different = 1e-3;
    private const double MoreDifferent = 10;

    // How far from a grid places are that lie on it but for rounding, in its spacing.
    private const double OffGrid = 0.01;

    // So many places tell whether values agree.
    private const int MostPlaces = 32;

    private static readonly double[] TurnsPerCycle = [2 * Math.PI, 1];

    /// <summary>The grid on which all places lie, but for rounding; null when they lie on none.</summary>
    public static Grid? GridOf(double[] x) => Grid.Of(x) is { Deviation: <= OffGrid } grid ? grid : null;

    /// <summary>
    /// The lowest value of parameter k, as an angular frequency, a frequency in cycles or a period, with which the
    /// model describes the data as well to within what noise explains, but has other values in between; null for none
    /// below the given one. Another parameter may have to change with it: a phase, or a place where the phase is zero.
    /// </summary>
    public static double? Of(FitProblem problem, double[] free, int k, double[] x, Grid grid)
    {
        double[] places = [.. x.Distinct().Order().Take(MostPlaces)];
        double[] between = [.. places.Skip(1).Zip(places, (next, place) => place + (0.37 * (next - place)))];
        double[] here = problem.ValuesAt(free, [places]);
        double size = Norms.Of(here);
        double most = FrequencyFold.MostWithinNoise(problem, problem.SumOfSquares(free), OptimumTest.Floor(problem));
        foreach ((double lower, double[] candidate) in Candidates(free, k, grid.Origin, grid.Spacing))
        {
            double change = Norms.OfDifference(here, problem.ValuesAt(candidate, [places]));
            if (change <= Same * size
                && problem.SumOfSquares(candidate) <= most
                && problem.ValuesAt(free, [between]) is var before
                && Norms.OfDifference(before, problem.ValuesAt(candidate, [between]))
                    > Math.Max(Different * Norms.Of(before), MoreDifferent * change))
            {
                // The negative frequency is the positive one with the phase turned around.
                return Math.Abs(lower);
            }
        }

        return null;
    }

    private static IEnumerable<(double Lower, double[] Point)> Candidates(
        double[] free, int k, double first, double spacing)
    {
        foreach ((double frequency, double unit, bool isPeriod) in new[]
        {
            (free[k], 2 * Math.PI / spacing, false),
            (free[k], 1 / spacing, false),
            (1 / free[k], 1 / spacing, true),
        })
        {
            double turns = Math.Round(frequency / unit);
            double other = frequency - (turns * unit);
            if (turns == 0 || !double.IsFinite(other) || other == 0)
            {
                continue;
            }

            double lower = isPeriod ? 1 / other : other;
            double[] moved = [.. free];
            moved[k] = lower;
            yield return (lower, moved);
            for (int j = 0; j < free.Length; j++)
            {
                foreach (double value in j == k ? [] : Compensations(free[j]))
                {
                    double[] both = [.. moved];
                    both[j] = value;
                    yield return (lower, both);
                }
            }

            IEnumerable<double> Compensations(double value)
            {
                foreach (double cycle in TurnsPerCycle)
                {
                    yield return value + (cycle * turns * first / spacing);
                    yield return value - (cycle * turns * first / spacing);
                }

                yield return ((frequency * value) - (turns * unit * first)) / other;
            }
        }
    }
}
