namespace MinpackNet;

/// <summary>What a loss makes of residuals and of their Jacobian. The memory is reused.</summary>
/// <param name="loss">The loss with its margin C.</param>
/// <param name="residualCount">m.</param>
internal sealed class RobustLoss(Loss loss, int residualCount)
{
    private readonly double[] _z = new double[loss.IsLinear ? 0 : residualCount];
    private readonly double[] _slopes = new double[loss.IsLinear ? 0 : residualCount];
    private readonly double[] _curvatures = new double[loss.IsLinear ? 0 : residualCount];

    /// <summary>Half the sum of C² ρ(z): half the sum of squares for the linear loss.</summary>
    public double Cost(ReadOnlySpan<double> residuals)
    {
        if (loss.IsLinear)
        {
            return 0.5 * Vectors.Dot(residuals, residuals);
        }

        SetRatios(residuals);
        loss.Evaluate(_z, [], []);
        double sum = 0;
        foreach (double value in _z)
        {
            sum += value;
        }

        return 0.5 * (loss.Scale * loss.Scale * sum);
    }

    /// <summary>
    /// Turns residuals and Jacobian into those of a plain least-squares problem with the same gradient and the
    /// Gauss–Newton part of the same Hessian, where that is positive (Triggs, McLauchlan, Hartley, Fitzgibbon, Bundle
    /// adjustment, LNCS 1883 (2000), section 4.3).
    /// </summary>
    /// <param name="residuals">m values.</param>
    /// <param name="jacobian">m by n, column by column.</param>
    /// <param name="leastCurvature">See <see cref="BoundedProblem.LeastCurvature"/>.</param>
    public void Linearize(Span<double> residuals, Span<double> jacobian, double leastCurvature)
    {
        if (loss.IsLinear)
        {
            return;
        }

        SetRatios(residuals);
        loss.Evaluate(_z, _slopes, _curvatures);
        int m = residuals.Length;
        double square = loss.Scale * loss.Scale;
        for (int i = 0; i < m; i++)
        {
            double weight = _slopes[i] + (2 * (_curvatures[i] / square) * (residuals[i] * residuals[i]));
            double least = Math.Max(Defaults.MachineEpsilon, leastCurvature * _slopes[i]);
            _z[i] = Math.Sqrt(Math.Max(weight, least));
            residuals[i] *= _slopes[i] / _z[i];
        }

        for (int k = 0; k < jacobian.Length; k += m)
        {
            for (int i = 0; i < m; i++)
            {
                jacobian[k + i] *= _z[i];
            }
        }
    }

    private void SetRatios(ReadOnlySpan<double> residuals)
    {
        for (int i = 0; i < _z.Length; i++)
        {
            double ratio = residuals[i] / loss.Scale;
            _z[i] = ratio * ratio;
        }
    }
}
