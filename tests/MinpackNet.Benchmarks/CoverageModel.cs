using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>A model with true parameters, whose data are simulated with normal errors.</summary>
internal sealed record CoverageModel(string Name, string Formula, double[] X, double[] Truth, double Noise)
{
    public static readonly CoverageModel[] All =
    [
        new("Michaelis-Menten, 8 points", "V*x/(K + x)", [0.25, 0.5, 1, 2, 3, 4, 6, 8], [10, 1.5], 0.5),
        new(
            "decay with offset, 12 points",
            "a*exp(-k*x) + c",
            [.. Enumerable.Range(0, 12).Select(i => (double)i)],
            [10, 0.3, 1],
            0.3),
        new(
            "logistic of four parameters, 16 points",
            "d + (a - d)/(1 + (x/c)^b)",
            [.. Enumerable.Range(0, 16).Select(i => Math.Pow(10, -1.5 + (0.2 * i)))],
            [2, 0.1, 1, 1.2],
            0.1),
    ];

    /// <summary>The fit of data set number k, from the true parameters.</summary>
    public FitResult Fit(int k)
    {
        Formula model = Fitting.Formula.Parse(Formula);
        double[] noise = new double[X.Length];
        Normal.Samples(new Xoshiro256StarStar(k + 1, threadSafe: false), noise, 0, Noise);
        double[] y = [.. X.Select((x, i) => model.Evaluate(Truth, x) + noise[i])];
        return CurveFit.Fit(model, X, y, Truth);
    }
}
