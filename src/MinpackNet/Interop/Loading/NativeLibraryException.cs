using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The native library could not be used: it is missing, made for another platform, or of another version.</summary>
public sealed class NativeLibraryException : Exception
{
    internal NativeLibraryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static NativeLibraryException NotLoaded(Exception reason)
    {
        string rid = RuntimeInformation.RuntimeIdentifier;
        string where = NativeLoader.GivenPath is { } path
            ? $"It was looked for at {path}, as MinpackLibrary.Use or {MinpackLibrary.PathVariable} asked; give the full path "
                + "of a build for this platform, or none."
            : $"It was looked for beside the application, in {AppContext.BaseDirectory}, and in runtimes/{rid}/native below "
                + "it. If the application was published for another runtime identifier, publish it for this one; if the "
                + "file was deleted, restore the package.";
        return new(
            $"The native library '{NativeMethods.Library}' could not be loaded for {rid}. {where} The system said: "
            + reason.Message,
            reason);
    }

    internal static NativeLibraryException WrongVersion(int found, int wanted) =>
        new(
            $"The native library '{NativeMethods.Library}' has version {Show(found)}, but this assembly needs {Show(wanted)}. "
            + $"It was looked for, for {RuntimeInformation.RuntimeIdentifier}, "
            + (NativeLoader.GivenPath is { } path ? $"at {path}" : $"in {AppContext.BaseDirectory} and the folders below it")
            + ". Remove stale copies of the file and build or restore again.",
            innerException: null);

    private static string Show(int version) => $"{version / 10000}.{version / 100 % 100}.{version % 100}";
}
