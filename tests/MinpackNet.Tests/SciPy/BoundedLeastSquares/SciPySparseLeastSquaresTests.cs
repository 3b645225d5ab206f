using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.LeastSquares</c> takes the paths that SciPy's least_squares took in its recorded runs with sparse
/// Jacobians, operators, differences by groups, and dense Jacobians with LSMR.
/// </summary>
public sealed class SciPySparseLeastSquaresTests(ITestOutputHelper output)
{
    private const string Digest = "e0699022c152862e0119f7c49950f9f7de5b497aaa18c65edb2da05a6ef6efb9";

    [Theory]
    [InlineData(LeastSquaresMethod.Trf, 105)]
    [InlineData(LeastSquaresMethod.Dogbox, 74)]
    public void Recorded_runs_come_back(LeastSquaresMethod method, int count)
    {
        RecordedSparseLeastSquares[] runs =
            [.. RecordedSparseLeastSquares.All.Where(run => run.Method == method)];
        List<string> others = [];
        foreach (RecordedSparseLeastSquares run in runs)
        {
            OptimizeResult result = run.Repeat();
            string? difference = run.Difference(result);
            if (difference is not null)
            {
                others.Add($"{run.Label}: {difference}");
            }

            // SciPy groups columns in a random order; no path may need more evaluations than that.
            Assert.True(run.Calls <= run.RecordedCalls, run.Label);
            Assert.Equal(run.IsDense, result.Jac.Length > 0);
        }

        output.WriteLine($"{method}: {runs.Length - others.Count} of {runs.Length} runs");
        others.ForEach(output.WriteLine);
        Assert.Equal(count, runs.Length);
        Assert.Empty(others);
    }

    /// <summary>All of these problems need nothing but arithmetic.</summary>
    [Fact]
    public void Every_platform_gives_the_same_bits()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RecordedSparseLeastSquares run in RecordedSparseLeastSquares.All)
        {
            OptimizeResult result = run.Repeat();
            hash.AppendData(MemoryMarshal.AsBytes(result.X.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(result.Grad.AsSpan()));
            double[] numbers = [result.Cost, result.Optimality, result.Nfev, result.Status];
            hash.AppendData(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }

        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        output.WriteLine(found);
        Assert.Equal(Digest, found);
    }
}
