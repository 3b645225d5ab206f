namespace MinpackNet.Fitting.Tests;

/// <summary>What is found out after a solve costs no more than the solve.</summary>
public sealed class EvidenceCostTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];

    [Fact]
    public void The_evidence_costs_few_evaluations()
    {
        int calls = 0;
        FitResult fit = CurveFit.Fit(
            (p, x) =>
            {
                calls++;
                return p[0] + (p[1] * x);
            },
            X,
            Y,
            [1, 1]);
        Assert.InRange((calls / X.Length) - fit.Evaluations, 1, (4 * 2) + 7);
    }

    /// <summary>Models of many parameters, nearly all of which are noise.</summary>
    public static TheoryData<CurveFunction, int> Large
    {
        get
        {
            TheoryData<CurveFunction, int> data = [];
            foreach (int n in new[] { 40, 150 })
            {
                data.Add((p, x) => SumOf(p, (k, at) => Math.Cos(k * Math.Acos(at)), x), n);
                data.Add((p, x) => SumOf(p, (k, at) => Math.Cos(k * at), x) + (0.01 * Math.Exp(0.1 * p[0])), n);
                data.Add((p, x) => Math.Tanh(SumOf(p, (k, at) => Math.Cos(k * at), x) / 10), n);
            }

            // Hardly any of these can be told apart.
            data.Add((p, x) => SumOf(p, (k, at) => k % 2 == 0 ? Math.Cos(k * at) : Math.Sin(k * at), x), 40);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void The_evidence_on_a_large_model_costs_no_more_than_its_solve(CurveFunction model, int n)
    {
        double[] x = [.. Enumerable.Range(0, n + 20).Select(i => Math.Cos((i + 0.5) * Math.PI / (n + 20)))];
        double[] y = [.. x.Select((at, i) => 0.5 * Math.Sin(3 * at) + (0.1 * Math.Cos(i * i)))];
        long calls = 0;
        FitResult fit = CurveFit.Fit(
            (p, at) =>
            {
                calls++;
                return model(p, at);
            },
            x,
            y,
            [.. Enumerable.Repeat(0.1, n)]);
        // A solve is not cut short within its last differences, n evaluations.
        long evidence = (calls / x.Length) - fit.Evaluations;
        Assert.InRange(evidence, 2 * n, Math.Max(fit.Evaluations + n, (2.1 * n) + 20));
    }

    private static double SumOf(ReadOnlySpan<double> p, Func<int, double, double> term, double x)
    {
        double sum = 0;
        for (int k = 0; k < p.Length; k++)
        {
            sum += p[k] * term(k, x);
        }

        return sum;
    }
}
