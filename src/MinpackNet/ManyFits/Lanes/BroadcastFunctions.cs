using System.Numerics;

namespace MinpackNet;

/// <summary>Functions of lanes as functions of one fit, which stands in all of them.</summary>
internal sealed class BroadcastFunctions
{
    private readonly FitData _data;
    private readonly LaneResidualFunction _residuals;
    private readonly LaneJacobianFunction? _jacobian;
    private readonly Vector<double>[] _point;
    private readonly Vector<double>[] _dataOfFit;
    private readonly Vector<double>[] _values;
    private int _loaded = LaneInputs.NoFit;

    /// <param name="fits">Their shape.</param>
    /// <param name="data">That of all fits.</param>
    /// <param name="residuals">The user's function.</param>
    /// <param name="jacobian">The user's function, or null.</param>
    public BroadcastFunctions(
        FitBatch fits, FitData data, LaneResidualFunction residuals, LaneJacobianFunction? jacobian)
    {
        _data = data;
        _residuals = residuals;
        _jacobian = jacobian;
        int n = fits.ParameterCount;
        int m = fits.ResidualCount;
        _point = new Vector<double>[n];
        _dataOfFit = new Vector<double>[data.Length];
        _values = new Vector<double>[jacobian is null ? m : checked(m * n)];
    }

    public void Residuals(int fit, ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        Load(fit, parameters);
        Span<Vector<double>> values = _values.AsSpan(0, residuals.Length);
        _residuals(_point, _dataOfFit, values);
        LaneVectors.Gather(values, lane: 0, residuals);
    }

    public void Jacobian(int fit, ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        Load(fit, parameters);
        _jacobian!(_point, _dataOfFit, _values);
        for (int j = 0; j < jacobian.ColumnCount; j++)
        {
            Span<double> column = jacobian.Column(j);
            LaneVectors.Gather(_values.AsSpan(j * column.Length), lane: 0, column);
        }
    }

    private void Load(int fit, ReadOnlySpan<double> parameters)
    {
        LaneVectors.Broadcast(parameters, _point);
        if (fit != _loaded)
        {
            LaneVectors.Broadcast(_data.Of(fit), _dataOfFit);
            _loaded = fit;
        }
    }
}
