namespace MinpackNet.Fitting.Tests;

/// <summary>Many fits of a formula in lanes: each has the bits of a solve of it alone.</summary>
public sealed class FormulaFitsTests
{
    private static readonly LeastSquaresOptions OneSolve = new();
    private static readonly double[] X = [.. Enumerable.Range(0, 23).Select(i => 0.3 * i)];

    public static TheoryData<string, double[]> Models => new()
    {
        { "a*exp(-b*x) + c", [2, 0.5, 1] },
        { "a*exp(-((x - b)/c)^2) + d", [3, 3, 1, 0.1] },
        { "a*sin(b*x + c) + a*cos(b*x)", [1, 1.1, 0.3] },
        { "a/(1 + (c/x)^b)", [3, 2, 2] }, // x = 0: the derivative is a limit
        { "a*x^b + log(c + x)", [1, 0.7, 2] },
        { "a*tanh(b*x) + sqrt(c*x + 1)", [1, 0.4, 1] },
        { "a*atan(b*x) + c^b", [2, 0.5, 1.5] },
        { "a + b + 0*x + b*c", [1, 2, 0.5] }, // dependent parameters
        { "a*b", [1, 2] },
        { "a*voigt(x - b, c, d)", [3, 3, 0.5, 0.3] },
        { "a*erfc((x - b)/c) + besselj0(b*x)", [2, 3, 1.5] },
        { "if(x < 3, a*exp(-b*x), c + a*sqrt(x - 3))", [2, 0.5, 1] },
        { "min(a*x, b) + a*(x > 4)", [2, 3] },
        { "a*gaussian(x, b, c) + logistic(x - b)", [2, 3, 1.5] },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_fit_has_the_bits_of_a_solve_of_it_alone(string text, double[] start)
    {
        Formula formula = Formula.Parse(text);
        double[][] y = Observed(formula, start, 50);
        FitTable fits = CurveFit.FitMany(formula, X, y, start);
        Assert.Equal(50, fits.Count);
        for (int fit = 0; fit < y.Length; fit++)
        {
            AssertSame(Alone(formula, X, y[fit], start, null), fits[fit]);
        }
    }

    [Fact]
    public void So_it_has_with_everything_of_its_own()
    {
        Formula formula = Formula.Parse("a*exp(-b*x) + c*x");
        int count = 41;
        Predictors[] x = new Predictors[count];
        double[][] y = new double[count][];
        double[][] start = new double[count][];
        double[][] sigma = new double[count][];
        for (int fit = 0; fit < count; fit++)
        {
            int m = 5 + (fit % 4);
            double[] places = [.. Enumerable.Range(0, m).Select(i => (0.2 * i) + (0.01 * fit))];
            x[fit] = places;
            y[fit] = [.. places.Select((p, i) => (3 * Math.Exp(-p)) + (0.5 * p) + (0.05 * Noise(fit, i)))];
            start[fit] = [2 + (0.01 * fit), 0.8, 0.4 + (0.01 * fit)];
            sigma[fit] = [.. places.Select((_, i) => 0.1 + (0.02 * i))];
        }

        FitOptions options = new() { Fixed = ["c"] };
        FitTable fits = CurveFit.FitMany(formula, x, y, start, options, sigma);
        for (int fit = 0; fit < count; fit++)
        {
            AssertSame(
                Alone(formula, x[fit], y[fit], start[fit], options with { Sigma = sigma[fit] }), fits[fit]);
            Assert.Equal(start[fit][2], fits[fit]["c"].Value);
            Assert.True(fits[fit]["c"].IsFixed);
            Assert.Equal(0, fits[fit]["c"].StandardError);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public void The_number_of_threads_changes_nothing(int degree)
    {
        Formula formula = Formula.Parse("a*exp(-b*x) + c");
        double[][] y = Observed(formula, [2, 0.5, 1], 300);
        FitOptions options = new() { Solver = new() { MaxDegreeOfParallelism = degree } };
        Assert.Equal(
            CurveFit.FitMany(formula, X, y, [2, 0.5, 1]).Estimates("b"),
            CurveFit.FitMany(formula, X, y, [2, 0.5, 1], options).Estimates("b"));
    }

    [Fact]
    public void Errors_are_those_of_a_fit_by_SciPy()
    {
        Formula formula = Formula.Parse("a*exp(-b*x)");
        double[][] y = Observed(formula, [2, 0.5], 3);
        FitTable fits = CurveFit.FitMany(formula, X, y, [1, 1]);
        CurveFitResult scipy = Optimize.CurveFit((x, a, b) => a * Math.Exp(-b * x), X, y[1], [1, 1]);
        Assert.Equal(Math.Sqrt(scipy.Pcov[1, 1]), fits[1]["b"].StandardError, 1e-6);
        FitOptions absolute = new() { Sigma = [0.1], AbsoluteSigma = true };
        CurveFitResult known = Optimize.CurveFit(
            (x, a, b) => a * Math.Exp(-b * x), X, y[1], [1, 1], sigma: 0.1, absoluteSigma: true);
        Assert.Equal(
            Math.Sqrt(known.Pcov[1, 1]),
            CurveFit.FitMany(formula, X, y, [1, 1], absolute)[1]["b"].StandardError,
            1e-6);
    }

    [Fact]
    public void Bounds_and_losses_are_those_of_a_single_fit()
    {
        Formula formula = Formula.Parse("a*exp(-b*x)");
        double[][] y = Observed(formula, [2, 0.5], 9);
        FitOptions options = new() { Bounds = [new("b", 0, 0.4)], Loss = Loss.SoftL1(0.1) };
        FitTable fits = CurveFit.FitMany(formula, X, y, [1, 0.3], options);
        for (int fit = 0; fit < y.Length; fit++)
        {
            FitResult alone = CurveFit.Fit(formula, X, y[fit], [1, 0.3], options);
            Assert.Equal(alone.Estimates.ToArray(), Values(fits[fit]));
            Assert.Equal(BoundState.AtUpper, fits[fit]["b"].Bound);
            Assert.True(double.IsNaN(fits[fit]["b"].StandardError));
        }
    }

    [Fact]
    public void Models_of_other_kinds_are_fitted_too()
    {
        Formula formula = Formula.Parse("a*exp(-b*x)");
        double[][] y = Observed(formula, [2, 0.5], 70);
        Model function = Model.FromCurve((p, x) => p[0] * Math.Exp(-p[1] * x));
        FitTable fits = CurveFit.FitMany(function, X, y, [1, 1]);
        FitTable formulas = CurveFit.FitMany(formula, X, y, [1, 1]);
        Assert.Equal(["p[0]", "p[1]"], fits.ParameterNames);
        for (int fit = 0; fit < y.Length; fit++)
        {
            Assert.Equal(formulas[fit]["b"].Value, fits[fit]["p[1]"].Value, 1e-6);
        }
    }

    private static void AssertSame(LeastSquaresResult alone, FitRow row)
    {
        Assert.Equal(alone.Status, row.Status);
        Assert.Equal(alone.Evaluations, row.Evaluations);
        Assert.Equal(
            alone.Parameters.ToArray(),
            row.Parameters.Where(parameter => !parameter.IsFixed).Select(parameter => parameter.Value));
        Assert.Equal(alone.ResidualNorm * alone.ResidualNorm, row.ChiSquared);
    }

    /// <summary>The solve that a fit by itself starts with.</summary>
    private static LeastSquaresResult Alone(
        Formula formula, Predictors x, double[] y, double[] start, FitOptions? options)
    {
        FitProblem problem = new(formula, x, y, start, options ?? FitOptions.Default);
        return LeastSquares.Solve(
            problem.FreeOf(problem.Start), y.Length, problem.Residuals, problem.SolverJacobian, OneSolve);
    }

    private static double[] Values(FitRow row) => [.. row.Parameters.Select(parameter => parameter.Value)];

    private static double[][] Observed(Formula formula, double[] parameters, int count) =>
    [
        .. Enumerable.Range(0, count).Select(fit => X.Select((x, i) =>
        {
            double[] there = [.. parameters.Select((value, j) => value * (1 + (0.1 * Noise(fit, j + 100))))];
            return formula.Evaluate(there, formula.PredictorNames.Count == 0 ? [] : [x]) + (0.05 * Noise(fit, i));
        }).ToArray()),
    ];

    private static double Noise(int fit, int i) => Math.Cos((37 * i) + (11 * fit)) * Math.Sin((91.3 * i * i) + fit);
}
