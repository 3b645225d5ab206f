using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MinpackNet.Tests.SciPy;

namespace MinpackNet.Tests;

/// <summary>
/// Solves with bounds and losses have the same bits on every operating system and processor: whoever runs this compares
/// with the one digest of the recorded runs that need nothing but arithmetic.
/// </summary>
public sealed class BoundedDigestTests(ITestOutputHelper output)
{
    private const string Digest = "9654ee14ebad0ca9f60882dbf2bbc082bebc9c3dc3d638028a83ebe1e2e31c56";

    [Fact]
    public void Every_platform_gives_the_same_bits()
    {
        // Formulas of the regression sets take powers from the C library.
        RecordedLeastSquares[] runs = [.. RecordedLeastSquares.All.Where(run =>
            !run.NeedsLibm
            && run.Method != LeastSquaresMethod.Lm
            && !run.IsComplex
            && run.Label.StartsWith("MGH", StringComparison.Ordinal))];
        Assert.True(runs.Length > 200, $"{runs.Length}");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RecordedLeastSquares run in runs)
        {
            OptimizeResult result = run.Repeat();
            hash.AppendData(MemoryMarshal.AsBytes(result.X.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(result.Fun.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(result.Grad.AsSpan()));
            hash.AppendData(
                MemoryMarshal.AsBytes<double>([result.Cost, result.Optimality, result.Nfev, result.Status]));
        }

        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        output.WriteLine($"{runs.Length} runs: {found}");
        Assert.Equal(Digest, found);
    }
}
