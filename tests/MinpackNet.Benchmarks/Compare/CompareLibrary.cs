using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>The functions of native/benchmarks/library.c, under their C names.</summary>
internal static unsafe partial class CompareLibrary
{
    private const string Library = "minpack_compare";

    static CompareLibrary() => NativeLibrary.SetDllImportResolver(typeof(CompareLibrary).Assembly, Resolve);

    /// <summary>Where the CMake preset "benchmarks" puts the library and the program of the same name.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../native/benchmarks"));

    public static string LibraryPath { get; } = Path.Combine(Folder, $"lib{Library}.so");

    public static string ProgramPath { get; } = Path.Combine(Folder, Library);

    /// <summary>The very function that the facade calls.</summary>
    public static nint Lmder { get; } = NativeLibrary.GetExport(
        NativeLibrary.Load(NativeMethods.Library, typeof(NativeMethods).Assembly, null),
        nameof(NativeMethods.mn_lmder));

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial WorkloadData* compare_workload(string name);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void compare_data_sets(WorkloadData* of, int count, double* sets);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void* compare_solution(WorkloadData* of);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial double compare_solves(
        nint lmder, WorkloadData* of, int maxfev, int count, void* into, double* x);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial double compare_fits(WorkloadData* of, int count, double* sets, double* x);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Library ? NativeLibrary.Load(LibraryPath) : 0;
}
