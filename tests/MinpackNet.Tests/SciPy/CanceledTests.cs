namespace MinpackNet.Tests;

/// <summary>What is in a result when the token was set before there was a Jacobian.</summary>
public sealed class CanceledTests
{
    private const int Repetitions = 50;

    public static TheoryData<int, bool> Cases =>
        [.. Enumerable.Range(0, 5).SelectMany(calls => new[] { (calls, false), (calls, true) })];

    /// <summary>Memory that nobody wrote to holds the numbers of other solves.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_number_of_a_result_belongs_to_the_problem(int calls, bool hasJacobian)
    {
        Func<double[], double[,]>? slopes = hasJacobian ? Slopes : null;
        for (int k = 0; k < Repetitions; k++)
        {
            Optimize.Leastsq(p => [p[0] - 1e300, p[1] + 1e200], [k, 1]);
            LeastsqInfo least = Canceled(calls, (circle, token) =>
                Optimize.Leastsq(circle, [3, 1], slopes, cancellationToken: token)).InfoDict;
            Assert.Equal([0, 1], least.Ipvt.Order());
            AssertOrdinary(least.Qtf);
            AssertOrdinary(least.Fjac);

            FsolveInfo roots = Canceled(calls, (circle, token) =>
                Optimize.Fsolve(circle, [3, 1], slopes, cancellationToken: token)).InfoDict;
            AssertOrdinary(roots.Qtf);
            AssertOrdinary(roots.R);
            AssertOrdinary(roots.Fjac);
        }
    }

    /// <summary>A solve whose token is set at the given call; before the first one for 0.</summary>
    private static TResult Canceled<TResult>(
        int calls, Func<Func<double[], double[]>, CancellationToken, TResult> solve)
    {
        using CancellationTokenSource source = new();
        int left = calls;
        CancelAtZero();
        return solve(Circle, source.Token);

        double[] Circle(double[] p)
        {
            left--;
            CancelAtZero();
            return [(p[0] * p[0]) + (p[1] * p[1]) - 4, p[0] - p[1]];
        }

        void CancelAtZero()
        {
            if (left == 0)
            {
                source.Cancel();
            }
        }
    }

    private static double[,] Slopes(double[] p) => new[,] { { 2 * p[0], 2 * p[1] }, { 1, -1 } };

    // What memory holds by chance is of another size, or not a number.
    private static void AssertOrdinary(Array values)
    {
        foreach (double value in values)
        {
            Assert.True(value == 0 || Math.Abs(value) is > 1e-20 and < 1e6, $"{value:R}");
        }
    }
}
