namespace MinpackNet.Cli.Certification;

/// <summary>How far the solver is driven.</summary>
internal enum ToleranceMode
{
    Default,
    Tight,
}
