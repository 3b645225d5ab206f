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
    internal Consumer Create(string program, string framework = "net10.0", string package = "MinpackNet")
    {
        Consumer consumer = new(this, NewFolder());
        File.Copy(ProgramFile(program), Path.Combine(consumer.Folder, "Program.cs"));
        File.WriteAllText(
            Path.Combine(consumer.Folder, $"{Consumer.Name}.csproj"),
            $"""
             <Project Sdk="Microsoft.NET.Sdk">
               <PropertyGroup>
                 <OutputType>Exe</OutputType>
                 <TargetFramework>{framework}</TargetFramework>
                 <ImplicitUsings>enable</ImplicitUsings>
                 <Nullable>enable</Nullable>
                 <InvariantGlobalization>true</InvariantGlobalization>
                 <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                 <CheckEolTargetFramework>false</CheckEolTargetFramework>
                 <NuGetAudit>false</NuGetAudit>
               </PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="{package}" Version="[{Repository.Version}]" />
               </ItemGroup>
             </Project>
             """);
        return consumer;
    }

    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, $"consumer-{++_count}")).FullName;

    internal static string ProgramFile(string program) =>
        Path.Combine(AppContext.BaseDirectory, "Consumers", $"{program}.cs");

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
