namespace MinpackNet.Tests.Problems;

/// <summary>Standard starts that several problems share.</summary>
internal static class Starts
{
    public static Func<int, double[]> At(params double[] values) => n => values[..n];

    public static Func<int, double[]> All(double value) => n =>
    {
        double[] start = new double[n];
        Array.Fill(start, value);
        return start;
    };

    /// <summary>t_j (t_j - 1) at the n inner points t_j of an even grid on [0, 1].</summary>
    public static double[] Parabola(int n) => Array.ConvertAll(Evenly(n), t => t * (t - 1));

    /// <summary>The n inner points j / (n + 1) of an even grid on [0, 1].</summary>
    public static double[] Evenly(int n)
    {
        double step = 1 / (n + 1.0);
        double[] start = new double[n];
        for (int j = 0; j < n; j++)
        {
            start[j] = (j + 1) * step;
        }

        return start;
    }

    public static double[] DownToZero(int n)
    {
        double step = 1.0 / n;
        double[] start = new double[n];
        for (int j = 0; j < n; j++)
        {
            start[j] = 1 - ((j + 1) * step);
        }

        return start;
    }
}
