namespace MinpackNet.Benchmarks.Compare;

/// <summary>A sum of decays a exp(-b t), of peaks a exp(-((t - c) / w)²), and of a polynomial.</summary>
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
            AddDecay(b[0], b[1], t, residuals);
        }

        for (int k = 0; k < shape.Peaks; k++, b = b[3..])
        {
            AddPeak(b[0], b[1], b[2], t, residuals);
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
            DeriveDecay(b[column], b[column + 1], t, jacobian.Column(column), jacobian.Column(column + 1));
        }

        for (int k = 0; k < shape.Peaks; k++, column += 3)
        {
            DerivePeak(
                b[column], b[column + 1], b[column + 2], t, jacobian.Column(column), jacobian.Column(column + 1),
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

    private static void AddDecay(double size, double rate, ReadOnlySpan<double> t, Span<double> residuals)
    {
        for (int i = 0; i < t.Length; i++)
        {
            residuals[i] += size * Math.Exp(-rate * t[i]);
        }
    }

    private static void AddPeak(double size, double centre, double width, ReadOnlySpan<double> t, Span<double> residuals)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double z = (t[i] - centre) / width;
            residuals[i] += size * Math.Exp(-z * z);
        }
    }

    private static void DeriveDecay(
        double size, double rate, ReadOnlySpan<double> t, Span<double> bySize, Span<double> byRate)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double decay = Math.Exp(-rate * t[i]);
            bySize[i] = decay;
            byRate[i] = -size * t[i] * decay;
        }
    }

    private static void DerivePeak(
        double size, double centre, double width, ReadOnlySpan<double> t, Span<double> bySize, Span<double> byCentre,
        Span<double> byWidth)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double z = (t[i] - centre) / width;
            double peak = Math.Exp(-z * z);
            double slope = 2 * size * peak * z / width;
            bySize[i] = peak;
            byCentre[i] = slope;
            byWidth[i] = slope * z;
        }
    }
}
