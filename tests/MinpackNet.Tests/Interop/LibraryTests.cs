namespace MinpackNet.Tests;

/// <summary>Which native library is underneath, and how another one is put there.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void The_library_underneath_is_the_one_that_the_environment_names()
    {
        string? path = Environment.GetEnvironmentVariable(MinpackLibrary.PathVariable);
        bool isProvider = path?.Contains("cminpack", StringComparison.Ordinal) ?? false;
        Assert.Equal(isProvider ? "CMinpack 1.3.6" : "bundled, scipy constants", MinpackLibrary.Description);
    }

    [Fact]
    public void Once_loaded_the_library_stays()
    {
        Assert.NotEmpty(MinpackLibrary.Description);
        InvalidOperationException thrown =
            Assert.Throws<InvalidOperationException>(() => MinpackLibrary.Use(Path.GetFullPath("another")));
        Assert.Contains("before anything else", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_path_is_refused_because_it_would_depend_on_the_current_folder() =>
        Assert.Equal(
            "path", Assert.Throws<ArgumentException>(() => MinpackLibrary.Use("libminpack_native.so")).ParamName);
}
