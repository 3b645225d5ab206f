using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>One way in which C# can fit many data sets, in memory that is used again.</summary>
/// <param name="name">What it is called in the report.</param>
/// <param name="workload">With the start of every fit.</param>
/// <param name="count">The number of data sets.</param>
/// <param name="fitAll">Turns the starts of all fits into their solutions.</param>
/// <param name="twin">A way that finds the same bits; null for a way that is the first of its kind.</param>
internal sealed class BatchWay(
    string name, Workload workload, int count, Action<FitBatch> fitAll, BatchWay? twin = null)
{
    private readonly FitBatch _fits = new(count, workload.Start.Length, workload.ResidualCount);
    private long _allocated;
    private long _fitted;

    public string Name => name;

    /// <summary>The parameters of all fits, from the last run.</summary>
    public ReadOnlySpan<double> Found => _fits.Parameters;

    /// <summary>What the collector has had to provide for one fit, on all threads, over all runs.</summary>
    public double BytesPerFit => (double)_allocated / _fitted;

    public bool HasBitsOfTwin =>
        twin is null || MemoryMarshal.AsBytes(Found).SequenceEqual(MemoryMarshal.AsBytes(twin.Found));

    /// <summary>The seconds of so many runs over all data sets.</summary>
    public double Time(int runs)
    {
        double seconds = 0;
        for (int run = 0; run < runs; run++)
        {
            for (int fit = 0; fit < count; fit++)
            {
                workload.Start.CopyTo(_fits.ParametersOf(fit));
            }

            Action fitThem = () => fitAll(_fits);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            seconds += Race.Time(fitThem);
            _allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
            _fitted += count;
        }

        return seconds;
    }
}
