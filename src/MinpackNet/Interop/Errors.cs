using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <content>The native library, and the memory that it works in.</content>
internal static partial class Errors
{
    public static NativeLibraryException LibraryNotLoaded(Exception reason)
    {
        string rid = RuntimeInformation.RuntimeIdentifier;
        string where = NativeLoader.GivenPath is { } path
            ? $"The path {path} was given by MinpackLibrary.Use or {MinpackLibrary.PathVariable}; give the full path "
                + "of a build for this platform, or none."
            : $"It was looked for beside the application, in {AppContext.BaseDirectory}, and in runtimes/{rid}/native "
                + "below it. If the application was published for another runtime identifier, publish it for this one; "
                + "if the file was deleted, restore the package; to use a file elsewhere, give its path to "
                + $"MinpackLibrary.Use or in {MinpackLibrary.PathVariable}.";
        return new(
            $"The native library '{NativeMethods.Library}' could not be loaded for {rid}. {where} The system reported: "
            + reason.Message,
            reason);
    }

    public static NativeLibraryException WrongLibraryVersion(int found, int expected) =>
        new(
            $"The native library '{NativeMethods.Library}' has version {ShowVersion(found)}, but this assembly needs "
            + $"{ShowVersion(expected)}. It was looked for, for {RuntimeInformation.RuntimeIdentifier}, "
            + (NativeLoader.GivenPath is { } path
                ? $"at {path}"
                : $"in {AppContext.BaseDirectory} and the folders below it")
            + ". Remove stale copies of the file and build or restore again.",
            innerException: null);

    /// <summary>The same failure again, for whoever meets it later.</summary>
    public static NativeLibraryException Again(NativeLibraryException first) =>
        new(first.Message, first.InnerException);

    public static BadImageFormatException CutShort(string path, long length, ulong expected) =>
        new($"{path} was cut short: it has only {length} of {expected} bytes.");

    public static DllNotFoundException RelativeLibraryVariable(string path) =>
        new($"'{path}' is not an absolute path.");

    public static ArgumentException RelativeLibraryPath(string argument, string path) =>
        new($"'{path}' is not an absolute path. Pass the full path of the native library's file.", argument);

    public static InvalidOperationException LibraryAlreadyLoaded() =>
        new("The native library is already loaded. Call MinpackLibrary.Use before anything else of MinpackNet.");

    public static InvalidOperationException WorkspaceInUse() =>
        new(
            "Another solve is using the workspace. A workspace serves one solve at a time: make one for each thread "
            + "and for each solve inside a callback.");

    public static InvalidOperationException BlockExhausted() =>
        new("More was taken from a block of memory than it has.");

    private static string ShowVersion(int version) => $"{version / 10000}.{version / 100 % 100}.{version % 100}";
}
