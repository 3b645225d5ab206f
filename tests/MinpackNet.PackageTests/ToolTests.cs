using System.Text.RegularExpressions;

namespace MinpackNet.PackageTests;

/// <summary>
/// The packages of the minpack command: the one that is installed, the portable program, and the one for this system.
/// </summary>
public sealed partial class ToolTests(Workshop workshop)
{
    private const string Portable = "tools/net10.0/any/";

    private static readonly string[] Fit = ["fit", "decay.csv", "--model", "a*exp(-b*t)", "--start", "a=4,b=0.4"];

    [Fact]
    public void The_installed_command_certifies_the_installation()
    {
        string command = Path.Combine(workshop.InstallTool(), "minpack");
        CommandResult result = CommandLine.Run(command, ["certify"], workshop.Folder).Succeeded();
        Assert.StartsWith("Passed:", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_installed_command_is_compiled_ahead_of_time_and_prints_what_the_portable_one_does()
    {
        string installed = workshop.InstallTool();
        Assert.Empty(Directory.GetFiles(installed, "minpack.dll", SearchOption.AllDirectories));
        string portable = workshop.NewFolder();
        PackageFeed.PortableTool.ExtractTo(portable);
        foreach (string[] arguments in (string[][])
        [
            Fit, [.. Fit, "--json"], [.. Fit, "--search"], [.. Fit, "--plot", "fit.svg"],
            ["fit", "none.csv", .. Fit[2..]], ["fit", "--help"], ["nist", "Thurber"],
            ["certify"], ["certify", "--jacobian", "automatic"], ["certify", "--none"],
        ])
        {
            Assert.Equal(
                Output(portable, "dotnet", [Path.Combine(portable, Portable, "minpack.dll"), .. arguments]),
                Output(installed, Path.Combine(installed, "minpack"), arguments));
        }

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(portable, "fit.svg")),
            File.ReadAllBytes(Path.Combine(installed, "fit.svg")));
    }

    [Fact]
    public void The_command_of_this_system_is_one_program_with_the_native_library()
    {
        string[] expected =
        [
            $"MinpackNet.Tool.{RuntimeIdentifiers.Here}.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png",
            .. new[] { "DotnetToolSettings.xml", RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here), "minpack" }
                .Select(file => $"tools/any/{RuntimeIdentifiers.Here}/{file}"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.ToolHere.Entries());
    }

    [Theory]
    [MemberData(nameof(RuntimeIdentifiers.Each), MemberType = typeof(RuntimeIdentifiers))]
    public void The_tool_carries_the_native_file_of_the_library_package(string rid) => Assert.Equal(
        PackageFeed.Library.Read(RuntimeIdentifiers.Entry(rid)),
        PackageFeed.PortableTool.Read($"{Portable}{RuntimeIdentifiers.Entry(rid)}"));

    [Fact]
    public void The_tool_carries_the_assembly_of_the_library_package() => Assert.Equal(
        PackageFeed.Library.Read("lib/net10.0/MinpackNet.dll"),
        PackageFeed.PortableTool.Read($"{Portable}MinpackNet.dll"));

    [Fact]
    public void The_tool_does_not_tell_where_it_was_built()
    {
        Assert.False(PackageFeed.PortableTool.HoldsTheBuildFolder($"{Portable}minpack.dll"));
        Assert.False(PackageFeed.ToolHere.HoldsTheBuildFolder($"tools/any/{RuntimeIdentifiers.Here}/minpack"));
    }

    [Fact]
    public void The_tool_carries_nothing_unexpected()
    {
        string[] program =
        [
            "CsvHelper.dll", "DotnetToolSettings.xml", "ExcelDataReader.dll", "MathNet.Numerics.dll",
            "MinpackNet.Fitting.dll",
            "MinpackNet.dll",
            "MinpackNet.Nist.dll", "MinpackNet.Nist.pdb", "MinpackNet.Nist.xml",
            "OxyPlot.dll", "Spectre.Console.Ansi.dll", "Spectre.Console.dll", "System.CommandLine.dll",
            // Parquet.Net, and what it unpacks with.
            "Parquet.dll", "CommunityToolkit.HighPerformance.dll", "K4os.Compression.LZ4.dll",
            "Microsoft.IO.RecyclableMemoryStream.dll", "Snappier.dll", "ZstdSharp.dll",
            "minpack.deps.json", "minpack.dll", "minpack.pdb", "minpack.runtimeconfig.json", "minpack.xml",
            .. RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry),
        ];
        string[] expected =
        [
            "MinpackNet.Tool.any.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png",
            .. program.Select(file => $"{Portable}{file}"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.PortableTool.Entries());
    }

    [Fact]
    public void The_tool_names_a_package_for_each_system_and_the_portable_one_for_all_others()
    {
        const string Settings = "tools/any/any/DotnetToolSettings.xml";
        string[] expected = ["MinpackNet.Tool.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png", Settings];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.Tool.Entries());
        string text = System.Text.Encoding.UTF8.GetString(PackageFeed.Tool.Read(Settings));
        Assert.Equal(
            [
                "any", "linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64",
                "osx-arm64", "osx-x64", "win-arm64", "win-x64",
            ],
            NamedPackage().Matches(text).Select(named => named.Groups["rid"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_tool_has_the_version_of_the_repository_the_MIT_license_and_symbols()
    {
        foreach (PackageFile package in (PackageFile[])
            [PackageFeed.Tool, PackageFeed.PortableTool, PackageFeed.ToolHere])
        {
            Assert.Equal(Repository.Version, package.Metadata().Element("version")?.Value);
            Assert.Equal("MIT", package.Metadata().Element("license")?.Value);
        }

        Assert.Contains($"{Portable}minpack.pdb", PackageFeed.PortableToolSymbols.Entries());
    }

    /// <summary>The exit code and all that the command writes, without times and sizes of memory.</summary>
    private static string Output(string folder, string program, string[] arguments)
    {
        File.WriteAllText(Path.Combine(folder, "decay.csv"), "t,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n");
        CommandResult result = CommandLine.Run(program, arguments, folder);
        return $"{result.ExitCode}\n{Cost().Replace(result.StandardOutput, "")}\n{result.StandardError}";
    }

    [GeneratedRegex("read in .*|\"(read|fit)Seconds\": .*|\"peakMemoryBytes\": .*")]
    private static partial Regex Cost();

    [GeneratedRegex("RuntimeIdentifier=\"(?<rid>[^\"]+)\" Id=\"MinpackNet\\.Tool\\.\\k<rid>\"")]
    private static partial Regex NamedPackage();
}
