namespace MinpackNet;

/// <summary>
/// The exact solution of min ‖J p + f‖² with ‖p‖ ≤ Δ from the singular values of J, with Moré's iteration for the
/// damping (LNM 630 (1978) 105-116, section 5) to within a hundredth of Δ.
/// </summary>
internal static class DampedStep
{
    private const double RadiusTolerance = 0.01;
    private const int MostIterations = 10;

    /// <summary>Finds the step and returns its damping, 0 for the Gauss–Newton step.</summary>
    /// <param name="svd">Of J with the right-hand side f.</param>
    /// <param name="isFullRank">Whether there is a Gauss–Newton step.</param>
    /// <param name="radius">Δ.</param>
    /// <param name="damping">That of the last step, adapted to the radius; 0 at first.</param>
    /// <param name="work">n values.</param>
    /// <param name="step">Receives p, n values.</param>
    public static double Find(
        SingularValues svd, bool isFullRank, double radius, double damping, Span<double> work, Span<double> step)
    {
        if (isFullRank && IsGaussNewton(svd, radius, work, step))
        {
            return 0;
        }

        ReadOnlySpan<double> s = svd.Values;
        ReadOnlySpan<double> u = svd.Products;
        for (int j = 0; j < work.Length; j++)
        {
            work[j] = s[j] * u[j];
        }

        double upper = Vectors.Norm(work) / radius;
        if (upper == 0)
        {
            step.Clear();
            return 0;
        }

        damping = Damping(s, work, isFullRank, radius, damping, upper);
        for (int j = 0; j < work.Length; j++)
        {
            work[j] /= (s[j] * s[j]) + damping;
        }

        svd.NegativeCombination(work, step);
        double correction = radius / Vectors.Norm(step);
        foreach (ref double value in step)
        {
            value *= correction;
        }

        return damping;
    }

    /// <summary>Finds the Gauss–Newton step; whether it is short enough.</summary>
    private static bool IsGaussNewton(SingularValues svd, double radius, Span<double> work, Span<double> step)
    {
        for (int j = 0; j < work.Length; j++)
        {
            work[j] = svd.Products[j] / svd.Values[j];
        }

        svd.NegativeCombination(work, step);
        return Vectors.Norm(step) <= radius;
    }

    /// <summary>Moré's iteration, from the damping of the last step.</summary>
    private static double Damping(
        ReadOnlySpan<double> s, ReadOnlySpan<double> w, bool isFullRank, double radius, double damping, double upper)
    {
        double lower = 0;
        if (isFullRank)
        {
            (double excess, double slope) = Excess(s, w, 0, radius);
            lower = -excess / slope;
        }
        else if (damping == 0)
        {
            damping = Restart(lower, upper);
        }

        for (int k = 0; k < MostIterations; k++)
        {
            if (damping < lower || damping > upper)
            {
                damping = Restart(lower, upper);
            }

            (double excess, double slope) = Excess(s, w, damping, radius);
            if (excess < 0)
            {
                upper = damping;
            }

            double ratio = excess / slope;
            lower = Math.Max(lower, damping - ratio);
            damping -= (excess + radius) * ratio / radius;
            if (Math.Abs(excess) < RadiusTolerance * radius)
            {
                break;
            }
        }

        return damping;
    }

    private static double Restart(double lower, double upper) => Math.Max(0.001 * upper, Math.Sqrt(lower * upper));

    /// <summary>By how much the step is longer than the radius, and the slope of that by the damping.</summary>
    private static (double Excess, double Slope) Excess(
        ReadOnlySpan<double> s, ReadOnlySpan<double> w, double damping, double radius)
    {
        double squares = 0;
        double cubes = 0;
        for (int j = 0; j < s.Length; j++)
        {
            double denominator = (s[j] * s[j]) + damping;
            double part = w[j] / denominator;
            squares += part * part;
            cubes += part * part / denominator;
        }

        double norm = Math.Sqrt(squares);
        return (norm - radius, -cubes / norm);
    }
}
