using System.Reflection;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// Where the native library comes from: .NET's default probing, unless a path was given in code or by an environment
/// variable.
/// </summary>
internal static class NativeLoader
{
    private static readonly object Gate = new();
    private static string? _path;
    private static bool _decided;

    /// <summary>The file to load instead of what probing would find; null for probing.</summary>
    public static string? GivenPath => _path;

    public static void Use(string path)
    {
        lock (Gate)
        {
            if (_decided)
            {
                throw Errors.LibraryAlreadyLoaded();
            }

            _path = path;
        }
    }

    /// <summary>Called once, before the first call into the library.</summary>
    public static void Decide()
    {
        lock (Gate)
        {
            _decided = true;
            string? variable = Environment.GetEnvironmentVariable(MinpackLibrary.PathVariable);
            _path ??= string.IsNullOrEmpty(variable) ? null : variable;
            if (_path is not null)
            {
                if (!Path.IsPathFullyQualified(_path))
                {
                    throw Errors.RelativeLibraryVariable(_path);
                }

                NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);
            }

            if (OperatingSystem.IsLinux() && Found() is { } file)
            {
                CompleteFile.Check(file);
            }
        }
    }

    /// <summary>The first file to load in the order of probing; null for none.</summary>
    /// <remarks>A loop, because the first query of a process takes milliseconds to load what it needs.</remarks>
    private static string? Found()
    {
        if (_path is not null)
        {
            return File.Exists(_path) ? _path : null;
        }

        string folders = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? AppContext.BaseDirectory;
        foreach (string folder in folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string file = Path.Combine(folder, $"lib{NativeMethods.Library}.so");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == NativeMethods.Library ? NativeLibrary.Load(_path!) : 0;
}
