namespace MinpackNet;

/// <summary>What a loss makes of residuals and of their Jacobian. The memory is reused.</summary>
/// <param name="loss">The loss with its margin C.</param>
/// <param name="residualCount">m.</param>
/// <param name="isSciPys">Whether values round as SciPy's do, so that a path is SciPy's.</param>
internal sealed class RobustLoss(Loss loss, int residualCount, bool isSciPys)
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
        loss.Evaluate(_z, [], [], isSciPys);
        double sum = 0;
        foreach (double value in _z)
        {
            sum += value;
        }

        return 0.5 * (loss.Scale * loss.Scale * sum);
    }

    /// <summary>
    /// Turns residuals, and a Jacobian whose rows are multiplied by the weights, into those of a plain least-squares
    /// problem with the same gradient and the Gauss–Newton part of the same Hessian, where that is positive (Triggs,
    /// McLauchlan, Hartley, Fitzgibbon, Bundle adjustment, LNCS 1883 (2000), section 4.3).
    /// </summary>
    /// <param name="residuals">m values.</param>
    /// <param name="leastCurvature">See <see cref="BoundedProblem.LeastCurvature"/>.</param>
    /// <returns>The weights of the rows, valid until the next call; none for the linear loss.</returns>
    public ReadOnlySpan<double> Linearize(Span<double> residuals, double leastCurvature)
    {
        if (loss.IsLinear)
        {
            return [];
        }

        SetRatios(residuals);
        loss.Evaluate(_z, _slopes, _curvatures, isSciPys);
        double square = loss.Scale * loss.Scale;
        for (int i = 0; i < residuals.Length; i++)
        {
            double weight = _slopes[i] + (2 * (_curvatures[i] / square) * (residuals[i] * residuals[i]));
            double least = Math.Max(Defaults.MachineEpsilon, leastCurvature * _slopes[i]);
            _z[i] = Math.Sqrt(Math.Max(weight, least));
            residuals[i] *= _slopes[i] / _z[i];
        }

        return _z;
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
