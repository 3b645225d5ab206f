using System.Text.Json.Nodes;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>
/// Each of the 55 cases in which the MINPACK drivers solve systems of equations takes the path that Fortran MINPACK
/// took when it was compiled without contraction, with and without a Jacobian: same status, same counts, same x and
/// norm to the last bit.
/// </summary>
/// <remarks>
/// As in <see cref="MinpackDriverTests"/> the cases that call exp, sin, cos or atan are compared so where <see
/// cref="Libm.IsTheRecorded"/>; elsewhere their ends are. So are the ends of <see cref="ExtremeEquations"/> over
/// CMinpack.
/// </remarks>
public sealed class EquationDriverTests
{
    private static readonly double Tolerance = Math.Pow(2, -26);

    private static readonly JsonNode[] Recorded =
    [
        .. JsonNode.Parse(TestData.Read("mgh/nonlinear-equations.json"))!["cases"]!.AsArray().Select(c => c!),
    ];

    public static TheoryData<int, bool> Cases =>
    [
        .. EquationProblems.Cases.Select(c => new TheoryDataRow<int, bool>(c.Number, false)),
        .. EquationProblems.Cases.Select(c => new TheoryDataRow<int, bool>(c.Number, true)),
    ];

    [Fact]
    public void All_cases_are_compared_to_the_last_bit_unless_the_C_library_or_the_provider_is_another()
    {
        Assert.Equal(Enumerable.Range(1, 55), Recorded.Select(c => (int)c["case"]!));
        Assert.Equal(55, EquationProblems.Cases.Count);
        int comparable = (Libm.IsTheRecorded ? 55 : 47) - (Provider.IsBundled ? 0 : 9);
        Assert.Equal(comparable, EquationProblems.Cases.Count(IsComparable));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_driver_case_takes_the_path_of_MINPACK(int number, bool hasJacobian)
    {
        TestCase problem = EquationProblems.Cases[number - 1];
        JsonNode recorded = Get(number, hasJacobian);
        NonlinearEquationsResult result = Solve(problem, hasJacobian);

        // The drivers report 5 as 4.
        int info = result.Status == NonlinearEquationsStatus.SlowSteps ? 4 : (int)result.Status;
        double norm = JsonNumbers.Number(recorded["finalNorm"]);
        if (IsComparable(problem))
        {
            int nfev = (int)recorded[hasJacobian ? "nfev" : "nfevTotal"]!;
            int njev = hasJacobian ? (int)recorded["njev"]! : 0;
            Assert.Equal(
                ((int)recorded["info"]!, nfev, njev), (info, result.Evaluations, result.JacobianEvaluations));
            Assert.Equal(JsonNumbers.Vector(recorded["x"]), result.Parameters);
            Assert.Equal(norm, result.ResidualNorm);
        }
        else if (number != ExtremeEquations.Chaotic)
        {
            // Other last bits lead to the same roots, and in the trigonometric system from its standard start to the
            // same local minimum of the norm, to four digits.
            Assert.Equal((int)recorded["info"]!, info);
            Assert.Equal(norm, result.ResidualNorm, (1e-3 * norm) + 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_driver_case_ends_at_a_root_exactly_when_the_norm_vanished(
        int number, bool hasJacobian)
    {
        // MINPACK's own verdict is not enough: Powell's singular system it ends with 4 at 1e-34. The recorded norms lie
        // below 4e-8 or above 5e-3.
        double norm = JsonNumbers.Number(Get(number, hasJacobian)["finalNorm"]);
        bool isRoot = norm < 1e-6;
        NonlinearEquationsResult result = Solve(EquationProblems.Cases[number - 1], hasJacobian);
        Assert.Equal(isRoot, result.IsRoot);
        Assert.Equal(isRoot && result.Status == NonlinearEquationsStatus.SmallStep, result.Converged);
    }

    private static JsonNode Get(int number, bool hasJacobian) =>
        Recorded[number - 1][hasJacobian ? "hybrj" : "hybrd"]!["minpackStrict"]!;

    /// <summary>
    /// Xtol = 2^-26, all scale factors 1, factor = 100, differences with the machine epsilon: as the drivers.
    /// </summary>
    private static NonlinearEquationsResult Solve(TestCase problem, bool hasJacobian)
    {
        NonlinearEquationsOptions options = new()
        {
            StepTolerance = Tolerance,
            ParameterScale = [.. Enumerable.Repeat(1.0, problem.ParameterCount)],
        };
        return NonlinearEquations.Solve(
            problem.Start(), problem.Problem.Residuals, hasJacobian ? problem.Jacobian : null, options);
    }

    private static bool IsComparable(TestCase problem) =>
        (Libm.IsTheRecorded || !problem.NeedsLibm) && ExtremeEquations.KeepTheBitsOf(problem.Number);
}
