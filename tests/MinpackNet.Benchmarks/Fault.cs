namespace MinpackNet.Benchmarks;

/// <summary>What goes wrong during a solve.</summary>
internal enum Fault
{
    None,
    Throw,
    Cancel,
    NotANumber,
}
