using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// Makes sure, once per process, that the native library is there and is the one this assembly was built with.
/// </summary>
internal static unsafe class NativeLibraryState
{
    private static readonly (string Description, int LmderStateSize) Loaded = Load();

    /// <summary>What the native library says about itself.</summary>
    public static string Description => Loaded.Description;

    /// <summary>
    /// The size in bytes of a reverse-communication solve; not positive for a library that can only call back.
    /// </summary>
    public static int LmderStateSize => Loaded.LmderStateSize;

    /// <summary>Whether the library underneath has <see cref="Arithmetic.Fast"/>.</summary>
    public static bool HasFastArithmetic
    {
        get
        {
            EnsureLoaded();
            MnTuning tuning = new() { Arithmetic = Arithmetic.Fast };
            return NativeMethods.mn_work_length(1, 1, &tuning) >= 0;
        }
    }

    /// <exception cref="NativeLibraryException">
    /// The library is missing, for another platform, or of another version.
    /// </exception>
    public static void EnsureLoaded()
    {
        try
        {
            _ = Loaded;
        }
        catch (TypeInitializationException failure) when (failure.InnerException is NativeLibraryException inner)
        {
            throw Errors.Again(inner);
        }
    }

    private static (string Description, int LmderStateSize) Load()
    {
        try
        {
            NativeLoader.Decide();
            int found = NativeMethods.mn_version();
            int expected = ExpectedVersion();
            if (found != expected)
            {
                throw Errors.WrongLibraryVersion(found, expected);
            }

            string description = Marshal.PtrToStringUTF8((nint)NativeMethods.mn_description())!;
            return (description, NativeMethods.mn_lmder_state_size());
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException
            or EntryPointNotFoundException or InvalidOperationException)
        {
            throw Errors.LibraryNotLoaded(failure);
        }
    }

    /// <summary>The assembly's own version in the form of mn_version: 10000 major + 100 minor + patch.</summary>
    private static int ExpectedVersion()
    {
        Version version = typeof(NativeLibraryState).Assembly.GetName().Version!;
        return (10000 * version.Major) + (100 * version.Minor) + version.Build;
    }
}
