namespace MinpackNet.Cli;

/// <summary>How far the solver is driven.</summary>
internal enum ToleranceMode
{
    Default,
    Tight,
}
