namespace MinpackNet.PackageTests;

/// <summary>
/// A native library that is missing or unusable ends in one exception, the same from every door and every time, that
/// says for which identifier, where it was looked for and what to do. The process lives on and ends by itself.
/// </summary>
public sealed class NativeLibraryTests(BrokenApplication application, Workshop workshop)
    : IClassFixture<BrokenApplication>
{
    private const string Missing = "restore the package";
    private const string Foreign = "publish it for this one";
    private const string Stale = "Remove stale copies";

    [Fact]
    public void With_its_native_library_every_door_works() =>
        Assert.All(application.RunWith(application.Intact), report => Assert.Equal("", report.ExceptionType));

    [Fact]
    public void A_deleted_library_is_named()
    {
        string message = Explains(application.RunWith(content: null), Missing);
        Assert.Contains("MinpackLibrary.Use", message, StringComparison.Ordinal);
        Assert.Contains("MINPACKNET_LIBRARY", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_truncated_library_is_named(int quarters) =>
        Explains(application.RunWith(application.Intact[..(application.Intact.Length * quarters / 4)]), Missing);

    [Fact]
    public void A_library_of_another_processor_is_named()
    {
        string other = RuntimeIdentifiers.Here == "linux-arm64" ? "linux-x64" : "linux-arm64";
        Explains(application.RunWith(PackageFeed.Library.Read(RuntimeIdentifiers.Entry(other))), Foreign);
    }

    [Fact]
    public void A_library_of_another_system_is_named() =>
        Explains(application.RunWith(PackageFeed.Library.Read(RuntimeIdentifiers.Entry("win-x64"))), Foreign);

    [Fact]
    public void A_library_of_an_old_version_is_named()
    {
        byte[] old = SharedLibrary.Compile(workshop.NewFolder(), "int mn_version(void) { return 1; }");
        string message = Explains(application.RunWith(old), Stale);
        Assert.Contains("0.0.1", message, StringComparison.Ordinal);
        Assert.Contains(Repository.Version, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_ours_at_all_is_named()
    {
        byte[] stranger = SharedLibrary.Compile(workshop.NewFolder(), "int something_else(void) { return 1; }");
        Assert.Contains("mn_version", Explains(application.RunWith(stranger), Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_asked_for_by_the_environment_and_missing_is_named()
    {
        string path = Path.Combine(workshop.NewFolder(), "nothing-here.so");
        Dictionary<string, string> variables = new() { ["MINPACKNET_LIBRARY"] = path };
        string message = OneMessage(application.RunWith(application.Intact, variables));
        Assert.Contains(RuntimeIdentifiers.Here, message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Contains("give the full path", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_asked_for_by_the_environment_is_taken_instead_of_the_missing_one()
    {
        string path = Path.Combine(workshop.NewFolder(), RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here));
        File.WriteAllBytes(path, application.Intact);
        Dictionary<string, string> variables = new() { ["MINPACKNET_LIBRARY"] = path };
        Assert.All(application.RunWith(content: null, variables), report => Assert.Equal("", report.ExceptionType));
    }

    private string Explains(DoorReport[] reports, string mend)
    {
        string message = OneMessage(reports);
        Assert.Contains("'minpack_native'", message, StringComparison.Ordinal);
        Assert.Contains(RuntimeIdentifiers.Here, message, StringComparison.Ordinal);
        Assert.Contains(application.Folder, message, StringComparison.Ordinal);
        Assert.Contains(mend, message, StringComparison.Ordinal);
        return message;
    }

    private static string OneMessage(DoorReport[] reports)
    {
        Assert.Equal(9, reports.Length);
        Assert.All(reports, report => Assert.Equal("MinpackNet.NativeLibraryException", report.ExceptionType));
        return Assert.Single(reports.Select(report => report.Message).Distinct());
    }
}
