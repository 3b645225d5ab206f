namespace MinpackNet.Fitting.Tests;

/// <summary>What is wrong with a model is told from what is wrong with a fit.</summary>
public sealed class ModelCheckTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];

    [Fact]
    public void Derivatives_written_wrongly_are_found_with_the_worst_of_them()
    {
        NistData data = NistData.Of("Misra1a");
        CurveGradient wrong = (b, x, gradient) =>
        {
            Saturation.Gradient(b, x, gradient);
            gradient[1] = -gradient[1];
        };
        FitResult fit = CurveFit.Fit(
            Model.FromCurve(Saturation.Value, wrong), data.X.Columns[0], data.Y, [("b1", 500), ("b2", 1e-4)]);
        Diagnosis diagnosis = fit.Diagnoses[0];
        Assert.Equal(DiagnosisKind.WrongJacobian, diagnosis.Kind);
        Assert.Equal(["b2"], diagnosis.Parameters);
        Assert.Equal(data.Y.Length, diagnosis.Evidence["wrong entries"]);
        Assert.Equal(2 * data.Y.Length, diagnosis.Evidence["entries"]);
        Assert.Equal(-1, diagnosis.Evidence["given"] / diagnosis.Evidence["estimated"], 1e-6);
    }

    [Fact]
    public void Single_precision_in_the_model_is_recognized_and_a_larger_epsfcn_fixes_it()
    {
        CurveFunction single = (p, x) => (float)(p[0] * MathF.Exp(-(float)p[1] * (float)x));
        double[] y = [2.21, 1.64, 1.22, 0.88, 0.68, 0.49, 0.36, 0.28];
        FitResult fit = CurveFit.Fit(single, X, y, [1, 0.1]);
        Diagnosis diagnosis = fit.Diagnoses[0];
        Assert.Equal(DiagnosisKind.NoisyModel, diagnosis.Kind);
        Assert.Contains("float-like", diagnosis.Message, StringComparison.Ordinal);
        Assert.Contains("set LeastSquaresOptions.ResidualPrecision to", diagnosis.Message, StringComparison.Ordinal);
        double noise = diagnosis.Evidence["relative noise"];
        Assert.InRange(noise, 1e-9, 1e-6);

        FitOptions fixedOptions = new() { Solver = new() { ResidualPrecision = noise } };
        FitResult good = CurveFit.Fit(single, X, y, [1, 0.1], fixedOptions);
        Assert.Empty(good.Diagnoses);
        Assert.InRange(good.ChiSquared, 0, fit.ChiSquared * 1.001);
    }

    [Fact]
    public void Noise_of_an_inner_iteration_is_recognized()
    {
        // A square root by bisection down to 1e-6.
        CurveFunction iterated = (p, x) =>
        {
            double low = 0;
            double high = 10;
            while (high - low > 1e-6)
            {
                double middle = (low + high) / 2;
                (low, high) = middle * middle < p[0] * x ? (middle, high) : (low, middle);
            }

            return low;
        };
        FitResult fit = CurveFit.Fit(iterated, X, Array.ConvertAll(X, x => Math.Sqrt(2 * x) + (0.01 * (x % 2))), [1]);
        Assert.Contains(DiagnosisKind.NoisyModel, fit.Diagnoses.Select(diagnosis => diagnosis.Kind));
    }

    /// <summary>Models with an edge of their domain just below the first point, the truth, and a start.</summary>
    public static TheoryData<CurveFunction, double[], double[]> Edges => new()
    {
        { (p, x) => (p[0] * Math.Log(x - p[1])) + p[2], [2, 1 - 1e-6, 1], [1, 0.99, 0] },
        { (p, x) => (p[0] * Math.Log(x - p[1])) + p[2], [2, 1 - 2e-4, 1], [1, 0.99, 0] },
        { (p, x) => p[0] / (x - p[1]), [2, 1 - 1e-6], [1, 1 - 1e-5] },
        { (p, x) => p[0] / (x - p[1]), [2, 1 - 1e-5], [1, 1 - 2e-5] },
        { (p, x) => p[0] * Math.Sqrt(x - p[1]), [2, 1 - 1e-5], [1, 0.9] },
        { (p, x) => p[0] * Math.Pow(x - p[1], p[2]), [2, 1 - 1e-5, 0.3], [1, 0.9, 0.5] },
        { (p, x) => (p[0] * Math.Log(p[1] * x - 1)) + p[2], [2, 1 + 1e-5, 1], [1, 1.1, 0] },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_edge_of_a_domain_is_no_noise(CurveFunction model, double[] truth, double[] start)
    {
        FitResult fit = CurveFit.Fit(model, X, Array.ConvertAll(X, x => model(truth, x)), start);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.DomainEdge);
        Assert.Equal(["p[1]"], diagnosis.Parameters);
        Assert.Equal(0, diagnosis.Evidence["point"]);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.NoisyModel);
    }

    [Fact]
    public void Differences_stay_within_the_domain()
    {
        CurveFunction model = (p, x) => (p[0] * Math.Log(x - p[1])) + p[2];
        double[] y = Array.ConvertAll(X, x => model([2, 1 - 1e-6, 1], x) + (1e-3 * Math.Cos(9 * x)));
        FitResult exact = CurveFit.Fit(Formula.Parse("a*log(x - b) + c"), X, y, [2, 0.99999, 1]);
        FitResult fit = CurveFit.Fit(model, X, y, [2, 0.99999, 1]);
        Assert.True(exact.Converged);
        Assert.All(
            exact.StandardErrors.Zip(fit.StandardErrors), pair => Assert.Equal(1, pair.Second / pair.First, 1e-2));
    }

    [Fact]
    public void Noise_of_double_precision_is_none()
    {
        FitProblem problem = new(
            Model.FromCurve((p, x) => p[0] + (p[1] * x)), X, Y, new double[] { 1, 1 }, FitOptions.Default);
        NoiseLevel? noise = NoiseLevel.Of(problem, [1.1, 1.3], problem.ValuesAt([1.1, 1.3]), [1.1, 1.3]);
        Assert.InRange(noise!.Relative, 0, 1e-15);
    }
}
