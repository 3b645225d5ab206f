using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>Many fits with bounds, losses and central differences: each as <c>Solve</c> gives it alone.</summary>
public sealed class BoundedFitsTests
{
    private const int Fits = 60;
    private const int Points = 12;

    public static TheoryData<string> Names => [.. Options.Keys];

    private static readonly Dictionary<string, LeastSquaresOptions> Options = new()
    {
        ["bounds"] = new() { Bounds = new([0, 0.45], [10, 3]) },
        ["dogbox"] = new() { Bounds = new([0, 0.45], [10, 3]), Method = LeastSquaresMethod.Dogbox },
        ["fixed"] = new() { Bounds = new([0, 0.5], [10, 0.5]) },
        ["loss"] = new() { Loss = Loss.SoftL1(0.05) },
        ["central"] = new() { Differences = DifferenceScheme.ThreePoint },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fit_is_that_of_a_solve_alone(string name)
    {
        foreach (int threads in new[] { 1, 3 })
        {
            LeastSquaresOptions options = Options[name] with { MaxDegreeOfParallelism = threads };
            FitBatch batch = new(Fits, 2, Points, covariances: true);
            for (int fit = 0; fit < Fits; fit++)
            {
                Start.CopyTo(batch.ParametersOf(fit));
            }

            LeastSquares.FitMany(batch, Residuals, options: options);
            FitBatch lanes = LeastSquares.FitMany(Start, Fits, Points, Data(), Lanes, options: options);
            for (int fit = 0; fit < Fits; fit++)
            {
                int index = fit;
                LeastSquaresResult alone = LeastSquares.Solve(
                    Start, Points, (p, r) => Residuals(index, p, r), null, options);
                Assert.True(alone.Converged, alone.Message);
                Assert.Equal(alone.Parameters, batch.ParametersOf(fit).ToArray());
                Assert.Equal(alone.Parameters, lanes.ParametersOf(fit).ToArray());
                Assert.Equal(alone.StandardErrors!, batch.StandardErrorsOf(fit).ToArray());
                Assert.Equal(alone.Evaluations, batch.Evaluations[fit]);
                Assert.Equal(alone.Status, batch.Statuses[fit]);
                Assert.Equal(alone.ResidualNorm, batch.ResidualNorms[fit]);
                Assert.Equal(alone.UnscaledCovariance![0, 0], batch.UnscaledCovariances[fit * 4]);
            }
        }
    }

    [Fact]
    public void A_start_outside_fails_that_fit_alone()
    {
        FitBatch batch = new(3, 2, Points);
        for (int fit = 0; fit < 3; fit++)
        {
            Start.CopyTo(batch.ParametersOf(fit));
        }

        batch.ParametersOf(1)[0] = -1;
        LeastSquares.FitMany(batch, Residuals, options: Options["bounds"]);
        Assert.Equal([true, false, true], batch.Converged.ToArray());
        ArgumentException exception = Assert.IsAssignableFrom<ArgumentException>(batch.Exceptions[1]);
        Assert.Contains("outside its bounds", exception.Message, StringComparison.Ordinal);
        Assert.Equal(-1, batch.ParametersOf(1)[0]);
    }

    [Fact]
    public void Differences_that_are_all_zero_are_told_as_for_one_fit()
    {
        ResidualFunction constant = (_, r) => r.Fill(1);
        LeastSquaresResult alone = LeastSquares.Solve(Start, Points, constant, null, Options["central"]);
        FitBatch batch = new(2, 2, Points);
        Start.CopyTo(batch.ParametersOf(0));
        Start.CopyTo(batch.ParametersOf(1));
        LeastSquares.FitMany(batch, (_, p, r) => constant(p, r), options: Options["central"]);
        Assert.False(alone.Converged, alone.Message);
        Assert.Equal([false, false], batch.Converged.ToArray());
        Assert.Equal([alone.Evaluations, alone.Evaluations], batch.Evaluations.ToArray());
    }

    private static double[] Start => [1, 0.5];

    private static double Observed(int fit, int i) =>
        ((1 + (0.02 * fit)) * Math.Exp(-(0.3 + (0.01 * fit)) * i)) + (0.02 * Math.Sin((7 * i) + fit));

    private static double[] Data() =>
        [.. Enumerable.Range(0, Fits * Points).Select(k => Observed(k / Points, k % Points))];

    private static void Residuals(int fit, ReadOnlySpan<double> p, Span<double> r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] * LaneMath.Exp(new Vector<double>(-p[1] * i))[0]) - Observed(fit, i);
        }
    }

    private static void Lanes(
        ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] * LaneMath.Exp(-p[1] * i)) - data[i];
        }
    }
}
