namespace MinpackNet.Tests;

/// <summary>Tests that look at the whole process, and so run while no other does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
