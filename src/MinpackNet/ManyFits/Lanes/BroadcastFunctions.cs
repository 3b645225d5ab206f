using System.Numerics;

namespace MinpackNet;

/// <summary>A model of lanes for one fit at a time, which stands in all of them.</summary>
internal sealed class BroadcastFunctions
{
    private readonly ReadOnlyMemory<double> _data;
    private readonly LaneResidualFunction _residuals;
    private readonly LaneJacobianFunction? _jacobian;
    private readonly Vector<double>[] _point;
    private readonly Vector<double>[] _dataOfOne;
    private readonly Vector<double>[] _values;
    private int _loaded = -1;

    /// <param name="fits">Their shape.</param>
    /// <param name="data">That of all fits, one after the other.</param>
    /// <param name="dataLength">How many values each fit has.</param>
    /// <param name="residuals">The user's function.</param>
    /// <param name="jacobian">The user's function, or null.</param>
    public BroadcastFunctions(
        FitBatch fits,
        ReadOnlyMemory<double> data,
        int dataLength,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian)
    {
        _data = data;
        _residuals = residuals;
        _jacobian = jacobian;
        int n = fits.ParameterCount;
        int m = fits.ResidualCount;
        _point = new Vector<double>[n];
        _dataOfOne = new Vector<double>[dataLength];
        _values = new Vector<double>[jacobian is null ? m : checked(m * n)];
    }

    public bool HasJacobian => _jacobian is not null;

    public void Residuals(int fit, ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        Load(fit, parameters);
        Span<Vector<double>> values = _values.AsSpan(0, residuals.Length);
        _residuals(_point, _dataOfOne, values);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = values[i].ToScalar();
        }
    }

    public void Jacobian(int fit, ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        Load(fit, parameters);
        _jacobian!(_point, _dataOfOne, _values);
        for (int j = 0; j < jacobian.ColumnCount; j++)
        {
            Span<double> column = jacobian.Column(j);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = _values[(j * column.Length) + i].ToScalar();
            }
        }
    }

    private void Load(int fit, ReadOnlySpan<double> parameters)
    {
        Broadcast(parameters, _point);
        if (fit != _loaded)
        {
            Broadcast(_data.Span.Slice(fit * _dataOfOne.Length, _dataOfOne.Length), _dataOfOne);
            _loaded = fit;
        }
    }

    private static void Broadcast(ReadOnlySpan<double> values, Span<Vector<double>> vectors)
    {
        for (int k = 0; k < values.Length; k++)
        {
            vectors[k] = new(values[k]);
        }
    }
}
