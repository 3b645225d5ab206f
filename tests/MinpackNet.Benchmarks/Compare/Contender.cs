namespace MinpackNet.Benchmarks.Compare;

/// <summary>One of several ways to do the same thing.</summary>
/// <param name="time">The seconds that so many runs take.</param>
internal sealed class Contender(Func<int, double> time)
{
    private readonly List<double> _samples = [];
    private int _bunch = 1;

    /// <summary>The median time of one run.</summary>
    public double Seconds
    {
        get
        {
            double[] sorted = [.. _samples.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>One run more than before, until a bunch of runs takes so long.</summary>
    public void WarmUp(double shortestBunch)
    {
        if (time(_bunch) < shortestBunch)
        {
            _bunch *= 2;
        }
    }

    public void Sample() => _samples.Add(time(_bunch) / _bunch);
}
