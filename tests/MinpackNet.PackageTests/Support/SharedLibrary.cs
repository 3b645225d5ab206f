namespace MinpackNet.PackageTests;

/// <summary>Tiny shared libraries, compiled by the C compiler of this machine.</summary>
internal static class SharedLibrary
{
    public static byte[] Compile(string folder, string source)
    {
        File.WriteAllText(Path.Combine(folder, "library.c"), source);
        CommandLine.Run("gcc", ["-shared", "-fPIC", "-o", "library.so", "library.c"], folder).Succeeded();
        return File.ReadAllBytes(Path.Combine(folder, "library.so"));
    }
}
