namespace MinpackNet.Fitting;

/// <summary>Where the start of an attempt came from.</summary>
internal enum Origin
{
    /// <summary>From the caller.</summary>
    Given,

    /// <summary>From the best samples of the first search.</summary>
    FirstSearch,

    /// <summary>From the best samples of the second search.</summary>
    SecondSearch,

    /// <summary>From a sequence, however good or bad it looks.</summary>
    Unselected,

    /// <summary>From the points that the lowest end leaves farthest away.</summary>
    Standout,

    /// <summary>From some standard errors next to the lowest end.</summary>
    Around,
}
