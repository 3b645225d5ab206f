using System.Text.Json.Nodes;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>
/// MINPACK's test of Jacobians gives the scores of the Fortran driver, which runs it on 14 systems with Jacobians that
/// are wrong in all but three.
/// </summary>
public sealed class CheckGradTests
{
    private static readonly JsonNode[] Recorded =
        [.. JsonNode.Parse(TestData.Read("mgh/chkder.json"))!["cases"]!.AsArray().Select(c => c!)];

    public static TheoryData<int> Problems => [.. DerivativeCheckProblems.All.Select(problem => problem.ProblemNumber)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_function_is_called_at_the_point_and_at_MINPACKs_neighbor(int number)
    {
        List<double[]> points = [];
        TestCase problem = DerivativeCheckProblems.All[number - 1];
        Check(problem, x =>
        {
            points.Add([.. x]);
            return problem.Residuals(x);
        });

        JsonNode recorded = Recorded[number - 1];
        Assert.Equal([JsonNumbers.Vector(recorded["x"]), JsonNumbers.Vector(recorded["xPerturbed"])], points);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_scores_are_MINPACKs(int number)
    {
        TestCase problem = DerivativeCheckProblems.All[number - 1];
        double[] expected = JsonNumbers.Vector(Recorded[number - 1]["err"]);
        CheckGradResult check = Check(problem, problem.Residuals);

        // A score is a logarithm, whose last bit no standard settles, and CMinpack takes it itself. Other last bits of
        // exp, cos and atan move the discrepancy of a right gradient, itself a few last bits, by as much: a tenth of
        // the scale of eight digits.
        double tolerance = problem.NeedsLibm && !Libm.IsTheRecorded ? 0.1 : 1e-15;
        Assert.Equal(expected.Length, check.Scores.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], check.Scores[i], tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_suspicious_residuals_are_those_that_score_half_or_less(int number)
    {
        TestCase problem = DerivativeCheckProblems.All[number - 1];
        double[] expected = JsonNumbers.Vector(Recorded[number - 1]["err"]);
        CheckGradResult check = Check(problem, problem.Residuals);

        Assert.Equal(Enumerable.Range(0, expected.Length).Where(i => expected[i] <= 0.5), check.SuspiciousResiduals);
        Assert.Equal(DerivativeCheckProblems.Right.Contains(number), check.IsConsistent);
    }

    private static CheckGradResult Check(TestCase problem, Func<double[], double[]> equations) =>
        Optimize.CheckGrad(equations, problem.Jacobian, DerivativeCheckProblems.Point(problem.ProblemNumber));
}
