namespace MinpackNet.Fitting;

/// <summary>
/// Points with the same values of the model as an end, but with the signs of the start: a Gaussian is the same for both
/// signs of its width, a·tanh(x/c) for both signs of a and c together, and a sine for both signs of its frequency with
/// the phase half a turn on. And those at which parameters have traded places (<see cref="Exchange"/>).
/// </summary>
internal static class MirrorImages
{
    // The parameters whose signs change together, and up to how many parameters that is tried.
    private const int MostTogether = 3;
    private const int MostParameters = 12;

    // In radians and in cycles.
    private static readonly double[] HalfTurns = [Math.PI, -Math.PI, 0.5, -0.5];

    /// <summary>
    /// The points that may be mirror images of an end and are closer to the start, the closest first; within bounds,
    /// and with what bounds hold unchanged.
    /// </summary>
    public static IEnumerable<double[]> CloserTo(FitProblem problem, FitOutcome outcome, Closeness closeness)
    {
        double[] start = problem.FreeOf(problem.Start);
        double[] end = outcome.Parameters;
        int[] movable = [.. Enumerable.Range(0, end.Length)
            .Where(k => !outcome.Held.ContainsKey(problem.NameOfFree(k)))];
        IEnumerable<double[]> exchanged = FreeExchange.Of(problem)
            .Where(exchange => exchange.Places.All(movable.Contains))
            .Select(exchange => exchange.ImageOf(end));
        return exchanged.Concat(Of(start, end, movable))
            .Where(point => problem.IsWithin(point) && closeness.Compare(point, end) < 0)
            .OrderBy(point => Candidates.Distance(start, point))
            .ThenBy(point => Norms.OfDifference(start, point));
    }

    private static IEnumerable<double[]> Of(double[] start, double[] end, int[] movable)
    {
        int most = movable.Length > MostParameters ? 1 : MostTogether;
        foreach (int k in movable.Where(k => start[k] * end[k] < 0))
        {
            int[] others = [.. movable.Where(j => j != k)];
            foreach (int[] flipped in Subsets(others, most - 1))
            {
                double[] point = [.. end];
                point[k] = -point[k];
                Array.ForEach(flipped, j => point[j] = -point[j]);
                yield return point;
                // With all three signs, a sine needs no half turn.
                foreach (int j in flipped.Length + 1 < most ? others : [])
                {
                    foreach (double turn in HalfTurns)
                    {
                        double[] turned = [.. point];
                        turned[j] += turn;
                        yield return turned;
                    }
                }
            }
        }
    }

    private static IEnumerable<int[]> Subsets(int[] among, int most)
    {
        yield return [];
        for (int i = 0; i < among.Length && most > 0; i++)
        {
            foreach (int[] rest in Subsets(among[(i + 1)..], most - 1))
            {
                yield return [among[i], .. rest];
            }
        }
    }
}
