namespace MinpackNet;

/// <summary>
/// Tells a multiple root, where the Newton step stays long, from a point to which the equations merely fell from huge
/// values.
/// </summary>
internal static class MultipleRoot
{
    // What a Newton step leaves of the norm at a root of whatever multiplicity k: (1 - 1/k)^k, at most 1/e.
    private const double MostLeft = 0.4;

    // What rounding leaves of an equation, as a change of the parameters in units of their rounding.
    private const double Roundings = 16;

    // Below it, rounding leaves too few digits to tell.
    private const double Nothing = 1e-290;

    /// <summary>How a solve ended, now that it is known whether it did so at a multiple root.</summary>
    /// <param name="summary">As far as the solver knows.</param>
    /// <param name="x">Where it ended.</param>
    /// <param name="equations">The equations.</param>
    /// <param name="jacobian">Their Jacobian; null for differences.</param>
    /// <param name="bounds">Where they may be evaluated; null for everywhere.</param>
    public static NonlinearEquationsSummary Judge(
        NonlinearEquationsSummary summary,
        ReadOnlySpan<double> x,
        ResidualFunction equations,
        JacobianFunction? jacobian,
        Bounds? bounds)
    {
        if (!summary.FellFar || summary.IsRoot)
        {
            return summary;
        }

        LeastSquaresOptions options = new() { Bounds = bounds, NonFiniteValues = NonFinitePolicy.Propagate };
        return summary with
        {
            IsRoot = IsAt(BoundedOptions.Problem(options, x, x.Length, equations, jacobian, default), x),
        };
    }

    /// <summary>Whether a Newton step from a point makes the equations all but vanish again.</summary>
    private static bool IsAt(BoundedProblem problem, ReadOnlySpan<double> x)
    {
        double[] values = problem.ResidualsAt(x);
        double norm = Vectors.Norm(values);
        if (norm < Nothing)
        {
            return true;
        }

        DenseJacobian jacobian = new(problem);
        jacobian.Evaluate(problem, x, values);
        double[] weights = InverseSlopes(jacobian);
        if (weights.Zip(values, (weight, value) => weight == 0 && value != 0).Any(isFlat => isFlat))
        {
            return false;
        }

        jacobian.MultiplyRows(weights);
        Vectors.Multiply(values, weights, values);
        double distance = Vectors.Norm(values);
        if (distance <= Roundings * Defaults.MachineEpsilon * Vectors.Norm(x))
        {
            return true;
        }

        double[] point = [.. x];
        double[] step = NewtonStep(jacobian, values);
        for (int j = 0; j < point.Length; j++)
        {
            point[j] = Math.Clamp(point[j] + step[j], problem.Lower[j], problem.Upper[j]);
        }

        if (!NonFinite.AreFinite(point))
        {
            return false;
        }

        double[] there = problem.ResidualsAt(point);
        Vectors.Multiply(there, weights, there);
        return Vectors.Norm(there) <= MostLeft * distance;
    }

    /// <summary>
    /// The weights of the equations, 0 of those that do not change: what rounding leaves of steep ones is more than
    /// what is left of flat ones.
    /// </summary>
    private static double[] InverseSlopes(DenseJacobian jacobian)
    {
        double[] slopes = new double[jacobian.RowCount];
        for (int j = 0; j < jacobian.ColumnCount; j++)
        {
            for (int i = 0; i < slopes.Length; i++)
            {
                slopes[i] = Math.Max(slopes[i], Math.Abs(jacobian.Column(j)[i]));
            }
        }

        return Array.ConvertAll(slopes, slope => slope > 0 ? 1 / slope : 0);
    }

    /// <summary>The shortest one, in units of the parameters' effects.</summary>
    private static double[] NewtonStep(DenseJacobian jacobian, double[] values)
    {
        int n = values.Length;
        QrFactor factor = new(n, n);
        factor.Reshape(n, n);
        double[] units = new double[n];
        for (int j = 0; j < n; j++)
        {
            units[j] = jacobian.ColumnNorm(j) is var norm and > 0 ? 1 / norm : 0;
            factor.SetColumn(j, jacobian.Column(j), units[j]);
        }

        factor.SetRightSide(values);
        factor.Factorize(threads: 1);
        SingularValues svd = new(n);
        svd.Decompose(factor);
        double[] coefficients = new double[n];
        for (int k = 0; k < n; k++)
        {
            coefficients[k] = svd.Values[k] > svd.RankLimit ? svd.Products[k] / svd.Values[k] : 0;
        }

        double[] step = new double[n];
        svd.NegativeCombination(coefficients, step);
        Vectors.Multiply(units, step, step);
        return step;
    }
}
