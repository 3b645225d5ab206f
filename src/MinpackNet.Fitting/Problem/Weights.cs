namespace MinpackNet.Fitting;

/// <summary>
/// Standard deviations by rules that have names, for <see cref="FitOptions.Sigma"/>. They set weights and are not known
/// in absolute terms; for counts, <see cref="FitOptions.Counts"/> needs none and takes zeros.
/// </summary>
public static class Weights
{
    /// <summary>Weights of 1/y: standard deviations that grow as the root of the observations.</summary>
    /// <param name="y">The m observations; finite and not 0, of which the sign does not matter.</param>
    /// <returns>m standard deviations, √|y|.</returns>
    /// <exception cref="ArgumentException">An observation is 0, or not finite.</exception>
    public static double[] InverseY(IReadOnlyList<double> y) => Sigma(y, Math.Sqrt);

    /// <summary>Weights of 1/y²: standard deviations that are a share of the observations.</summary>
    /// <param name="y">As in <see cref="InverseY"/>.</param>
    /// <returns>m standard deviations, |y|.</returns>
    /// <exception cref="ArgumentException">An observation is 0, or not finite.</exception>
    public static double[] InverseYSquared(IReadOnlyList<double> y) => Sigma(y, size => size);

    private static double[] Sigma(IReadOnlyList<double> y, Func<double, double> rule)
    {
        ArgumentNullException.ThrowIfNull(y);
        double[] sigma = new double[y.Count];
        for (int i = 0; i < sigma.Length; i++)
        {
            sigma[i] = rule(Math.Abs(y[i]));
            if (!(sigma[i] > 0 && double.IsFinite(sigma[i]) && double.IsFinite(1 / sigma[i])))
            {
                throw Errors.NoWeight(nameof(y), i, y[i]);
            }
        }

        return sigma;
    }
}
