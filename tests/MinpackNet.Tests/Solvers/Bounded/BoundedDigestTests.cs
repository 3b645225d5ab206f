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
    private const string Digest = "d761afd23b1ca1699d9fde112e07b5be408e6b5bcc056d427bc4b38a138a7da3";

    [Fact]
    public void Every_platform_gives_the_same_bits()
    {
        RecordedLeastSquares[] runs = [.. RecordedLeastSquares.All.Where(run =>
            !run.NeedsLibm && !run.IsComplex && run.Method != LeastSquaresMethod.Lm)];
        Assert.True(runs.Length > 300, $"{runs.Length}");
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
