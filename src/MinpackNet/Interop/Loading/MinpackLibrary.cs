using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The native library underneath, and how to replace it with another build.</summary>
public static class MinpackLibrary
{
    /// <summary>
    /// The environment variable that selects another build of the native library, as <see cref="Use"/> does in code.
    /// </summary>
    public const string PathVariable = "MINPACKNET_LIBRARY";

    /// <summary>
    /// Who provides the solvers, with which machine constants: for example "bundled, scipy constants".
    /// </summary>
    /// <exception cref="NativeLibraryException">The library cannot be used.</exception>
    public static string Description
    {
        get
        {
            NativeLibraryState.EnsureLoaded();
            return NativeLibraryState.Description;
        }
    }

    /// <summary>Loads the native library from a given file instead of from the application's own folders.</summary>
    /// <param name="path">
    /// The full path of a build of this version's native library, for example one over an installed CMinpack.
    /// </param>
    /// <exception cref="ArgumentException">The path is not absolute.</exception>
    /// <exception cref="InvalidOperationException">The native library is already loaded.</exception>
    /// <remarks>
    /// Call it before anything else in this library. It takes precedence over <see cref="PathVariable"/>. The file is
    /// loaded, and its version checked, at first use.
    /// </remarks>
    public static void Use(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Path.IsPathFullyQualified(path))
        {
            throw Errors.RelativeLibraryPath(nameof(path), path);
        }

        NativeLoader.Use(path);
    }
}
