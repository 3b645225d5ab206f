namespace MinpackNet.Tests;

/// <summary>The recorded results, copied beside the tests.</summary>
internal static class TestData
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", name));
}
