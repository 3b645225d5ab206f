namespace MinpackNet.Cli;

/// <summary>Where the fits of a certification start.</summary>
internal enum StartMode
{
    /// <summary>From both starts of each set.</summary>
    Nist,

    /// <summary>From the formula and the data alone.</summary>
    None,
}
