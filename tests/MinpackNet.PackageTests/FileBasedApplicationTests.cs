namespace MinpackNet.PackageTests;

/// <summary>The package in a program that is one file without a project.</summary>
public sealed class FileBasedApplicationTests(Workshop workshop)
{
    [Fact]
    public void A_single_source_file_runs()
    {
        string folder = workshop.NewFolder();

        // Such programs are prepared for NativeAOT unless they say otherwise, and the restore then asks for the
        // NativeAOT runtime pack of net10.0 even though nothing is published. Not every package source has it.
        File.WriteAllText(
            Path.Combine(folder, "fit.cs"),
            $"""
             #:package MinpackNet@{Repository.Version}
             #:property PublishAot=false
             #:property InvariantGlobalization=true
             #:property NuGetAudit=false

             {File.ReadAllText(Workshop.ProgramFile("Fit"))}
             """);

        // The build of such a program goes into the user's data folder, which must exist: here, into a temporary one.
        string data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        Dictionary<string, string> variables = new() { ["XDG_DATA_HOME"] = data };
        CommandResult result = workshop.Dotnet(folder, ["run", "fit.cs"], variables);
        Assert.Equal(Consumer.FitOutput, result.SucceededWithoutWarnings().Lines);
    }
}
