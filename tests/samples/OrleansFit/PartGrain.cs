using MinpackNet.Fitting;
using Orleans.Runtime;

namespace MinpackNet.Samples;

/// <summary>Runs one part and is gone.</summary>
/// <param name="processors">Those of the silo, for one part at a time.</param>
/// <param name="silo">Where it is.</param>
internal sealed class PartGrain(SemaphoreSlim processors, ILocalSiloDetails silo) : Grain, IPartGrain
{
    /// <inheritdoc/>
    public async Task<PartReply> RunAsync(PartOrder order, CancellationToken cancellationToken)
    {
        int port = silo.SiloAddress.Endpoint.Port;
        await processors.WaitAsync(cancellationToken);
        try
        {
            // Off the silo's own threads, which are for messages.
            FittedPart fitted = await Task.Run(() => Run(order, cancellationToken), cancellationToken);
            return new(fitted.ToJson(), null, port);
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException or InvalidOperationException)
        {
            return new(null, PartReply.RefusalOf(refusal), port);
        }
        finally
        {
            processors.Release();
            DeactivateOnIdle();
        }
    }

    private static FittedPart Run(PartOrder order, CancellationToken cancellationToken)
    {
        FitJob job = FitJob.FromJson(order.Job);
        FitPart part = new(order.Number, order.First, order.Count);
        if (order.Data is not { } data)
        {
            return job.Run(part, Decays.Times, Decays.Of(part), null, cancellationToken);
        }

        Predictors x = Predictors.FromColumns([.. data.X.Select(column => (column.Key, column.Value))]);
        return job.Run(part, x, data.Y, data.Sigma, cancellationToken);
    }
}
