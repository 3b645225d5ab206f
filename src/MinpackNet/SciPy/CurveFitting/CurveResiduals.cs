namespace MinpackNet;

/// <summary>A model of all points less the observations, in one pass over many points.</summary>
/// <param name="x">Its independent variables.</param>
/// <param name="parameters">The parameters, an array that the model may keep.</param>
/// <param name="y">The m observations.</param>
/// <param name="differences">Receives m values.</param>
internal delegate void CurveDifferences<TX>(TX x, double[] parameters, double[] y, Span<double> differences);

/// <summary>A model and its data as residuals of standard deviation 1, with the Jacobian.</summary>
/// <param name="f">The model less the observations.</param>
/// <param name="x">Its independent variables.</param>
/// <param name="y">The observations.</param>
/// <param name="jac">The model's derivatives; null for none.</param>
/// <param name="whitening">What the uncertainty of the observations does to residuals; null for nothing.</param>
/// <param name="checksPoints">Whether a point that spoils the model at the start is an error.</param>
internal sealed class CurveResiduals<TX>(
    CurveDifferences<TX> f,
    TX x,
    double[] y,
    Func<TX, double[], double[,]>? jac,
    Whitening? whitening,
    bool checksPoints)
{
    private bool _checksPoints = checksPoints;

    /// <summary>m.</summary>
    public int Count => y.Length;

    /// <summary>Null for differences.</summary>
    public Func<double[], double[,]>? Derivatives => jac is null ? null : Whitened;

    public double[] Residuals(double[] p)
    {
        double[] residuals = new double[y.Length];
        Fill(p, residuals);
        return residuals;
    }

    public void Fill(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        double[] p = parameters.ToArray();
        f(x, p, y, residuals);
        if (_checksPoints)
        {
            _checksPoints = false; // the first call is that of the start
            Validate.Points(x, residuals, p);
        }

        whitening?.Apply(residuals);
    }

    private double[,] Whitened(double[] p)
    {
        double[,] derivatives = jac!(x, p) ?? throw Errors.NullFromFunction(nameof(jac));
        Validate.Shape(derivatives, (y.Length, p.Length), layout: null, nameof(jac));
        derivatives = (double[,])derivatives.Clone();
        whitening?.Apply(derivatives);
        return derivatives;
    }
}
