namespace MinpackNet.Benchmarks.Compare;

/// <summary>A sum of decays a exp(-b t), of peaks a exp(-((t - c) / w)²), and of a polynomial.</summary>
/// <remarks>
/// The inner loops take parameters from a span of known length: locals would be saved and restored around each
/// Math.Exp.
/// </remarks>
internal sealed class CurveModel(CurveShape shape, double[] points, double[] data) : IModel, ICurve
{
    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals) => Residuals(b, data, residuals);

    public void Residuals(ReadOnlySpan<double> b, ReadOnlySpan<double> y, Span<double> residuals)
    {
        ReadOnlySpan<double> t = points.AsSpan(0, residuals.Length);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = -y[i];
        }

        for (int k = 0; k < shape.Decays; k++, b = b[2..])
        {
            AddDecay(b[..2], t, residuals);
        }

        for (int k = 0; k < shape.Peaks; k++, b = b[3..])
        {
            AddPeak(b[..3], t, residuals);
        }

        for (int k = 0; k < shape.Powers; k++)
        {
            double coefficient = b[k];
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] += k == 0 ? coefficient : coefficient * t[i];
            }
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        ReadOnlySpan<double> t = points.AsSpan(0, jacobian.RowCount);
        int column = 0;
        for (int k = 0; k < shape.Decays; k++, column += 2)
        {
            DeriveDecay(b.Slice(column, 2), t, jacobian.Column(column), jacobian.Column(column + 1));
        }

        for (int k = 0; k < shape.Peaks; k++, column += 3)
        {
            DerivePeak(
                b.Slice(column, 3), t, jacobian.Column(column), jacobian.Column(column + 1),
                jacobian.Column(column + 2));
        }

        for (int k = 0; k < shape.Powers; k++, column++)
        {
            if (k == 0)
            {
                jacobian.Column(column).Fill(1);
            }
            else
            {
                t.CopyTo(jacobian.Column(column));
            }
        }
    }

    private static void AddDecay(ReadOnlySpan<double> b, ReadOnlySpan<double> t, Span<double> residuals)
    {
        b = b[..2];
        residuals = residuals[..t.Length];
        for (int i = 0; i < t.Length; i++)
        {
            double decay = Math.Exp(-b[1] * t[i]);
            residuals[i] += b[0] * decay;
        }
    }

    private static void AddPeak(ReadOnlySpan<double> b, ReadOnlySpan<double> t, Span<double> residuals)
    {
        b = b[..3];
        residuals = residuals[..t.Length];
        for (int i = 0; i < t.Length; i++)
        {
            double z = (t[i] - b[1]) / b[2];
            double peak = Math.Exp(-z * z);
            residuals[i] += b[0] * peak;
        }
    }

    private static void DeriveDecay(
        ReadOnlySpan<double> b, ReadOnlySpan<double> t, Span<double> bySize, Span<double> byRate)
    {
        b = b[..2];
        bySize = bySize[..t.Length];
        byRate = byRate[..t.Length];
        for (int i = 0; i < t.Length; i++)
        {
            double decay = Math.Exp(-b[1] * t[i]);
            bySize[i] = decay;
            byRate[i] = -b[0] * t[i] * decay;
        }
    }

    private static void DerivePeak(
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> t,
        Span<double> bySize,
        Span<double> byCenter,
        Span<double> byWidth)
    {
        b = b[..3];
        bySize = bySize[..t.Length];
        byCenter = byCenter[..t.Length];
        byWidth = byWidth[..t.Length];
        for (int i = 0; i < t.Length; i++)
        {
            double z = (t[i] - b[1]) / b[2];
            double peak = Math.Exp(-z * z);
            double slope = 2 * b[0] * peak * z / b[2];
            bySize[i] = peak;
            byCenter[i] = slope;
            byWidth[i] = slope * z;
        }
    }
}
