namespace MinpackNet;

/// <summary>The Gauss–Newton step over some of the parameters.</summary>
internal abstract class NewtonStep
{
    /// <param name="isFree">Which parameters may move.</param>
    /// <param name="step">Receives a value for each parameter, 0 for those that may not.</param>
    public abstract void Find(ReadOnlySpan<bool> isFree, Span<double> step);
}
