namespace MinpackNet.Fitting.Tests;

/// <summary>A fit gives the numbers of Optimize.CurveFit, whatever the shape of its model, data and start.</summary>
public sealed class CurveFitTests
{
    private static readonly NistData Data = NistData.Of("Misra1a");
    private static readonly double[] X = Data.X.Columns[0];
    private static readonly double[] Start = [500, 1e-4];

    // How close covariances are: SciPy's are those before its last step, by forward differences or the derivatives;
    // ours are those at the estimates.
    private const double ByLastStep = 1e-6;

    private static readonly double[] Deviations = [.. Data.Y.Select(y => 0.01 * y)];

    [Fact]
    public void Estimates_have_the_bits_of_CurveFit_and_covariances_its_digits()
    {
        CurveFitResult scipy = Optimize.CurveFit(
            (double x, double a, double b) => a * (1 - Math.Exp(-b * x)), X, Data.Y, Start);
        AssertSame(scipy, CurveFit.Fit(Saturation.Value, X, Data.Y, Start), ByLastStep);
    }

    [Fact]
    public void The_same_holds_with_derivatives()
    {
        CurveFitResult scipy = Optimize.CurveFit(
            (double x, double a, double b) => a * (1 - Math.Exp(-b * x)), X, Data.Y, Start, jac: Gradient);
        FitResult fit = CurveFit.Fit(Model.FromCurve(Saturation.Value, Saturation.Gradient), X, Data.Y, Start);
        AssertSame(scipy, fit, ByLastStep);
        Assert.Equal(scipy.InfoDict.Njev, fit.JacobianEvaluations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_holds_with_standard_deviations(bool absolute)
    {
        CurveFitResult scipy = Optimize.CurveFit(
            (double x, double a, double b) => a * (1 - Math.Exp(-b * x)),
            X,
            Data.Y,
            Start,
            sigma: Deviations,
            absoluteSigma: absolute);
        FitOptions options = new() { Sigma = Deviations, AbsoluteSigma = absolute };
        AssertSame(scipy, CurveFit.Fit(Saturation.Value, X, Data.Y, Start, options), ByLastStep);
    }

    [Fact]
    public void One_standard_deviation_serves_all_observations()
    {
        FitOptions one = new() { Sigma = [0.1], AbsoluteSigma = true };
        FitOptions all = new() { Sigma = [.. X.Select(_ => 0.1)], AbsoluteSigma = true };
        Assert.Equal(Fit(all).StandardErrors, Fit(one).StandardErrors);
        Assert.NotEqual(Fit().StandardErrors, Fit(one).StandardErrors);
    }

    [Fact]
    public void A_model_over_any_number_type_fits_like_derivatives_by_hand()
    {
        FitResult generic = CurveFit.Fit<Saturation>(X, Data.Y, Start);
        FitResult given = CurveFit.Fit(Model.FromCurve(Saturation.Value, Saturation.Gradient), X, Data.Y, Start);
        Assert.Equal(given.Evaluations, generic.Evaluations);
        Assert.Equal(given.JacobianEvaluations, generic.JacobianEvaluations);
        Assert.Equal(given.Estimates[0], generic.Estimates[0], 1e-9); // derivatives differ in their rounding
    }

    [Fact]
    public void A_model_of_several_predictors_takes_them_in_the_order_of_the_columns()
    {
        NistData nelson = NistData.Of("Nelson");
        FitResult fit = CurveFit.Fit(
            (b, x) => b[0] - (b[1] * x[0] * Math.Exp(-b[2] * x[1])), nelson.X, nelson.Y, nelson.Starts[1]);
        Assert.Equal(nelson.Solution.Parameters[0], fit.Estimates[0], 1e-6);
        Assert.True(fit.Converged);
    }

    [Fact]
    public void A_model_of_several_predictors_over_any_number_type_has_exact_derivatives()
    {
        NistData nelson = NistData.Of("Nelson");
        FitResult generic = CurveFit.Fit(Model.FromSurface<Degradation>(), nelson.X, nelson.Y, nelson.Starts[1]);
        FitResult formula = CurveFit.Fit(
            Formula.Parse(nelson.Formula, nelson.X.Names), nelson.X, nelson.Y, nelson.Starts[1]);
        Assert.Equal(formula.JacobianEvaluations, generic.JacobianEvaluations);
        Assert.All(
            formula.Estimates.Zip(generic.Estimates), pair => Assert.Equal(1, pair.First / pair.Second, 1e-9));
    }

    [Fact]
    public void Starts_may_name_the_parameters()
    {
        FitResult named = CurveFit.Fit(Saturation.Value, X, Data.Y, [("b1", 500), ("b2", 1e-4)]);
        FitResult unnamed = CurveFit.Fit(Saturation.Value, X, Data.Y, [500, 1e-4]);
        Assert.Equal(["b1", "b2"], named.Parameters.Select(p => p.Name));
        Assert.Equal(["p[0]", "p[1]"], unnamed.Parameters.Select(p => p.Name));
        Assert.Equal(named.Estimates, unnamed.Estimates);
        Assert.Equal(named.Estimates[1], named["b2"].Value);
        KeyNotFoundException unknown = Assert.Throws<KeyNotFoundException>(() => named["b3"]);
        Assert.Contains("b1, b2", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_parameter_stays_and_counts_as_known()
    {
        double rate = 5.5e-4;
        FitResult fit = CurveFit.Fit(
            Saturation.Value, X, Data.Y, [("b1", 500), ("b2", rate)], new() { Fixed = ["b2"] });
        FitResult alone = CurveFit.Fit((p, x) => p[0] * (1 - Math.Exp(-rate * x)), X, Data.Y, [500]);
        Assert.Equal(rate, fit["b2"].Value);
        Assert.True(fit["b2"].IsFixed);
        Assert.Equal(0, fit["b2"].StandardError);
        Assert.Equal(new Interval(rate, rate), fit.ConfidenceIntervals()[1]);
        Assert.Equal(alone.Estimates[0], fit.Estimates[0]);
        Assert.Equal(alone.StandardErrors[0], fit.StandardErrors[0]);
        Assert.Equal(alone.DegreesOfFreedom, fit.DegreesOfFreedom);
        Assert.Equal(alone.Bic, fit.Bic);
    }

    [Fact]
    public void A_fixed_parameter_is_fixed_with_exact_derivatives_too()
    {
        FitOptions options = new() { Fixed = ["b1"] };
        FitResult generic = CurveFit.Fit<Saturation>(X, Data.Y, [("b1", 240), ("b2", 1e-4)], options);
        FitResult differences = CurveFit.Fit(Saturation.Value, X, Data.Y, [("b1", 240), ("b2", 1e-4)], options);
        Assert.Equal(240, generic.Estimates[0]);
        Assert.Equal(differences.Estimates[1], generic.Estimates[1], 1e-10);
    }

    [Fact]
    public void A_canceled_fit_says_so_and_claims_nothing()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        FitResult fit = CurveFit.Fit(Saturation.Value, X, Data.Y, Start, cancellationToken: source.Token);
        Assert.Equal(LeastSquaresStatus.Canceled, fit.Status);
        Assert.False(fit.Converged);
        Assert.All(fit.StandardErrors, error => Assert.Equal(double.NaN, error));
        Assert.All(fit.ConfidenceBand(X).Lower, limit => Assert.Equal(double.NaN, limit));
    }

    [Fact]
    public void Exceptions_of_the_model_come_out_as_the_same_instances()
    {
        InvalidOperationException thrown = new("no model here");
        CurveFunction throwing = (_, _) => throw thrown;
        Assert.Same(
            thrown, Assert.Throws<InvalidOperationException>(() => CurveFit.Fit(throwing, X, Data.Y, Start)));
    }

    [Fact]
    public void Solver_options_reach_the_solver()
    {
        FitResult fit = Fit(new() { Solver = new() { MaxEvaluations = 4 } });
        Assert.Equal(LeastSquaresStatus.TooManyEvaluations, fit.Status);
        Assert.False(fit.Converged);
    }

    private static FitResult Fit(FitOptions? options = null) =>
        CurveFit.Fit(Saturation.Value, X, Data.Y, Start, options);

    private static double[] Gradient(double x, double[] p)
    {
        double[] gradient = new double[2];
        Saturation.Gradient(p, x, gradient);
        return gradient;
    }

    private static void AssertSame(CurveFitResult expected, FitResult actual, double covarianceTolerance)
    {
        Assert.Equal(expected.Popt, actual.Estimates);
        Assert.Equal(expected.Ier, (int)actual.Status);
        Assert.Equal(expected.InfoDict.Nfev, actual.Evaluations);
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                Assert.Equal(1, actual.Covariance[i, j] / expected.Pcov[i, j], covarianceTolerance);
            }
        }
    }

    private readonly struct Degradation : ISurfaceModel
    {
        static T ISurfaceModel.Evaluate<T>(ReadOnlySpan<T> b, ReadOnlySpan<T> x) =>
            b[0] - (b[1] * x[0] * T.Exp(-b[2] * x[1]));
    }
}
