using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// The whole process <c>minpack fit</c>, from the start to the end of its report with its plot, beside a script in
/// Python that reads the same file with <c>numpy.loadtxt</c> and fits with <c>scipy.optimize.curve_fit</c>. Wall time.
/// </summary>
internal static class CommandGroup
{
    private const string Group = "command";
    private const string Formula = "a*exp(-x/b) + c";
    private const int LargeFile = 100_000;

    private static readonly double[] Start = [1, 1, 0];

    public static bool Run(bool quick, SciPy? scipy)
    {
        string[] command = Command();
        Report.Note($"{Group}: {string.Join(' ', command.Select(part => Path.GetRelativePath(Artifacts, part)))}");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("minpack-compare-");
        try
        {
            bool good = true;
            foreach (int rows in quick ? [50, LargeFile] : (int[])[50, LargeFile, 10 * LargeFile])
            {
                string file = Path.Combine(folder.FullName, $"{rows}.csv");
                File.WriteAllText(file, Table(rows));
                good &= Compare(command, file, rows, quick, scipy);
            }

            return good;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Artifacts { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));

    /// <summary>
    /// The command compiled ahead of time where build/pack-tool.sh has made it, or else the portable one.
    /// </summary>
    private static string[] Command()
    {
        string compiled = Path.Combine(
            Artifacts,
            $"from-package/publish/MinpackNet.Cli/release_{RuntimeInformation.RuntimeIdentifier}/minpack");
        return File.Exists(compiled)
            ? [compiled]
            : ["dotnet", Path.Combine(Artifacts, "bin/MinpackNet.Cli/release/minpack.dll")];
    }

    private static bool Compare(string[] command, string file, int rows, bool quick, SciPy? scipy)
    {
        string title = $"fit-{rows}";
        string start = string.Create(CultureInfo.InvariantCulture, $"a={Start[0]},b={Start[1]},c={Start[2]}");
        string[] fit = [.. command, "fit", file, "--model", Formula, "--start", start];
        Contender ours = Runs(fit);
        if (scipy is null)
        {
            Race.Run(Pace.Of(quick, rows >= LargeFile), ours);
            return true;
        }

        string script = Path.Combine(AppContext.BaseDirectory, "scipy_command.py");
        string[] python = [scipy.Interpreter, script, file, .. Start.Select(value => $"{value}")];
        Contender theirs = Runs(python);
        Race.Run(Pace.Of(quick, rows >= LargeFile), ours, theirs);
        double[] estimates = Estimates(Output([.. fit, "--json"]));
        double[] expected = JsonSerializer.Deserialize<double[]>(Output(python))!;
        if (estimates.Zip(expected).Any(pair => !(Math.Abs(pair.First - pair.Second) <= 1e-5 * Math.Abs(pair.Second))))
        {
            return Report.Wrong(Group, title, "the estimates are not SciPy's");
        }

        Report.Speed(Group, title, ours, "Python", theirs);
        return true;
    }

    private static Contender Runs(string[] command) => new(count => Race.Time(() =>
    {
        for (int k = 0; k < count; k++)
        {
            Output(command);
        }
    }));

    private static double[] Estimates(string document)
    {
        using JsonDocument parsed = JsonDocument.Parse(document);
        return [.. parsed.RootElement.GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.GetProperty("value").GetDouble())];
    }

    private static string Output(string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }

    /// <summary>A decay with noise, seven digits a number.</summary>
    private static string Table(int rows)
    {
        Random random = new(1);
        StringBuilder text = new("x,y\n");
        for (int i = 0; i < rows; i++)
        {
            double x = 10.0 * i / (rows - 1);
            double noise = Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
            double y = (2.5 * Math.Exp(-x / 1.3)) + 0.5 + (0.05 * noise);
            text.Append(CultureInfo.InvariantCulture, $"{x:G7},{y:G7}\n");
        }

        return text.ToString();
    }
}
