using System.Text.Json.Nodes;

namespace MinpackNet.Tests.Problems;

/// <summary>The problems are the ones that the recorded results speak of, and their derivatives are right.</summary>
public sealed class ProblemTests
{
    public static TheoryData<string, int> AllCases =>
        [.. NamedCases.All.Select(c => new TheoryDataRow<string, int>(c.Table, c.Case.Number))];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Each_Jacobian_agrees_with_central_differences(string table, int number)
    {
        TestCase problem = NamedCases.Get(table, number);
        double[] point = problem.Start();
        for (int j = 0; j < point.Length; j++)
        {
            // Off the start, where elements vanish; inside (0, 1) for the problems that live there.
            point[j] += 0.01 * (j + 1) * (j % 2 == 0 ? 1 : -1);
        }

        double[,] jacobian = problem.Jacobian(point);
        for (int j = 0; j < point.Length; j++)
        {
            // The cube root of the machine epsilon balances truncation, about h², against cancellation, about eps / h.
            double h = 6e-6 * Math.Max(Math.Abs(point[j]), 0.1);
            double[] ahead = problem.Residuals(Moved(point, j, h));
            double[] behind = problem.Residuals(Moved(point, j, -h));
            double[] here = problem.Residuals(point);
            for (int i = 0; i < ahead.Length; i++)
            {
                double difference = (ahead[i] - behind[i]) / (2 * h);
                double scale = Math.Abs(jacobian[i, j]) + Math.Abs(here[i]) + 1;
                Assert.True(
                    Math.Abs(difference - jacobian[i, j]) <= 1e-7 * scale,
                    $"element ({i}, {j}) is {jacobian[i, j]}, the difference quotient {difference}");
            }
        }
    }

    [Theory]
    [InlineData("least-squares", 53)]
    [InlineData("nonlinear-equations", 55)]
    public void The_cases_start_where_the_recorded_ones_do(string table, int count)
    {
        JsonArray recorded = JsonNode.Parse(TestData.Read($"mgh/{table}.json"))!["cases"]!.AsArray();
        Assert.Equal(count, recorded.Count);
        foreach (JsonNode? expected in recorded)
        {
            TestCase problem = NamedCases.Get(table, (int)expected!["case"]!);
            Assert.Equal((string)expected["name"]!, problem.Problem.Name);
            Assert.Equal((double)expected["startFactor"]!, problem.Factor);
            double[] start = problem.Start();
            Assert.Equal(expected["start"]!.AsArray().Select(x => (double)x!), start);
            double norm = Math.Sqrt(problem.Residuals(start).Sum(f => f * f));
            // The norm here is summed without scaling: a few last bits. Where cosines cancel numbers up to 20, other
            // last bits of theirs may leave 20 times 10 times 2^-52.
            Assert.Equal((double)expected["initialNorm"]!, norm, (1e-14 * norm) + 1e-13);
        }
    }

    [Fact]
    public void The_derivative_check_problems_stand_where_the_recorded_ones_do()
    {
        JsonArray recorded = JsonNode.Parse(TestData.Read("mgh/chkder.json"))!["cases"]!.AsArray();
        Assert.Equal(DerivativeCheckProblems.All.Count, recorded.Count);
        foreach (JsonNode? expected in recorded)
        {
            int number = (int)expected!["nprob"]!;
            TestCase problem = DerivativeCheckProblems.All[number - 1];
            Assert.Equal((string)expected["name"]!, problem.Problem.Name);
            Assert.Equal((bool)expected["consistent"]!, DerivativeCheckProblems.Right.Contains(number));
            double[] point = DerivativeCheckProblems.Point(number);
            Assert.Equal(expected["x"]!.AsArray().Select(x => (double)x!), point);
            double[] equations = problem.Residuals(point);
            foreach ((JsonNode? recordedValue, double value) in expected["fvec"]!.AsArray().Zip(equations))
            {
                // To the last bit without the C library's functions; with them a bit of numbers that cancel from 20.
                double tolerance = problem.NeedsLibm && !Libm.IsTheRecorded ? 1e-13 + (1e-15 * Math.Abs(value)) : 0;
                Assert.Equal((double)recordedValue!, value, tolerance);
            }
        }
    }

    private static double[] Moved(double[] point, int j, double by)
    {
        double[] moved = [.. point];
        moved[j] += by;
        return moved;
    }
}
