namespace MinpackNet.Fitting;

/// <summary>An exchange among the free parameters of a fit, by their indices.</summary>
internal sealed class FreeExchange
{
    private readonly (int First, int Second)[] _pairs;
    private readonly int[] _turned;

    private FreeExchange((int First, int Second)[] pairs, int[] turned)
    {
        _pairs = pairs;
        _turned = turned;
    }

    /// <summary>The parameters that change.</summary>
    public IEnumerable<int> Places => [.. _pairs.SelectMany(pair => (int[])[pair.First, pair.Second]), .. _turned];

    /// <summary>The exchanges of a fit, without those of parameters that are fixed or tied.</summary>
    public static FreeExchange[] Of(FitProblem problem)
    {
        return [.. ((problem.Model as Formula)?.Exchanges ?? [])
            .Select(exchange => new FreeExchange(
                [.. exchange.Pairs.Select(pair => (Place(pair.First), Place(pair.Second)))],
                [.. exchange.Turned.Select(Place)]))
            .Where(exchange => exchange.Places.All(k => k >= 0))];

        int Place(string name) => Array.FindIndex(problem.Free, j => problem.Names[j] == name);
    }

    public bool IsCanonical(double[] point) => point[_pairs[0].First] <= point[_pairs[0].Second];

    public double[] ImageOf(double[] point)
    {
        double[] image = [.. point];
        foreach ((int first, int second) in _pairs)
        {
            (image[first], image[second]) = (point[second], point[first]);
        }

        Array.ForEach(_turned, k => image[k] = -point[k]);
        return image;
    }
}
