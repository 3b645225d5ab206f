using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting.Tests;

namespace MinpackNet.Benchmarks;

/// <summary>Counts the certificates of many seeded fits, and those that do not hold, by family.</summary>
internal static class Certificates
{
    private const int Usual = 1000;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        bool hasStart = !arguments.Contains("--no-start");
        string? given = arguments.ToArray().FirstOrDefault(argument => argument != "--no-start");
        int runs = given is null ? Usual : int.Parse(given, CultureInfo.InvariantCulture);
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<CertificateExperiment.Count> counts = CertificateExperiment.Run(runs, hasStart);
        Console.WriteLine(
            $"{"family",-24} {"runs",6} {"right",6} {"refused",8} {"of them right",14} {"and clear",10} {"wrong",6}");
        foreach (CertificateExperiment.Count count in counts)
        {
            Console.WriteLine(
                $"{count.Family,-24} {count.Runs,6} {count.Certified - count.Wrong.Count,6} {count.Refused,8} "
                + $"{count.RightRefused,14} {count.ClearRefused,10} {count.Wrong.Count,6}");
        }

        string[] wrong = [.. counts.SelectMany(count => count.Wrong)];
        Array.ForEach(wrong, Console.WriteLine);
        Console.WriteLine(
            $"{runs} fits, {counts.Sum(count => count.Certified) - wrong.Length} certified and right, "
            + $"{counts.Sum(count => count.Refused)} refused, {wrong.Length} wrong, {watch.Elapsed.TotalSeconds:F1} s");
        return wrong.Length == 0 ? 0 : 1;
    }
}
