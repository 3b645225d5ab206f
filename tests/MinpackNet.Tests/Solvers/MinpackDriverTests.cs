using System.Text.Json.Nodes;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>
/// Each of the 53 least-squares cases of the MINPACK drivers takes the path that Fortran MINPACK took when it was
/// compiled without contraction, in all three ways of getting a Jacobian: same status, same counts, same x and norm to
/// the last bit.
/// </summary>
/// <remarks>
/// The bits of the residuals belong to that. In the 12 cases that call exp, sin, cos or atan they are known only where
/// <see cref="Libm.IsTheRecorded"/>; elsewhere the end of these cases is compared. The other 41 need nothing but
/// arithmetic.
/// </remarks>
public sealed class MinpackDriverTests
{
    private const string Analytic = "lmder";
    private const string Differences = "lmdif";
    private const string ByRows = "lmstr";

    private static readonly double Tolerance = Math.Pow(2, -26);

    public static TheoryData<int, string> Cases =>
    [
        .. LeastSquaresProblems.Cases.SelectMany(c => new[] { Analytic, Differences, ByRows }.Select(
            routine => new TheoryDataRow<int, string>(c.Number, routine))),
    ];

    [Fact]
    public void All_cases_are_compared_to_the_last_bit_unless_the_C_library_or_the_provider_is_another()
    {
        Assert.Equal(53, LeastSquaresProblems.Cases.Count);
        int comparable = (Libm.IsTheRecorded ? 53 : 41) - (Provider.IsBundled ? 0 : 5);
        Assert.Equal(comparable, LeastSquaresProblems.Cases.Count(IsComparable));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_driver_case_takes_the_path_of_MINPACK(int number, string routine)
    {
        TestCase problem = LeastSquaresProblems.Cases[number - 1];
        JsonNode recorded = RecordedCases.Get(number)[routine]!["minpackStrict"]!;
        (LeastSquaresResult result, int jacobians) = Solve(problem, routine);

        // The drivers report 8 as 4. They count difference calls as so many n per Jacobian, apart from the others.
        int info = result.Status == LeastSquaresStatus.GradientToleranceTooSmall ? 4 : (int)result.Status;
        int calls = result.Evaluations - (routine == Differences ? jacobians * problem.ParameterCount : 0);
        double norm = JsonNumbers.Number(recorded["finalNorm"]);

        // The largest difference from changed last bits of exp is 1e-5, where the limit on evaluations stops Brown and
        // Dennis in its valley; Meyer from 10 times its start, stopped far from the minimum, may differ by 3 %.
        double tolerance = problem is { ProblemNumber: 10, Factor: 10 } ? 0.1 : 1e-4;
        Assert.Equal((int)recorded["info"]! is >= 1 and <= 4, info is >= 1 and <= 4);
        Assert.Equal(norm, result.ResidualNorm, (tolerance * norm) + 1e-14);

        if (IsComparable(problem))
        {
            Assert.Equal(
                ((int)recorded["info"]!, (int)recorded["nfev"]!, (int)recorded["njev"]!), (info, calls, jacobians));
            Assert.Equal(JsonNumbers.Vector(recorded["x"]), result.Parameters);
            Assert.Equal(norm, result.ResidualNorm);
        }
    }

    [Fact]
    public void Without_a_limit_of_the_callers_the_limit_is_the_drivers()
    {
        // Case 24 with a Jacobian ends at 100 (n + 1) = 500, case 13 without one at 200 (n + 1) = 1000 or a step later.
        Assert.Equal(500, Solve(LeastSquaresProblems.Cases[23], Analytic).Result.Evaluations);
        Assert.Equal(500, Solve(LeastSquaresProblems.Cases[23], ByRows).Result.Evaluations);
        Assert.InRange(Solve(LeastSquaresProblems.Cases[12], Differences).Result.Evaluations, 1000, 1005);
    }

    private static bool IsComparable(TestCase problem) =>
        (Libm.IsTheRecorded || !problem.NeedsLibm) && Provider.KeepsTheBitsOf(problem.Number);

    /// <summary>
    /// Ftol = xtol = 2^-26, gtol = 0, factor = 100, differences with the machine epsilon: as the drivers.
    /// </summary>
    private static (LeastSquaresResult Result, int Jacobians) Solve(TestCase problem, string routine)
    {
        int jacobians = 0;
        LeastSquaresOptions options = new()
        {
            FunctionTolerance = Tolerance,
            StepTolerance = Tolerance,
            Observer = _ =>
            {
                jacobians++;
                return true;
            },
        };
        double[] start = problem.Start();
        int m = problem.ResidualCount;
        ResidualFunction residuals = problem.Problem.Residuals;
        LeastSquaresResult result = routine switch
        {
            Analytic => LeastSquares.Solve(start, m, residuals, problem.Jacobian, options),
            Differences => LeastSquares.Solve(start, m, residuals, options: options),
            ByRows => LeastSquares.SolveByRows(start, m, residuals, problem.JacobianRow, options),
            _ => throw new ArgumentOutOfRangeException(nameof(routine)),
        };
        Assert.Equal(routine == Differences ? 0 : jacobians, result.JacobianEvaluations);
        return (result, jacobians);
    }
}
