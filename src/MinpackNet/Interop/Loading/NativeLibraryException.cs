namespace MinpackNet;

/// <summary>
/// The native library cannot be used: it is missing, built for another platform, or of another version.
/// </summary>
public sealed class NativeLibraryException : Exception
{
    internal NativeLibraryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
