using Orleans.Runtime;

namespace MinpackNet.Samples;

/// <summary>Calls of part grains, again where a silo was lost: a part is pure.</summary>
internal static class PartCall
{
    private const int MostAttempts = 6;

    /// <summary>Runs a part somewhere.</summary>
    /// <param name="grains">All grains.</param>
    /// <param name="key">That of the grain.</param>
    /// <param name="order">What it runs.</param>
    /// <param name="cancellationToken">Ends it, and the wait for a silo that no longer answers.</param>
    /// <returns>The reply, and how many calls it took.</returns>
    public static async Task<(PartReply Reply, int Calls)> RunAsync(
        IGrainFactory grains, long key, PartOrder order, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Task<PartReply> call = grains.GetGrain<IPartGrain>(key).RunAsync(order, cancellationToken);
                return (await call.WaitAsync(cancellationToken), attempt);
            }
            catch (Exception lost)
                when (lost is OrleansException or TimeoutException or IOException && attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5 * attempt), cancellationToken);
            }
        }
    }
}
