using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>What a run prints at its end.</summary>
internal static class Outcome
{
    /// <summary>The digest of all bits, and what it took.</summary>
    /// <param name="fits">All fits.</param>
    /// <param name="watch">The time since the start.</param>
    public static void Print(FitTable fits, Stopwatch watch)
    {
        double seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(fits);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{seconds:F1} s, {fits.Count / seconds:F0} fits a second"));
        Console.WriteLine($"digest {DigestOf(fits)}");
    }

    private static string DigestOf(FitTable fits)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in fits.ParameterNames)
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>(fits.Estimates(name)));
            hash.AppendData(MemoryMarshal.AsBytes<double>(fits.StandardErrors(name)));
        }

        foreach (FitRow row in fits)
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>([row.ChiSquared, (int)row.Status, row.Evaluations]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
