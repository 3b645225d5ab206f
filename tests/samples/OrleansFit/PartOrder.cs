namespace MinpackNet.Samples;

/// <summary>A part of a job for a silo.</summary>
/// <param name="Job">The job in JSON.</param>
/// <param name="Number">The number of the part.</param>
/// <param name="First">Its first fit.</param>
/// <param name="Count">How many it has.</param>
/// <param name="Data">Null where the silo makes the data.</param>
[GenerateSerializer, Immutable]
internal sealed record PartOrder(
    [property: Id(0)] string Job,
    [property: Id(1)] int Number,
    [property: Id(2)] int First,
    [property: Id(3)] int Count,
    [property: Id(4)] PartData? Data);
