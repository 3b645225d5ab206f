namespace MinpackNet.Benchmarks;

/// <summary>One solve's functions, a decay fit or a small system, in which a planned fault happens.</summary>
internal sealed class SoakModel(FaultPlan plan) : IDisposable
{
    private static readonly double[] Times = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Values = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];

    private readonly CancellationTokenSource _source = new();
    private int _calls;

    public static double[] Start => [4, 0.4];

    public static double[] SystemStart => [1, 1];

    public static int Count => Times.Length;

    public static double[] Observations => Values;

    public static double[] Points => Times;

    public CancellationToken Token => _source.Token;

    /// <summary>What a planned exception must be when it comes out of the solve.</summary>
    public InvalidOperationException Exception { get; } = new("planned");

    public void Dispose() => _source.Dispose();

    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        for (int i = 0; i < Times.Length; i++)
        {
            residuals[i] = (b[0] * Math.Exp(-b[1] * Times[i])) - Values[i];
        }

        Meet(residuals);
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        for (int i = 0; i < Times.Length; i++)
        {
            jacobian[i, 0] = Math.Exp(-b[1] * Times[i]);
            jacobian[i, 1] = -b[0] * Times[i] * Math.Exp(-b[1] * Times[i]);
        }

        Meet(jacobian.Column(1));
    }

    public void Row(int row, ReadOnlySpan<double> b, Span<double> gradient)
    {
        gradient[0] = Math.Exp(-b[1] * Times[row]);
        gradient[1] = -b[0] * Times[row] * Math.Exp(-b[1] * Times[row]);
        Meet(gradient);
    }

    public void Equations(ReadOnlySpan<double> x, Span<double> values)
    {
        values[0] = x[0] + (x[1] * x[1]) - 4;
        values[1] = Math.Exp(x[0]) + (x[0] * x[1]) - 3;
        Meet(values);
    }

    public void SystemJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        jacobian[0, 0] = 1;
        jacobian[0, 1] = 2 * x[1];
        jacobian[1, 0] = Math.Exp(x[0]) + x[1];
        jacobian[1, 1] = x[0];
        Meet(jacobian.Column(0));
    }

    public double[] Residuals(double[] b)
    {
        double[] residuals = new double[Times.Length];
        Residuals(b, residuals);
        return residuals;
    }

    public double[] Equations(double[] x)
    {
        double[] values = new double[2];
        Equations(x, values);
        return values;
    }

    public double[] Curve(double[] t, double[] b)
    {
        double[] values = Array.ConvertAll(t, ti => b[0] * Math.Exp(-b[1] * ti));
        Meet(values);
        return values;
    }

    private void Meet(Span<double> values)
    {
        if (++_calls != plan.AtCall)
        {
            return;
        }

        switch (plan.Fault)
        {
            case Fault.Throw:
                throw Exception;
            case Fault.Cancel:
                _source.Cancel();
                break;
            case Fault.NotANumber:
                values[0] = double.NaN;
                break;
        }
    }
}
