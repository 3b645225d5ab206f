namespace MinpackNet;

/// <summary>
/// A Jacobian disagrees with its residuals at the start. Thrown only when a solve is asked to check its Jacobian, with
/// the option <c>CheckJacobian</c>.
/// </summary>
public sealed class JacobianMismatchException : Exception
{
    internal JacobianMismatchException(string message, IReadOnlyList<JacobianEntry> entries)
        : base(message) => Entries = entries;

    /// <summary>The entries that disagree, column by column.</summary>
    public IReadOnlyList<JacobianEntry> Entries { get; }
}
