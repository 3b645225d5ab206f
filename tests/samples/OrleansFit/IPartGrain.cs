namespace MinpackNet.Samples;

/// <summary>Runs parts of jobs, wherever Orleans puts it.</summary>
internal interface IPartGrain : IGrainWithIntegerKey
{
    /// <summary>Runs a part. It is pure: a second run of it after a death does no harm.</summary>
    /// <param name="order">The job, the part, and its data if they are not made there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PartReply> RunAsync(PartOrder order, CancellationToken cancellationToken);
}
