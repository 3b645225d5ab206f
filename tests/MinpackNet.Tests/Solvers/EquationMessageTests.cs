namespace MinpackNet.Tests;

/// <summary>Why a search for a root ended without one, and what helps.</summary>
public sealed class EquationMessageTests
{
    private const double Diameter = 0.22;
    private const double Roughness = 0.0002;
    private const double Reynolds = 10 * Diameter * 1.18 / 18.2e-6;
    private const double Friction = 0.02116887268;

    private static readonly double[] PipeStart = [250, 2, 1, 1];

    public static TheoryData<string, double[], int> Undefined => new()
    {
        { "Colebrook", [0.2], 5 },
        { "Colebrook", [1], 5 },
        { "Colebrook", [10], 5 },
        { "pipes", PipeStart, 5 },
        { "logarithm", [3], 5 },
        { "root", [9], 5 },
        { "two logarithms", [3, 2], 5 },
    };

    [Theory]
    [MemberData(nameof(Undefined))]
    public void Trial_points_where_an_equation_is_undefined_are_told_at_both_doors(string name, double[] start, int ier)
    {
        int undefined = 0;
        NonlinearEquationsResult result = NonlinearEquations.Solve(start, (x, f) =>
        {
            Evaluate(name, x).CopyTo(f);
            undefined += f.ToArray().All(double.IsFinite) ? 0 : 1;
        });
        Assert.Equal(ier, (int)result.Status);
        Assert.InRange(undefined, 1, result.Evaluations);
        string told = $"The equations were NaN or infinite at {undefined} trial point{(undefined == 1 ? "" : "s")}";
        Assert.Contains(told, result.Message, StringComparison.Ordinal);
        Assert.Contains("NonlinearEquationsOptions.InitialStepFactor", result.Message, StringComparison.Ordinal);

        FsolveResult ported = Optimize.Fsolve(x => Evaluate(name, x), start);
        Assert.Equal(ier, ported.Ier);
        Assert.Contains(told, ported.Mesg, StringComparison.Ordinal);
        Assert.Contains("set factor to 0.1", ported.Mesg, StringComparison.Ordinal);
        Assert.DoesNotContain("Options", ported.Mesg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(10)]
    public void The_advice_leads_to_the_root(double start)
    {
        Assert.Equal(Friction, Optimize.Fsolve(x => Evaluate("Colebrook", x), [0.02]).X[0], 1e-11);
        Assert.Equal(Friction, Optimize.Fsolve(x => Evaluate("Colebrook", x), [start], factor: 0.1).X[0], 1e-11);
        FsolveResult logarithm =
            Optimize.Fsolve(x => Evaluate("Colebrook", [Math.Exp(x[0])]), [Math.Log(start)], factor: 0.1);
        Assert.Equal(Friction, Math.Exp(logarithm.X[0]), 1e-10);
    }

    [Fact]
    public void The_advice_leads_to_the_flows_in_pipes()
    {
        FsolveResult found = Optimize.Fsolve(x => Evaluate("pipes", x), PipeStart, factor: 0.1);
        Assert.True(found.Success);
        Assert.Equal([200, 2.398, 1.775, 0.623], found.X.Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void A_step_to_where_the_equations_are_huge_is_told()
    {
        FsolveResult far = Optimize.Fsolve(x => Evaluate("Colebrook", [Math.Exp(x[0])]), [Math.Log(10)]);
        Assert.Equal(5, far.Ier);
        Assert.Contains(
            "A step jumped to where the equations are more than a thousand times what they are at the start. Start "
            + "closer to the root, set factor to 0.1",
            far.Mesg,
            StringComparison.Ordinal);
    }

    /// <summary>MINPACK ends with convergence there, because such a value makes the next step tiny.</summary>
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    [InlineData(-1e12)]
    public void A_wild_value_at_a_trial_point_makes_no_root_of_the_start(double wild)
    {
        foreach (double factor in new[] { 0.1, 1, 100 })
        {
            NonlinearEquationsResult result = NonlinearEquations.Solve(
                [1.0],
                (x, f) => f[0] = x[0] < 0.95 ? wild : 3 + x[0],
                options: new() { InitialStepFactor = factor });
            Assert.False(result.IsRoot);
            Assert.False(result.Converged);
            Assert.StartsWith("Not converged", result.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(10)]
    public void So_does_least_squares(double start)
    {
        Assert.Equal(Friction, Optimize.Leastsq(x => Evaluate("Colebrook", x), [start]).X[0], 1e-11);
        Assert.Equal(
            Friction,
            LeastSquares.Solve([start], 1, (x, f) => Evaluate("Colebrook", x).CopyTo(f)).Parameters[0],
            1e-11);
    }

    [Fact]
    public void Least_squares_that_ends_at_the_edge_of_finite_values_says_so()
    {
        const double beyond = double.NaN;
        LeastSquaresResult result = LeastSquares.Solve([1.0], 1, (x, f) => f[0] = x[0] < 0.95 ? beyond : 3 + x[0]);
        Assert.Equal(LeastSquaresStatus.SmallStep, result.Status);
        Assert.Equal(0.95, result.Parameters[0], 1e-7);
        Assert.Contains("NaN or infinite at the last trial point", result.Message, StringComparison.Ordinal);
        LeastsqResult ported = Optimize.Leastsq(x => [x[0] < 0.95 ? beyond : 3 + x[0]], [1]);
        Assert.Contains("set factor to 1 or 0.1", ported.Mesg, StringComparison.Ordinal);
        LeastSquaresResult rows = LeastSquares.SolveByRows(
            [1.0], 1, (x, f) => f[0] = x[0] < 0.95 ? beyond : 3 + x[0], (_, _, gradient) => gradient[0] = 1);
        Assert.Contains("NaN or infinite at the last trial point", rows.Message, StringComparison.Ordinal);
        LeastSquaresResult exact = LeastSquares.Solve(
            [1.0], 1, (x, f) => f[0] = x[0] < 0.95 ? beyond : 3 + x[0], (_, j) => j[0, 0] = 1);
        Assert.Contains("NaN or infinite at the last trial point", exact.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Colebrook")]
    [InlineData("logarithm")]
    [InlineData("root")]
    public void A_root_that_is_found_past_such_points_has_no_complaint(string name)
    {
        NonlinearEquationsResult result =
            NonlinearEquations.Solve([name == "root" ? 1.000002 : 0.02], (x, f) => Evaluate(name, x).CopyTo(f));
        Assert.True(result.Converged);
        Assert.DoesNotContain("NaN", result.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, double[]> Singular => new()
    {
        { "twice", [1, 2] },
        { "unused", [1, 2] },
        { "sum", [1, 2] },
        { "product", [1, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(Singular))]
    public void A_singular_Jacobian_is_told_at_both_doors(string name, double[] start)
    {
        NonlinearEquationsResult result = NonlinearEquations.Solve(start, (x, f) => Evaluate(name, x).CopyTo(f));
        Assert.False(result.IsRoot);
        Assert.Contains("The Jacobian is singular", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("check the Jacobian", result.Message, StringComparison.Ordinal); // none was given
        string ported = Optimize.Fsolve(x => Evaluate(name, x), start).Mesg;
        Assert.Contains("The Jacobian is singular", ported, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_on_the_Jacobian_is_for_those_who_gave_one()
    {
        NonlinearEquationsResult wrong = NonlinearEquations.Solve(
            [1.0], (x, f) => f[0] = (x[0] * x[0]) + 1, (x, j) => j[0, 0] = -2 * x[0]);
        Assert.Contains(
            "check the Jacobian with NonlinearEquationsOptions.CheckJacobian", wrong.Message, StringComparison.Ordinal);
        FsolveResult ported =
            Optimize.Fsolve(x => [(x[0] * x[0]) + 1], [1], fprime: x => new double[,] { { -2 * x[0] } });
        Assert.Contains("check the Jacobian with Optimize.CheckGrad", ported.Mesg, StringComparison.Ordinal);
        NonlinearEquationsResult none = NonlinearEquations.Solve([1.0], (x, f) => f[0] = (x[0] * x[0]) + 1);
        Assert.Contains("There may be no root nearby. Start elsewhere.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_on_evaluations_has_the_name_of_the_door()
    {
        Assert.Contains(
            "raise NonlinearEquationsOptions.MaxEvaluations",
            NonlinearEquations.Solve(
                Crossing.Start, Crossing.Equations, options: new() { MaxEvaluations = 3 }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "raise maxfev", Optimize.Fsolve(x => [Math.Exp(x[0]) - 5], [9], maxfev: 3).Mesg, StringComparison.Ordinal);
        Assert.Contains(
            "raise LeastSquaresOptions.MaxEvaluations",
            LeastSquares.Solve(
                Decay.Start, Decay.Count, Decay.Residuals, options: new() { MaxEvaluations = 3 }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "raise maxfev",
            Optimize.Leastsq(x => [Math.Exp(x[0]) - 5, x[0] - 1], [9], maxfev: 3).Mesg,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_lets_NaN_propagate_is_named_as_at_the_door()
    {
        Assert.Contains(
            "set NonlinearEquationsOptions.NonFiniteValues to Propagate",
            Assert.Throws<NonFiniteValueException>(
                () => NonlinearEquations.Solve([1.0], (_, f) => f[0] = double.NaN)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "set LeastSquaresOptions.NonFiniteValues to Propagate",
            Assert.Throws<NonFiniteValueException>(
                () => Optimize.CurveFit((x, a) => a * double.NaN, new double[] { 1, 2 }, [3, 4])).Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "or set nonFiniteValues to Propagate for MINPACK's own behavior.",
            Assert.Throws<NonFiniteValueException>(() => Optimize.Fsolve(_ => [double.NaN], [1])).Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "or set nonFiniteValues to Propagate for MINPACK's own behavior.",
            Assert.Throws<NonFiniteValueException>(() => Optimize.Leastsq(
                x => [x[0]], [1], dfun: _ => new double[,] { { double.NaN } })).Message,
            StringComparison.Ordinal);
    }

    private static double[] Evaluate(string name, ReadOnlySpan<double> x) => name switch
    {
        "Colebrook" =>
        [
            (-2 * Math.Log10((2.51 / (Reynolds * Math.Sqrt(x[0]))) + (Roughness / (3.71 * Diameter))))
                - (1 / Math.Sqrt(x[0])),
        ],
        "pipes" =>
        [
            x[1] - x[2] - x[3],
            x[1] - Math.Pow(300 * ((x[0] * x[0]) - 4e4), 0.5),
            x[2] - (2e-5 * Math.Pow(4e6 - (x[0] * x[0]), 0.75)),
            x[3] - (1.5e-5 * Math.Pow(4e6 - (x[0] * x[0]), 0.7)),
        ],
        "logarithm" => [Math.Log(x[0]) + 4],
        "two logarithms" => [Math.Log(x[0]) + 4 + x[1], x[1] + 1],
        "root" => [Math.Sqrt(x[0] - 1) - 0.001],
        "twice" => [x[0] + x[1] - 1, (2 * x[0]) + (2 * x[1]) - 5],
        "unused" => [x[0] - 1, Math.Exp(x[0]) - 7],
        "sum" => [Math.Exp(x[0] + x[1]) - 2, x[0] + x[1] - 5],
        _ => [(x[0] * x[1]) - 6, (x[0] * x[1] * 3) - 7, x[2] - 1],
    };
}
