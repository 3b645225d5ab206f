using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MinpackNet.PackageTests;

/// <summary>Runs a program to its end, or ends it with all its children when its time is over.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <summary>What the command that runs these tests, or its user, has set and a consumer must not see.</summary>
    private static readonly string[] ForeignVariables = ["MSBUILD", "MINPACKNET_", "NUGET_PACKAGES"];

    public static CommandResult Run(
        string program, string[] arguments, string folder, IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, variables);
        string command = $"{program} {string.Join(' ', arguments)}";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} was still running after {TimeLimit}.");
        }

        if (!Task.WaitAll([output, error], TimeSpan.FromSeconds(10)))
        {
            throw new TimeoutException($"{command} ended, but a process that it started still holds its output.");
        }

        return new(command, process.ExitCode, output.Result, error.Result);
    }

    private static void SetEnvironment(
        IDictionary<string, string?> environment, IReadOnlyDictionary<string, string>? variables)
    {
        foreach (string name in environment.Keys.ToArray())
        {
            if (ForeignVariables.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                environment.Remove(name);
            }
        }

        // No servers that outlive the command, but for a compiler that the caller shares and ends.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment.TryAdd("UseSharedCompilation", "false");
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            environment[name] = value;
        }
    }
}
