using System.Diagnostics;
using System.Runtime.InteropServices;
using MathNet.Numerics.Optimization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Speed side by side with everything that solves the same problems. Prints a line "ratio group case value" for each
/// case, and fails when results differ that must not; never because of a time.
/// </summary>
internal static class CompareCommand
{
    private static readonly string[] Groups =
        ["qr", "solve", "facade", "scipy", "bounded", "mathnet", "batch", "model", "formula", "command"];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        bool quick = arguments.Contains("--quick");
        string[] named = [.. arguments.ToArray().Where(argument => argument != "--quick")];
        if (named.Except(Groups).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no group {unknown}; there are {string.Join(", ", Groups)}.");
            return 2;
        }

        string[] groups = named.Length == 0 ? Groups : named;
        PrintHeader(quick);
        using SciPy? scipy = StartSciPy(groups);
        bool good = RunInC(groups, quick);
        foreach (string group in groups)
        {
            good &= group switch
            {
                "facade" => FacadeGroup.Run(quick),
                "scipy" => SciPyGroup.Run(quick, scipy),
                "bounded" => BoundedGroup.Run(quick, scipy),
                "mathnet" => MathNetGroup.Run(quick),
                "batch" => BatchGroup.Run(quick, scipy),
                "model" => ModelGroup.Run(quick, scipy),
                "formula" => FormulaGroup.Run(quick, scipy),
                "command" => CommandGroup.Run(quick, scipy),
                _ => true,
            };
        }

        return good ? 0 : 1;
    }

    private static SciPy? StartSciPy(string[] groups)
    {
        if (!groups.Intersect(["scipy", "bounded", "batch", "model", "formula", "command"]).Any())
        {
            return null;
        }

        SciPy? scipy = SciPy.Start();
        Report.Note(scipy?.Version ?? "SciPy is not installed, so it is left out (Debian: apt install python3-scipy)");
        return scipy;
    }

    private static void PrintHeader(bool quick)
    {
        Report.Note($"processor: {Processor()}, {Environment.ProcessorCount} cores");
        Report.Note($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}");
        Report.Note($"core below C#: {MinpackLibrary.Description}");
        Report.Note($"MathNet.Numerics {typeof(LevenbergMarquardtMinimizer).Assembly.GetName().Version}");
        Report.Note("A ratio is the other's time over ours, above 1 when ours is faster; medians of interleaved runs.");
        Report.Note("In group facade it is C#'s time over C's with the same core and model: at 1 the border is free.");
        Report.Note("One thread, unless the case says otherwise; qr, solve: beside libcminpack, bit for bit equal.");
        if (quick)
        {
            Report.Note("Quick: few runs; solves of 10000 residuals and more only up to the first step.");
        }
    }

    private static string Processor()
    {
        string[] wanted = ["model name", "cpu family", "model"];
        IEnumerable<string> lines = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo") : [];
        Dictionary<string, string> values = lines.TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => wanted.Contains(pair[0]))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return values.Count < wanted.Length
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : $"{values["model name"]} (family {values["cpu family"]}, model {values["model"]})";
    }

    /// <summary>The program in native/benchmarks, which also says what it was made with.</summary>
    private static bool RunInC(string[] groups, bool quick)
    {
        string[] arguments = [.. quick ? ["--quick"] : Array.Empty<string>(), .. groups.Intersect(["qr", "solve"])];
        using Process program = Process.Start(CompareLibrary.ProgramPath, arguments);
        program.WaitForExit();
        return program.ExitCode == 0;
    }
}
