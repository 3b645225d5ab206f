namespace MinpackNet.Tests.Problems;

/// <summary>One solve of a driver: a problem, its size, and how far from the standard start it begins.</summary>
/// <param name="Number">The case's place in the driver's table, from 1.</param>
/// <param name="ProblemNumber">The problem's number in the paper's order, from 1.</param>
/// <param name="Problem">The functions.</param>
/// <param name="ParameterCount">n.</param>
/// <param name="ResidualCount">m; equal to n for a system of equations.</param>
/// <param name="Factor">1, 10 or 100: multiplies the standard start.</param>
internal sealed record TestCase(
    int Number, int ProblemNumber, TestProblem Problem, int ParameterCount, int ResidualCount, double Factor)
{
    public bool NeedsLibm => Problem.NeedsLibm;

    public double[] Start()
    {
        double[] standard = Problem.Start(ParameterCount);
        bool atFactor = Problem.StartsAtFactor && Factor != 1;
        return Array.ConvertAll(standard, x => atFactor ? Factor : Factor * x);
    }

    public double[] Residuals(double[] x)
    {
        double[] residuals = new double[ResidualCount];
        Problem.Residuals(x, residuals);
        return residuals;
    }

    public double[,] Jacobian(double[] x)
    {
        double[,] jacobian = new double[ResidualCount, ParameterCount];
        double[] gradient = new double[ParameterCount];
        for (int i = 0; i < ResidualCount; i++)
        {
            JacobianRow(i, x, gradient);
            for (int j = 0; j < gradient.Length; j++)
            {
                jacobian[i, j] = gradient[j];
            }
        }

        return jacobian;
    }

    public void Jacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        Span<double> gradient = stackalloc double[ParameterCount];
        for (int i = 0; i < ResidualCount; i++)
        {
            JacobianRow(i, x, gradient);
            for (int j = 0; j < gradient.Length; j++)
            {
                jacobian[i, j] = gradient[j];
            }
        }
    }

    public void JacobianRow(int row, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        Problem.Row(row, ResidualCount, x, gradient);
    }

    /// <summary>The cases of a driver's table: try k of a row begins at 10^(k-1) times the standard start.</summary>
    public static IReadOnlyList<TestCase> Table(
        IReadOnlyList<TestProblem> problems, IEnumerable<(int Problem, int N, int M, int Tries)> rows)
    {
        List<TestCase> cases = [];
        foreach ((int problem, int n, int m, int tries) in rows)
        {
            double factor = 1;
            for (int attempt = 0; attempt < tries; attempt++, factor *= 10)
            {
                cases.Add(new(cases.Count + 1, problem, problems[problem - 1], n, m, factor));
            }
        }

        return cases;
    }
}
