namespace MinpackNet.Tests;

/// <summary>What differences cannot tell is not told as if they could.</summary>
public sealed class DifferenceNoiseTests
{
    private const int Count = 12;

    private static readonly double[] X = [.. Enumerable.Range(1, Count).Select(i => 0.4 * i)];

    public static TheoryData<LeastSquaresMethod, DifferenceScheme, LossFunction?> Doors()
    {
        TheoryData<LeastSquaresMethod, DifferenceScheme, LossFunction?> doors = [];
        foreach (LeastSquaresMethod method in new[] { LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox })
        {
            foreach (DifferenceScheme scheme in Enum.GetValues<DifferenceScheme>())
            {
                doors.Add(method, scheme, null);
                doors.Add(method, scheme, LossFunction.Huber);
            }
        }

        return doors;
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void Dependent_parameters_have_no_standard_errors(
        LeastSquaresMethod method, DifferenceScheme scheme, LossFunction? loss)
    {
        // Only the product of the first two counts; the offset adds rounding to their columns.
        Assert.Null(Fit(p => x => (p[0] * p[1] * Math.Exp(-0.7 * x)) + p[2], method, scheme, loss).StandardErrors);
        Assert.Null(Fit(p => x => p[0] * Math.Exp(p[1] - (p[2] * x)), method, scheme, loss).StandardErrors);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void Parameters_that_differ_by_a_little_have_theirs(
        LeastSquaresMethod method, DifferenceScheme scheme, LossFunction? loss)
    {
        // The columns of x and of x + 0.001 x² are 4e-4 apart, well above what differences leave.
        LeastSquaresResult fit = Fit(
            p => x => (p[0] * x) + (p[1] * (x + (1e-3 * x * x))) + p[2], method, scheme, loss);
        Assert.NotNull(fit.StandardErrors);
        Assert.All(fit.StandardErrors, error => Assert.True(double.IsFinite(error)));
    }

    [Fact]
    public void What_does_not_change_has_a_derivative_of_zero()
    {
        // One-sided at a bound: the rounding of the residual itself is no derivative.
        DifferenceStencil stencil = DifferenceStencil.OfStep(DifferenceScheme.ThreePoint, 0.3, 0.3, 1, 1e-6);
        for (int i = 1; i < 100; i++)
        {
            double residual = Math.Sqrt(i);
            Assert.Equal(0, stencil.Derivative(residual, residual, residual));
        }
    }

    [Fact]
    public void A_parameter_without_effect_does_not_move_from_bound_to_bound()
    {
        // Amplitude and slope are best at zero, where the third one has no effect.
        LeastSquaresResult fit = LeastSquares.Solve(
            [0.07, 0, 0.19],
            Count,
            (p, r) =>
            {
                for (int i = 0; i < Count; i++)
                {
                    r[i] = ((p[0] + (p[1] * X[i])) / (1 + (p[2] * X[i] * X[i]))) + Math.Sqrt(X[i]);
                }
            },
            options: new()
            {
                Bounds = new([0, 0, 0.09], [double.PositiveInfinity, double.PositiveInfinity, 0.27]),
                Method = LeastSquaresMethod.Dogbox,
                Differences = DifferenceScheme.ThreePoint,
            });
        Assert.True(fit.IsOptimal, fit.Message);
        Assert.Equal([0, 0], fit.Parameters.Take(2));
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e10)]
    [InlineData(1e14)]
    [InlineData(1e18)]
    [InlineData(1e20)]
    public void A_start_at_zero_does_not_hide_a_parameter_of_large_units(double unit)
    {
        foreach (LeastSquaresMethod method in new[] { LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox })
        {
            foreach (DifferenceScheme scheme in Enum.GetValues<DifferenceScheme>())
            {
                LeastSquaresResult fit = LeastSquares.Solve(
                    [1, 0],
                    Count,
                    (p, r) =>
                    {
                        for (int i = 0; i < Count; i++)
                        {
                            r[i] = (p[0] * Math.Exp(-X[i])) + (p[1] / unit * X[i]) - (2 * Math.Exp(-X[i])) - (3 * X[i]);
                        }
                    },
                    options: new() { Bounds = (0, double.PositiveInfinity), Method = method, Differences = scheme });
                Assert.True(fit.IsOptimal, fit.Message);
                Assert.Equal(2, fit.Parameters[0], 1e-6);
                Assert.Equal(3, fit.Parameters[1] / unit, 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void Residuals_are_those_at_the_parameters(LeastSquaresMethod method)
    {
#pragma warning disable CA5394 // Cases that can be repeated.
        Random random = new(7);
        for (int k = 0; k < 500; k++)
        {
            double[] truth = [1 + random.NextDouble(), random.NextDouble(), random.NextDouble()];
            double[] lower = [.. truth.Select(value => value + (0.5 * random.NextDouble()) - 0.25)];
            double[] upper = [.. lower.Select(value => value + random.NextDouble())];
            double[] start = [.. lower.Zip(upper, (low, up) => low + (random.NextDouble() * (up - low)))];
            void Residuals(ReadOnlySpan<double> p, Span<double> r)
            {
                for (int i = 0; i < Count; i++)
                {
                    r[i] = (p[0] * Math.Exp(-p[1] * X[i])) + p[2]
                        - (truth[0] * Math.Exp(-truth[1] * X[i])) - truth[2];
                }
            }

            LeastSquaresResult fit = LeastSquares.Solve(
                start, Count, Residuals, options: new() { Bounds = new(lower, upper), Method = method });
            double[] expected = new double[Count];
            Residuals([.. fit.Parameters], expected);
            Assert.Equal(expected, fit.Residuals);
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void An_exact_fit_is_a_minimum_whatever_rounding_leaves()
    {
#pragma warning disable CA5394 // Cases that can be repeated.
        Random random = new(2);
        for (int k = 0; k < 500; k++)
        {
            double[] truth = [1 + random.NextDouble(), 1 + random.NextDouble(), random.NextDouble()];
            LeastSquaresResult fit = LeastSquares.Solve(
                [.. truth.Select(value => value * (0.7 + random.NextDouble()))],
                Count,
                (p, r) =>
                {
                    for (int i = 0; i < Count; i++)
                    {
                        r[i] = (p[0] * p[1] * X[i]) + p[2] - ((truth[0] * truth[1] * X[i]) + truth[2]);
                    }
                },
                options: new()
                {
                    Bounds = new(0, double.PositiveInfinity),
                    Method = LeastSquaresMethod.Dogbox,
                    Differences = DifferenceScheme.ThreePoint,
                });
            Assert.True(fit.IsOptimal == true || fit.Cost > 1e-20, $"{k}: {fit.Message} {fit.Cost}");
        }
#pragma warning restore CA5394
    }

    private static LeastSquaresResult Fit(
        Func<double[], Func<double, double>> model,
        LeastSquaresMethod method,
        DifferenceScheme scheme,
        LossFunction? loss)
    {
        Func<double, double> truth = model([2, 0.8, 0.5]);
        return LeastSquares.Solve(
            [1.5, 1, 0.7],
            Count,
            (p, r) =>
            {
                Func<double, double> at = model(p.ToArray());
                for (int i = 0; i < Count; i++)
                {
                    r[i] = at(X[i]) - truth(X[i]) - (0.01 * Math.Cos(5 * i));
                }
            },
            options: new()
            {
                Bounds = new(-1000, 1000),
                Method = method,
                Differences = scheme,
                Loss = loss is null ? null : Loss.Huber(0.005),
            });
    }
}
