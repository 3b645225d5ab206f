using System.Security;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(MinpackNet.PackageTests.Workshop))]

// One dotnet command at a time: each takes all processors by itself.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace MinpackNet.PackageTests;

/// <summary>
/// A temporary folder outside the repository, so that nothing of it is inherited, with a nuget.config that adds the
/// feed to the sources of the machine and a package cache that starts empty. Consumers are made in it from nothing.
/// </summary>
public sealed class Workshop : IDisposable
{
    private int _count;

    public Workshop()
    {
        _ = PackageFeed.Library.FullPath;
        _ = PackageFeed.Tool.FullPath;
        Folder = Directory.CreateTempSubdirectory("minpack-package-tests-").FullName;
        File.WriteAllText(
            NuGetConfig,
            $"""
             <configuration>
               <packageSources>
                 <add key="minpacknet-packages" value="{SecurityElement.Escape(PackageFeed.Folder)}" />
               </packageSources>
             </configuration>
             """);
    }

    internal string Folder { get; }

    internal string NuGetConfig => Path.Combine(Folder, "nuget.config");

    internal string PackageCache => Path.Combine(Folder, "package-cache");

    /// <summary>A new project that references the package, with one of the programs of the folder Consumers.</summary>
    /// <param name="program">The program's file name without extension.</param>
    /// <param name="framework">The target framework.</param>
    /// <param name="package">The package it references.</param>
    /// <param name="extension">That of the program's language: cs, fs or vb.</param>
    internal Consumer Create(
        string program, string framework = "net10.0", string package = "MinpackNet", string extension = "cs")
    {
        Consumer consumer = new(this, NewFolder());
        File.Copy(ProgramFile(program, extension), Path.Combine(consumer.Folder, $"Program.{extension}"));
        string order = extension == "fs" ? "<Compile Include=\"Program.fs\" />" : "";
        WriteProject(
            Path.Combine(consumer.Folder, $"{Consumer.Name}.{extension}proj"),
            "Exe",
            framework,
            $"<PackageReference Include=\"{package}\" Version=\"[{Repository.Version}]\" />{order}");
        return consumer;
    }

    /// <summary>A new application over a new library, which alone references the package.</summary>
    /// <param name="program">The application's file name without extension.</param>
    /// <param name="library">The library's.</param>
    /// <param name="package">The package the library references.</param>
    internal Consumer CreateOver(string program, string library, string package)
    {
        string folder = NewFolder();
        Consumer consumer = new(this, Directory.CreateDirectory(Path.Combine(folder, "application")).FullName);
        File.Copy(ProgramFile(program), Path.Combine(consumer.Folder, "Program.cs"));
        WriteProject(
            Path.Combine(consumer.Folder, $"{Consumer.Name}.csproj"),
            "Exe",
            "net10.0",
            "<ProjectReference Include=\"../library/library.csproj\" />");

        string below = Directory.CreateDirectory(Path.Combine(folder, "library")).FullName;
        File.Copy(ProgramFile(library), Path.Combine(below, $"{library}.cs"));
        WriteProject(
            Path.Combine(below, "library.csproj"),
            "Library",
            "net10.0",
            $"<PackageReference Include=\"{package}\" Version=\"[{Repository.Version}]\" />");
        return consumer;
    }

    private static void WriteProject(string path, string type, string framework, string items) => File.WriteAllText(
        path,
        $"""
         <Project Sdk="Microsoft.NET.Sdk">
           <PropertyGroup>
             <OutputType>{type}</OutputType>
             <TargetFramework>{framework}</TargetFramework>
             <ImplicitUsings>enable</ImplicitUsings>
             <Nullable>enable</Nullable>
             <OptionStrict>On</OptionStrict>
             <InvariantGlobalization>true</InvariantGlobalization>
             <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
             <CheckEolTargetFramework>false</CheckEolTargetFramework>
             <NuGetAudit>false</NuGetAudit>
           </PropertyGroup>
           <ItemGroup>
             {items}
           </ItemGroup>
         </Project>
         """);

    /// <summary>Installs the command.</summary>
    /// <returns>The folder that it is in.</returns>
    internal string InstallTool()
    {
        string folder = NewFolder();
        Dotnet(
            folder,
            [
                "tool", "install", "MinpackNet.Tool", "--version", $"[{Repository.Version}]",
                "--tool-path", folder, "--configfile", NuGetConfig,
            ]).Succeeded();
        return folder;
    }

    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, $"consumer-{++_count}")).FullName;

    internal static string ProgramFile(string program, string extension = "cs") =>
        Path.Combine(AppContext.BaseDirectory, "Consumers", $"{program}.{extension}");

    internal CommandResult Dotnet(
        string folder, string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        Dictionary<string, string> all = new(variables ?? new Dictionary<string, string>())
        {
            ["NUGET_PACKAGES"] = PackageCache,
        };
        return CommandLine.Run("dotnet", arguments, folder, all);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
