namespace MinpackNet.Benchmarks;

/// <summary>A fault, and the call of the user's function at which it happens, from 1.</summary>
internal readonly record struct FaultPlan(Fault Fault, int AtCall)
{
    private const int LastCall = 12;

    /// <summary>No fault, and each fault at each of the first calls.</summary>
    public static FaultPlan[] All { get; } =
    [
        new(Fault.None, 0),
        .. from fault in Enum.GetValues<Fault>()
           where fault != Fault.None
           from call in Enumerable.Range(1, LastCall)
           select new FaultPlan(fault, call),
    ];
}
