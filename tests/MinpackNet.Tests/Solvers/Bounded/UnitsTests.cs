namespace MinpackNet.Tests;

/// <summary>Solves with bounds or a loss find the same minimum in all units, and know it.</summary>
public sealed class UnitsTests
{
    private static readonly double[] Y =
    [
        3.523, 2.351, 1.64, 1.104, 0.7704, 0.5764, 0.3794, 0.3183, 0.2342, 0.2093,
        0.2049, 0.1614, 0.151, 0.1363, 0.1621, 0.1665, 0.1128, 0.1594, 0.1423, 0.1178,
    ];

    // SciPy 1.10.1, curve_fit with ftol and xtol of 1e-15.
    private static readonly double[] Minimum = [3.3888635223286494, 1.3852982570187693, 0.132856706699907];
    private static readonly double[] Errors = [0.01782857, 0.01489443, 0.00605987];

    public static TheoryData<LeastSquaresMethod, double, bool> Decays => [.. new MatrixTheoryData<
        LeastSquaresMethod, double, bool>(
        [LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox],
        [1e-100, 1e-15, 1e-12, 1e-6, 1, 1e12, 1e100],
        [false, true])];

    [Theory]
    [MemberData(nameof(Decays))]
    public void A_decay_is_found_in_all_units(LeastSquaresMethod method, double unit, bool hasJacobian)
    {
        LeastSquaresOptions options = new() { Bounds = (0, double.PositiveInfinity), Method = method };
        LeastSquaresResult fit = LeastSquares.Solve(
            [2 * unit, 0.8, 0.1 * unit], Y.Length, Decay(unit), hasJacobian ? DecaySlopes : null, options);
        AssertMinimum(fit, unit);

        FitBatch batch = LeastSquares.FitMany(
            [2 * unit, 0.8, 0.1 * unit],
            2,
            Y.Length,
            (_, p, r) => Decay(unit)(p, r),
            hasJacobian ? (_, p, j) => DecaySlopes(p, j) : null,
            options);
        Assert.Equal(fit.Parameters.ToArray(), batch.ParametersOf(1).ToArray());
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void The_path_is_the_same_in_units_of_powers_of_two(LeastSquaresMethod method)
    {
        LeastSquaresOptions options = new() { Bounds = new([0, 0.1, -1], [9, 1.3, 1]), Method = method };
        LeastSquaresResult one = LeastSquares.Solve([2, 0.8, -0.1], Y.Length, Decay(1), options: options);
        foreach (double unit in new[] { Math.ScaleB(1, -40), Math.ScaleB(1, 40) })
        {
            options = options with { Bounds = new([0, 0.1, -unit], [9 * unit, 1.3, unit]) };
            LeastSquaresResult other = LeastSquares.Solve(
                [2 * unit, 0.8, -0.1 * unit], Y.Length, Decay(unit), options: options);
            Assert.Equal([BoundState.Free, BoundState.AtUpper, BoundState.Free], other.BoundStates!);
            Assert.Equal(one.Evaluations, other.Evaluations);
            Assert.Equal(one.Parameters[0] * unit, other.Parameters[0]);
            Assert.Equal(one.Parameters[1], other.Parameters[1]);
            Assert.Equal(one.Parameters[2] * unit, other.Parameters[2]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-12)]
    [InlineData(1e-15)]
    [InlineData(1e-60)]
    public void A_start_at_a_bound_of_zero_leaves_it(double unit)
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [0, 0.8, 0], Y.Length, Decay(unit), options: new() { Bounds = (0, double.PositiveInfinity) });
        AssertMinimum(fit, unit);
    }

    [Fact]
    public void What_has_no_effect_while_others_are_held_is_no_minimum()
    {
        // The first move inside is so much more than these residuals that the rate runs away on the way back to zero.
        // There it has no effect, and half the squares are 1.17e-279; both others lower them, whatever the rate is.
        LeastSquaresResult fit = LeastSquares.Solve(
            [0, 0.8, 0], Y.Length, Decay(1e-140), options: new() { Bounds = (0, double.PositiveInfinity) });
        Assert.All(fit.BoundStates!, state => Assert.Equal(BoundState.Free, state));
        Assert.InRange(fit.Cost, 0, 4e-280);
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void Parameters_of_very_different_units_both_count(LeastSquaresMethod method)
    {
        foreach (double unit in new[] { 1, 1e6, 1e8, 1e9, 1e12, 1e15, 1e100 })
        {
            LeastSquaresResult fit = LeastSquares.Solve(
                [1 / unit, 0.5 * unit],
                3,
                (x, r) => (r[0], r[1], r[2]) = ((x[0] * unit) - 1, (x[1] / unit) - 1, 0.1),
                options: new() { Bounds = (0, double.PositiveInfinity), Method = method });
            Assert.True(fit.IsOptimal);
            Assert.Equal(1, fit.Parameters[0] * unit, 1e-7);
            Assert.Equal(1, fit.Parameters[1] / unit, 1e-7);

            // The variance of the one residual left is 0.01, and each column has length 1 in its unit.
            Assert.Equal(0.1, fit.StandardErrors![0] * unit, 1e-7);
            Assert.Equal(0.1, fit.StandardErrors[1] / unit, 1e-7);
        }
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void Dependent_columns_do_not_hide_a_slope(LeastSquaresMethod method)
    {
        double[] g = [1.0458, 0.8252, 2.0183, 1.6295, -2.0886];
        double[] twice = [2.0916, 1.6504, 4.0366, 3.259, -4.1772];
        double[] y = [-0.115, 0.0735, 0.0137, -0.0714, -0.0064];
        LeastSquaresResult fit = LeastSquares.Solve(
            [1, 1, 1],
            5,
            (x, r) =>
            {
                for (int i = 0; i < r.Length; i++)
                {
                    r[i] = (g[i] * (x[0] + x[2])) + (twice[i] * x[1]) - y[i];
                }
            },
            options: new() { Bounds = (0, double.PositiveInfinity), Method = method });

        // g and y make an obtuse angle, so that nothing is better than zero.
        Assert.True(fit.IsOptimal);
        Assert.Equal(0.01197693, fit.Cost, 1e-9);
    }

    [Fact]
    public void A_solve_goes_on_from_where_its_steps_led_nowhere()
    {
        // The sum of the parameters alone has an effect: the step to the edge of the region leads as far beyond the
        // minimum as the start is before it, where the cost is the same.
        foreach (LeastSquaresOptions options in new LeastSquaresOptions[]
        {
            new() { Bounds = (0, double.PositiveInfinity) },
            new() { Loss = Loss.Huber(10) },
        })
        {
            LeastSquaresResult fit = LeastSquares.Solve(
                [1, 1], 3, (p, r) => (r[0], r[1], r[2]) = (-1, p[0] + p[1] - 3, 4), options: options);
            Assert.True(fit.IsOptimal);
            Assert.Equal(8.5, fit.Cost, 1e-9);
        }
    }

    [Fact]
    public void No_advice_names_the_method_in_use() => Assert.DoesNotContain(
        "LeastSquaresMethod.",
        Messages.Of(
            new LeastSquaresSummary(LeastSquaresStatus.SmallReduction, 1, 1) { IsOptimal = false },
            OptionNames.LeastSquares),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1e-7, LeastSquaresMethod.Trf, DifferenceScheme.TwoPoint)]
    [InlineData(1e-3, LeastSquaresMethod.Trf, DifferenceScheme.TwoPoint)]
    [InlineData(100, LeastSquaresMethod.Trf, DifferenceScheme.TwoPoint)]
    [InlineData(1e-7, LeastSquaresMethod.Trf, DifferenceScheme.ThreePoint)]
    [InlineData(1e-7, LeastSquaresMethod.Dogbox, DifferenceScheme.TwoPoint)]
    [InlineData(1, LeastSquaresMethod.Dogbox, DifferenceScheme.TwoPoint)]
    public void Differences_lead_from_a_start_near_a_bound(
        double start, LeastSquaresMethod method, DifferenceScheme scheme)
    {
        const int M = 60;
        const int N = 17;
        double[] at = new double[N];
        Array.Fill(at, start);
        LeastSquaresResult fit = LeastSquares.Solve(
            at,
            M,
            (x, r) =>
            {
                for (int i = 0; i < M; i++)
                {
                    r[i] = -1000 * Math.Cos(0.9 * i * i);
                    for (int j = 0; j < N; j++)
                    {
                        r[i] += Math.Sin(1 + (1.7 * i) + (2.3 * j) + (i * j)) * Math.Pow(10, (j % 7) - 3) * x[j];
                    }
                }
            },
            options: new() { Bounds = (0, double.PositiveInfinity), Method = method, Differences = scheme });

        // scipy.optimize.nnls of SciPy 1.10.1, half the squared norm that it returns; ten parameters are positive.
        Assert.True(fit.IsOptimal);
        Assert.Equal(11698462.105612673, fit.Cost, 1e-7 * 11698462);
        Assert.Equal(7, fit.BoundStates!.Count(state => state == BoundState.AtLower));
    }

    [Theory]
    [InlineData(DifferenceScheme.TwoPoint)]
    [InlineData(DifferenceScheme.ThreePoint)]
    public void Few_digits_of_a_difference_are_not_enough(DifferenceScheme scheme)
    {
        // The step relative to the parameter changes the residuals by 15 units of the last place of 2.
        double[] x = [0];
        BoundedProblem problem = BoundedOptions.Problem(
            new() { Bounds = (0, 9), Differences = scheme },
            [1],
            3,
            (p, r) => (r[0], r[1], r[2]) = (p[0] + 2, 2 - p[0], 1 + (p[0] * p[0])),
            null,
            CancellationToken.None);
        foreach (double value in new[] { 0, 1e-300, 1e-20, 1e-9, 3.1e-7, 1e-4, 1 })
        {
            x[0] = value;
            double[] slopes = new double[3];
            new BoundedDifferences(3, 1).Fill(problem, x, problem.ResidualsAt(x), slopes);

            // Rounding of 2^-52 · 2 in a change that is 2^14 times as much, or of a step of the size of rounding.
            Assert.Equal(1, slopes[0], 1e-4);
            Assert.Equal(-1, slopes[1], 1e-4);
            Assert.Equal(2 * value, slopes[2], 1e-4);
        }
    }

    [Fact]
    public void Lsmr_that_ends_at_once_leaves_two_parameters_the_whole_plane()
    {
        // SciPy 1.10.1 with tr_solver 'lsmr' and max_nfev 2; its LSMR ends after one iteration too, along the gradient.
        OptimizeResult found = Optimize.LeastSquares(
            p => [p[0] + p[1] - 1, (2 * p[0]) - p[1] - 2.2, (3 * p[0]) - 2.7, p[0] - p[1] - 5],
            [2.0, 1],
            loss: LossFunction.Huber,
            trSolver: TrSolver.Lsmr,
            maxNfev: 2);
        Assert.Equal(0.53481234, found.X[0], 1e-8);
        Assert.Equal(-0.68914923, found.X[1], 1e-8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    [InlineData(double.NaN)]
    public void A_margin_has_a_square(double scale)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Huber(scale));
        Assert.Contains("margin of a loss must be positive", error.Message, StringComparison.Ordinal);
        Assert.Contains("square", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_that_no_fit_can_have_stop_all_at_once()
    {
        foreach (Bounds bounds in new Bounds[] { new([0, 0, 0], [1, 1, 1]), new([2, 0], [1, 1]) })
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => LeastSquares.FitMany(
                [1, 1], 5, 3, (_, p, r) => r.Fill(p[0]), options: new() { Bounds = bounds }));
            Assert.Equal("Bounds", error.ParamName);
        }
    }

    [Fact]
    public void Bounds_that_fix_a_parameter_are_finite()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => LeastSquares.Solve(
            [1],
            1,
            (p, r) => r[0] = p[0],
            options: new() { Bounds = (double.PositiveInfinity, double.PositiveInfinity) }));
        Assert.Contains("equal to it and finite", error.Message, StringComparison.Ordinal);
    }

    private static void AssertMinimum(LeastSquaresResult fit, double unit)
    {
        double[] units = [unit, 1, unit];
        Assert.True(fit.IsOptimal, fit.Message);
        Assert.All(fit.BoundStates!, state => Assert.Equal(BoundState.Free, state));
        for (int j = 0; j < units.Length; j++)
        {
            // The tolerances of 1.5e-8 are for the cost and for the longest parameter.
            Assert.Equal(Minimum[j], fit.Parameters[j] / units[j], 3e-6 * Minimum[j]);
            Assert.Equal(Errors[j], fit.StandardErrors![j] / units[j], 1e-5 * Errors[j]);
        }
    }

    private static ResidualFunction Decay(double unit) => (p, r) =>
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] * Math.Exp(-p[1] * 0.3 * i)) + p[2] - (unit * Y[i]);
        }
    };

    private static void DecaySlopes(ReadOnlySpan<double> p, JacobianMatrix j)
    {
        for (int i = 0; i < Y.Length; i++)
        {
            double part = Math.Exp(-p[1] * 0.3 * i);
            (j[i, 0], j[i, 1], j[i, 2]) = (part, -0.3 * i * p[0] * part, 1);
        }
    }
}
