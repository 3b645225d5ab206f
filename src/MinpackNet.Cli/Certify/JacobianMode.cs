namespace MinpackNet.Cli;

/// <summary>Where the solver takes the Jacobian from.</summary>
internal enum JacobianMode
{
    Forward,
    Analytic,
    Automatic,
}
