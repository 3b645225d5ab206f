using System.Runtime.InteropServices;

namespace MinpackNet.PackageTests;

/// <summary>The runtime identifiers that the package serves.</summary>
internal static class RuntimeIdentifiers
{
    public static readonly string[] All =
    [
        "android-arm64", "android-x64",
        "linux-arm", "linux-arm64", "linux-loongarch64", "linux-musl-arm64", "linux-musl-x64", "linux-ppc64le",
        "linux-riscv64", "linux-s390x", "linux-x64",
        "osx-arm64", "osx-x64",
        "win-arm64", "win-x64", "win-x86",
    ];

    public static TheoryData<string> Each { get; } = [.. All];

    /// <summary>The identifier of the machine that runs the tests.</summary>
    public static string Here => RuntimeInformation.RuntimeIdentifier;

    public static string FileName(string rid) => rid.Split('-')[0] switch
    {
        "win" => "minpack_native.dll",
        "osx" => "libminpack_native.dylib",
        _ => "libminpack_native.so",
    };

    /// <summary>Where packages and portable applications keep the file of an identifier.</summary>
    public static string Entry(string rid) => $"runtimes/{rid}/native/{FileName(rid)}";
}
