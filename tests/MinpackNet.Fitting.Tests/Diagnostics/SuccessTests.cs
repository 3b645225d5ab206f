namespace MinpackNet.Fitting.Tests;

/// <summary>What the report says of the estimates, and whether a fit has succeeded, agree.</summary>
public sealed class SuccessTests
{
    private const string Distrust = "Do not trust the estimates";

    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];
    private static readonly double[] Same = [1, 1, 1, 1, 1, 1, 1, 1];
    private static readonly NistData BoxBod = NistData.Of("BoxBOD");

    public static TheoryData<DiagnosisKind, bool> Kinds => new()
    {
        { DiagnosisKind.NonFiniteValues, true },
        { DiagnosisKind.SquaresOutOfRange, true },
        { DiagnosisKind.FlatParameter, true },
        { DiagnosisKind.StartOnPlateau, true },
        { DiagnosisKind.JumpedOntoPlateau, true },
        { DiagnosisKind.SingularJacobian, true },
        { DiagnosisKind.SpareTerm, false },
        { DiagnosisKind.TooFewPlaces, true },
        { DiagnosisKind.StrongCorrelation, false },
        { DiagnosisKind.ParameterDidNotMove, false },
        { DiagnosisKind.NoDegreesOfFreedom, false },
        { DiagnosisKind.WrongJacobian, true },
        { DiagnosisKind.NoisyModel, false },
        { DiagnosisKind.DomainEdge, false },
        { DiagnosisKind.BadScaling, false }, // found only together with another that is
        { DiagnosisKind.TolerancesTooTight, false },
        { DiagnosisKind.EvaluationLimit, true },
        { DiagnosisKind.NotCertified, true },
        { DiagnosisKind.ExplainsNothing, false }, // but below the mean, which its evidence tells
        { DiagnosisKind.OrderedResiduals, false },
        { DiagnosisKind.RunawayParameter, false }, // but with an error of more than 100 sizes, which its evidence tells
        { DiagnosisKind.DistantPredictor, false },
        { DiagnosisKind.AliasedFrequency, false },
        { DiagnosisKind.ActiveBound, false },
        { DiagnosisKind.NotAtMinimum, true },
        { DiagnosisKind.LackOfFit, false },
        { DiagnosisKind.CorrelatedResiduals, false },
        { DiagnosisKind.NonNormalResiduals, false },
        { DiagnosisKind.UnexpectedScatter, false },
        { DiagnosisKind.EdgeOfCounts, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_finding_is_fatal_or_not(DiagnosisKind kind, bool isFatal) =>
        Assert.Equal(isFatal, new Diagnosis(kind, "", [], new Dictionary<string, double>()).IsFatal);

    [Fact]
    public void Each_kind_of_finding_is_judged() =>
        Assert.Equal(Enum.GetValues<DiagnosisKind>(), Kinds.Select(row => row.Data.Item1).Order());

    public static TheoryData<string, double[]> Singular => new()
    {
        { "a*x + b", [1, 1] }, // at one and the same x
        { "a*b*x", [1, 1] },
        { "a + b + 0*x", [1, 1] },
        { "a*exp(b + c) + 0*x", [1, 0.1, 0.1] },
    };

    [Theory]
    [MemberData(nameof(Singular))]
    public void A_singular_Jacobian_is_no_success(string formula, double[] start)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), Same, Y, start);
        Assert.Contains(fit.Diagnoses, diagnosis => diagnosis.Kind == DiagnosisKind.SingularJacobian);
        AssertDistrusted(fit);
    }

    [Fact]
    public void A_parameter_without_effect_is_no_success()
    {
        AssertDistrusted(CurveFit.Fit((p, x) => p[0] + (p[1] * x) + (0 * p[2]), X, Y, [1, 1, 7]));
        AssertDistrusted(CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, [("b1", 100), ("b2", 100)]));
        AssertDistrusted(CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, [("b1", 1), ("b2", 1)]));
    }

    [Fact]
    public void A_gradient_that_is_not_zero_is_no_success()
    {
        NistData data = NistData.Of("Misra1a");
        FitOptions loose = new() { Solver = new() { StepTolerance = 0.5, InitialStepFactor = 0.1 } };
        FitResult fit = CurveFit.Fit<Saturation>(data.X.Columns[0], data.Y, data.Starts[0], loose);
        Assert.Contains(fit.Diagnoses, diagnosis => diagnosis.Kind == DiagnosisKind.NotAtMinimum);
        AssertDistrusted(fit);
    }

    public static TheoryData<double, double> EdgeStarts =>
        new MatrixTheoryData<double, double>(
            [16.6, 16.8, 16.85, 16.855, 16.86, 17], [1e-5, 1e-4, 1e-3, -1e-3, 0.01, 1]);

    /// <summary>A Fermi edge: a width far below the spacing leaves a gradient that no step can follow.</summary>
    [Theory]
    [MemberData(nameof(EdgeStarts))]
    public void An_edge_succeeds_at_its_minimum_and_nowhere_else(double place, double width)
    {
        double[] energy = [.. Enumerable.Range(0, 61).Select(i => 16.55 + (0.01 * i))];
        double[] counts = [.. energy.Select((e, i) =>
            Math.Round((1000 / (1 + Math.Exp((e - 16.852) / 0.0087))) + 40 + (9 * Math.Cos(37 * i * i))))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a/(1 + exp((x - m)/w)) + b"),
            energy,
            counts,
            [("a", 1000), ("m", place), ("w", width), ("b", 0)]);
        if (fit.ChiSquared < 3000)
        {
            AssertTrusted(fit);
            Assert.Equal(16.852, fit["m"].Value, 1e-3);
        }
        else
        {
            Assert.False(fit.Succeeded);
        }
    }

    [Fact]
    public void A_healthy_fit_and_one_with_mere_warnings_succeed()
    {
        FitResult healthy = CurveFit.Fit(Formula.Parse("a*x + b"), X, Y, [1, 1]);
        Assert.Empty(healthy.Diagnoses);
        AssertTrusted(healthy);
        double[] far = Array.ConvertAll(X, x => x + 2000);
        FitResult correlated = CurveFit.Fit(Formula.Parse("a*x + b"), far, Y, [1, 1]);
        Assert.NotEmpty(correlated.Diagnoses);
        AssertTrusted(correlated);
        FitResult exact = CurveFit.Fit(Formula.Parse("a*x + b"), X[..2], Y[..2], [1, 1]);
        Assert.NotEmpty(exact.Diagnoses);
        AssertTrusted(exact);
    }

    [Fact]
    public void A_fit_that_ended_early_or_without_a_certificate_did_not_succeed()
    {
        FitOptions few = new() { Solver = new() { MaxEvaluations = 2 } };
        Assert.False(CurveFit.Fit(Formula.Parse("a*exp(b*x)"), X, Y, [1, 0.1], few).Succeeded);
        FitOptions stopped = new() { Solver = new() { Observer = _ => false } };
        Assert.False(CurveFit.Fit(Formula.Parse("a*exp(b*x)"), X, Y, [1, 0.1], stopped).Succeeded);
        FitOptions search = new() { Strategy = FitStrategy.Search };
        Assert.False(CurveFit.Fit(Formula.Parse("a + b + 0*x"), X, Y, [1, 1], search).Succeeded);
        Assert.False(CurveFit.Fit(Formula.Parse("a*log(b*x)"), X, Y, [1, -1]).Succeeded);
    }

    private static void AssertDistrusted(FitResult fit)
    {
        Assert.True(fit.Converged);
        Assert.False(fit.Succeeded);
        Assert.Contains(Distrust, fit.ToString().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static void AssertTrusted(FitResult fit)
    {
        Assert.True(fit.Succeeded);
        Assert.DoesNotContain(Distrust, fit.ToString().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
