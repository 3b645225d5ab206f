using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>
/// What the model, the data and the weights give at a point. Beyond the bounds the model is not asked, and has no
/// values: users give bounds because it makes no sense there, and may throw.
/// </summary>
internal sealed partial class FitProblem
{
    /// <summary>The whitened residuals, model minus observation.</summary>
    public void Residuals(ReadOnlySpan<double> free, Span<double> residuals)
    {
        Evaluate(free, residuals);
        Compare(residuals, residuals);
    }

    public double[] ResidualsAt(ReadOnlySpan<double> free)
    {
        double[] residuals = LargeArray.Allocate<double>(PointCount);
        Residuals(free, residuals);
        return residuals;
    }

    public double SumOfSquares(ReadOnlySpan<double> free) => Norms.SumOfSquares(ResidualsAt(free));

    /// <summary>The sum of the squares of whitened residuals, or of their losses.</summary>
    public double Sum(ReadOnlySpan<double> residuals)
    {
        if (Loss is null)
        {
            return Norms.SumOfSquares(residuals);
        }

        double sum = 0;
        foreach (double residual in residuals)
        {
            sum += LossOf(residual).Value;
        }

        return sum;
    }

    /// <summary>The loss of a residual in its squared unit, and the slope of the loss.</summary>
    public (double Value, double Slope) LossOf(double residual)
    {
        double ratio = residual / Loss!.Scale;
        (double value, double slope, _) = Loss.At(ratio * ratio);
        return (Loss.Scale * Loss.Scale * value, slope);
    }

    /// <summary>The model's values, neither whitened nor compared.</summary>
    public double[] ValuesAt(ReadOnlySpan<double> free)
    {
        double[] values = LargeArray.Allocate<double>(PointCount);
        Evaluate(free, values);
        return values;
    }

    /// <summary>The model's values, where the count of evaluations has them already.</summary>
    public double[] UncountedValuesAt(ReadOnlySpan<double> free) => ValuesAt(free, _columns, PointCount);

    /// <summary>The model's values at other places; they are not counted.</summary>
    public double[] ValuesAt(ReadOnlySpan<double> free, double[][] columns) =>
        ValuesAt(free, columns, columns[0].Length);

    /// <summary>Whether the model's values are all the same; they are not counted.</summary>
    public bool IsConstantAt(double[] free)
    {
        // Mostly the first two tell.
        double[] values = [];
        while (values.Length < PointCount)
        {
            int some = (int)Math.Min(Math.Max(64L * values.Length, 2), PointCount);
            values = ValuesAt(free, Array.ConvertAll(_columns, column => column[..some]), some);
            if (Array.Exists(values, value => value != values[0]))
            {
                return false;
            }
        }

        return true;
    }

    private double[] ValuesAt(ReadOnlySpan<double> free, double[][] columns, int count)
    {
        double[] values = LargeArray.Allocate<double>(count);
        if (IsWithin(free))
        {
            Model.Evaluate(AllOf(free), columns, values);
        }
        else
        {
            Array.Fill(values, double.NaN);
        }

        return values;
    }

    /// <summary>The whitened residuals, given the model's values.</summary>
    public double[] ResidualsFrom(double[] values)
    {
        double[] residuals = LargeArray.Allocate<double>(PointCount);
        Compare(values, residuals);
        return residuals;
    }

    /// <summary>The norm of the model's values, whitened, given the whitened residuals.</summary>
    public double ModelSize(ReadOnlySpan<double> residuals) => Norms.OfSum(Weighted(Observations), residuals);

    /// <summary>The norm of the observations, whitened.</summary>
    public double DataSize() => Norms.Of(Weighted(Observations));

    /// <summary>
    /// The sum of the squared, whitened deviations of the observations from their mean; of counts their deviance.
    /// </summary>
    public double TotalSumOfSquares { get; }

    /// <summary>The share of the variation that a fit explains, R²; zero where it is rounding.</summary>
    public double Explained(double sumOfSquares)
    {
        double share = 1 - (sumOfSquares / TotalSumOfSquares);
        return Math.Abs(share) < LeastShare ? 0 : share;
    }

    /// <summary>
    /// Numbers in the units of the observations, divided by the standard deviations; the same where all weigh the same.
    /// </summary>
    public double[] Weighted(double[] values)
    {
        if (Weights is null)
        {
            return values;
        }

        double[] weighted = [.. values];
        Whiten(weighted);
        return weighted;
    }

    /// <summary>
    /// The Jacobian of the residuals, column by column: from the model's own derivatives if it has any, otherwise by
    /// central differences.
    /// </summary>
    public void Differentiate(ReadOnlySpan<double> free, Span<double> jacobian)
    {
        DifferentiateModel(free, jacobian);
        ScaleRows(jacobian, ScalesAt(free));
    }

    /// <summary>Some columns of that Jacobian, of a model that has derivatives, as they are.</summary>
    /// <param name="free">A point within the bounds.</param>
    /// <param name="by">Which of the free parameters.</param>
    public double[][] DerivativesBy(ReadOnlySpan<double> free, int[] by)
    {
        double[] derivatives = new double[checked(PointCount * by.Length)];
        DerivativeCount++;
        Model.Differentiate(Place(free), _columns, Array.ConvertAll(by, k => Free[k]), derivatives);
        return [.. derivatives.Chunk(PointCount).Select(Weighted)];
    }

    /// <summary>The Jacobian of the residuals by central differences in any case.</summary>
    public void CentralDifferences(ReadOnlySpan<double> free, Span<double> jacobian)
    {
        EvaluationCount += Model.CentralDifferences(Place(free), _columns, Free, Steps, jacobian);
        ScaleRows(jacobian, ScalesAt(free));
    }

    /// <summary>The residuals and the Jacobian of the rows that the solver sees.</summary>
    /// <param name="free">A point.</param>
    /// <param name="residuals">The residuals of all points there.</param>
    /// <param name="jacobian">Receives the Jacobian of <see cref="RowCount"/> rows, column by column.</param>
    /// <returns>The residuals of the rows.</returns>
    public ReadOnlySpan<double> RowsAt(double[] free, ReadOnlySpan<double> residuals, Span<double> jacobian)
    {
        if (Rows is not null)
        {
            return Rows.At(free, residuals, jacobian);
        }

        if (!HasCounts)
        {
            Differentiate(free, jacobian);
            return residuals;
        }

        // Pearson's residuals: with these rows the gradient is that of half the deviance, and JᵀJ Fisher's information.
        double[] values = ValuesAt(free);
        double[] scales = Array.ConvertAll(values, mean => 1 / PoissonDeviance.Root(mean));
        DifferentiateModel(free, jacobian);
        ScaleRows(jacobian, scales);
        return values.Select((mean, i) => (mean - Observations[i]) * scales[i]).ToArray();
    }

    /// <summary>The same Jacobian in the shape that the solver takes.</summary>
    public void FillJacobian(ReadOnlySpan<double> free, JacobianMatrix jacobian)
    {
        // A JacobianMatrix is stored column by column.
        Span<double> columns = MemoryMarshal.CreateSpan(ref jacobian[0, 0], checked(RowCount * Free.Length));
        if (Rows is not null)
        {
            Rows.Jacobian(free, columns);
        }
        else
        {
            Differentiate(free, columns);
        }
    }

    /// <summary>Counts an evaluation of the model's own derivatives over all points.</summary>
    public void CountDerivatives() => DerivativeCount++;

    /// <summary>Divides values at points from the first on by their standard deviations.</summary>
    public void Whiten(Span<double> values, int first = 0)
    {
        if (Weights is not null)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] *= Weights[first + i];
            }
        }
    }

    private void Evaluate(ReadOnlySpan<double> free, Span<double> values)
    {
        if (!IsWithin(free))
        {
            values.Fill(double.NaN);
            return;
        }

        EvaluationCount++;
        Model.Evaluate(Place(free), _columns, values);
    }

    private double[] Place(ReadOnlySpan<double> free)
    {
        for (int k = 0; k < Free.Length; k++)
        {
            _all[Free[k]] = free[k];
        }

        return _all;
    }

    private double SumAboutMean()
    {
        if (Observations.All(value => value == Observations[0]))
        {
            // Their mean may be rounded away from them.
            return 0;
        }

        if (HasCounts)
        {
            double average = Observations.Average();
            return Observations.Select(y => PoissonDeviance.Residual(y, average)).Sum(r => r * r);
        }

        double sum = 0;
        double weights = 0;
        for (int i = 0; i < PointCount; i++)
        {
            sum += WeightOf(i) * Observations[i];
            weights += WeightOf(i);
        }

        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < PointCount; i++)
        {
            squares += WeightOf(i) * (Observations[i] - mean) * (Observations[i] - mean);
        }

        return squares;

        double WeightOf(int i) => Weights is null ? 1 : Weights[i] * Weights[i];
    }

    /// <summary>Turns values into whitened residuals, which may take their place.</summary>
    private void Compare(ReadOnlySpan<double> values, Span<double> residuals)
    {
        ReadOnlySpan<double> observations = Observations.AsSpan(0, values.Length);
        if (HasCounts)
        {
            for (int i = 0; i < values.Length; i++)
            {
                residuals[i] = PoissonDeviance.Residual(observations[i], values[i]);
            }

            return;
        }

        Fitting.Columns.Difference(values, observations, residuals);
        Whiten(residuals);
    }

    private void DifferentiateModel(ReadOnlySpan<double> free, Span<double> jacobian)
    {
        if (!IsWithin(free))
        {
            jacobian.Fill(double.NaN);
            return;
        }

        DerivativeCount += HasDerivatives ? 1 : 0;
        EvaluationCount += Model.DerivativesAt(Place(free), _columns, Free, Steps, jacobian);
    }

    /// <summary>The derivatives of the residuals by the model's values; null where these are 1.</summary>
    private double[]? ScalesAt(ReadOnlySpan<double> free) => !HasCounts
        ? Weights
        : [.. ValuesAt(free).Zip(Observations, (mean, y) =>
            PoissonDeviance.Slope(y, mean, PoissonDeviance.Residual(y, mean)))];

    private void ScaleRows(Span<double> jacobian, double[]? scales)
    {
        for (int k = 0; scales is not null && k < Free.Length; k++)
        {
            Span<double> column = jacobian.Slice(k * PointCount, PointCount);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] *= scales[i];
            }
        }
    }
}
