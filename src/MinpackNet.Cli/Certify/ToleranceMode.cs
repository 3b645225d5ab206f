namespace MinpackNet.Cli;

/// <summary>The tolerances of the solver.</summary>
internal enum ToleranceMode
{
    Default,
    Tight,
}
