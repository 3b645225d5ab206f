using MinpackNet;

public static class Decay
{
    public static double[] Fit(double[] t, double[] y) =>
        Optimize.CurveFit((t, a, b) => a * Math.Exp(-b * t), t, y).Popt;
}
