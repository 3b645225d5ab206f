using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>
/// A model by its steps, for several fits at once, a lane for each: the same operations in the same order as for a fit
/// by itself, so that each lane has the bits of that.
/// </summary>
/// <remarks>
/// What the solver carries along for each fit: its index in the group, and what it does not share with the others: the
/// fixed parameters, the columns of the predictors, the observations and the weights.
/// </remarks>
internal sealed class LaneFormula
{
    // Vectors up to here stay on the stack.
    private const int FewParameters = 16;

    private readonly ManyFits _fits;
    private readonly FitGroup _group;
    private readonly FormulaProgram _program;
    private readonly int[] _members;
    private readonly int[] _fixed;
    private readonly double[][]? _columns;
    private readonly double[]? _weights;
    private readonly int _m;
    private readonly int _firstFixed;
    private readonly int _firstColumn;
    private readonly int _firstObservation;
    private readonly int _firstWeight;
    private readonly int _length;

    public LaneFormula(ManyFits fits, FitGroup group, FormulaProgram program, int[] members)
    {
        ManyFitsData data = fits.Data;
        _fits = fits;
        _group = group;
        _program = program;
        _members = members;
        _m = group.PointCount;
        _fixed = [.. Enumerable.Range(0, data.Names.Length).Except(fits.Free)];
        _firstFixed = 1;
        _firstColumn = _firstFixed + (data.Starts.IsOwn ? _fixed.Length : 0);
        int ownColumns = data.X.IsOwn ? data.Model.Bind(data.X[members[0]]).Length : 0;
        _firstObservation = _firstColumn + checked(ownColumns * _m);
        _firstWeight = _firstObservation + _m;
        _length = checked(_firstWeight + (data.Sigma.IsOwn ? _m : 0));
        _columns = data.X.IsOwn
            ? null
            : [.. data.Model.Bind(data.X[0]).Select(column => column.SelectMany(Repeated).ToArray())];
        _weights = !data.Sigma.IsOwn && data.Sigma[0] is { } sigma
            ? FreeParameters.Weights(sigma, _m)
            : null;
    }

    /// <summary>How many numbers belong to all fits.</summary>
    public int DataLength => checked(_members.Length * _length);

    /// <summary>Fills in what belongs to each fit, one after the other.</summary>
    public void FillData(Span<double> all)
    {
        ManyFitsData data = _fits.Data;
        for (int index = 0; index < _members.Length; index++)
        {
            int fit = _members[index];
            Span<double> own = all.Slice(index * _length, _length);
            own[0] = index;
            for (int f = 0; data.Starts.IsOwn && f < _fixed.Length; f++)
            {
                own[_firstFixed + f] = data.Starts[fit][_fixed[f]];
            }

            if (data.X.IsOwn)
            {
                double[][] columns = data.Model.Bind(data.X[fit]);
                for (int c = 0; c < columns.Length; c++)
                {
                    columns[c].CopyTo(own[(_firstColumn + (c * _m))..]);
                }
            }

            data.Y[fit].CopyTo(own[_firstObservation..]);
            for (int i = 0; data.Sigma.IsOwn && i < _m; i++)
            {
                own[_firstWeight + i] = FreeParameters.Weight(data.Sigma[fit]!, i);
            }
        }
    }

    public void Residuals(
        ReadOnlySpan<Vector<double>> free, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> residuals)
    {
        Span<Vector<double>> all = stackalloc Vector<double>[FewParameters];
        _program.Evaluate(Input(free, data, all), MemoryMarshal.Cast<Vector<double>, double>(residuals));
        ReadOnlySpan<Vector<double>> observations = data.Slice(_firstObservation, _m);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= observations[i];
        }

        Whiten(data, residuals);
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> free, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> jacobian)
    {
        Span<Vector<double>> all = stackalloc Vector<double>[FewParameters];
        _program.Differentiate(
            Input(free, data, all), _fits.Free, MemoryMarshal.Cast<Vector<double>, double>(jacobian));
        // Zero, or NaN, in chains that do not wait for each other.
        Vector<double> joined = Vector<double>.Zero;
        Vector<double> others = Vector<double>.Zero;
        int i = 0;
        for (; i < jacobian.Length - 3; i += 4)
        {
            joined |= (jacobian[i] - jacobian[i]) | (jacobian[i + 1] - jacobian[i + 1]);
            others |= (jacobian[i + 2] - jacobian[i + 2]) | (jacobian[i + 3] - jacobian[i + 3]);
        }

        for (; i < jacobian.Length; i++)
        {
            joined |= jacobian[i] - jacobian[i];
        }

        joined |= others;
        for (int k = 0; k < free.Length; k++)
        {
            Whiten(data, jacobian.Slice(k * _m, _m));
        }

        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            if (joined[lane] != 0)
            {
                DifferentiateAlone(lane, free, data, jacobian);
            }
        }
    }

    private static IEnumerable<double> Repeated(double value) => Enumerable.Repeat(value, Vector<double>.Count);

    /// <summary>Where a derivative is not finite: as for a fit by itself, with limits.</summary>
    private void DifferentiateAlone(
        int lane,
        ReadOnlySpan<Vector<double>> free,
        ReadOnlySpan<Vector<double>> data,
        Span<Vector<double>> jacobian)
    {
        double[] point = new double[free.Length];
        for (int k = 0; k < point.Length; k++)
        {
            point[k] = free[k][lane];
        }

        double[] derivatives = new double[jacobian.Length];
        _group.Jacobian((int)data[0][lane], point, derivatives);
        for (int i = 0; i < derivatives.Length; i++)
        {
            jacobian[i] = jacobian[i].WithElement(lane, derivatives[i]);
        }
    }

    private FormulaInput Input(
        ReadOnlySpan<Vector<double>> free, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> scratch)
    {
        ReadOnlySpan<Vector<double>> parameters = free;
        if (_fixed.Length > 0)
        {
            int n = _fits.Names.Length;
            Span<Vector<double>> all = n <= scratch.Length ? scratch[..n] : new Vector<double>[n];
            for (int k = 0; k < free.Length; k++)
            {
                all[_fits.Free[k]] = free[k];
            }

            for (int f = 0; f < _fixed.Length; f++)
            {
                all[_fixed[f]] = _fits.Data.Starts.IsOwn
                    ? data[_firstFixed + f]
                    : new(_fits.Data.Starts[0][_fixed[f]]);
            }

            parameters = all;
        }

        return _columns is null
            ? new(parameters, data[_firstColumn.._firstObservation])
            : new(parameters, _columns);
    }

    private void Whiten(ReadOnlySpan<Vector<double>> data, Span<Vector<double>> values)
    {
        if (_fits.Data.Sigma.IsOwn)
        {
            ReadOnlySpan<Vector<double>> weights = data.Slice(_firstWeight, _m);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] *= weights[i];
            }
        }

        for (int i = 0; _weights is not null && i < values.Length; i++)
        {
            values[i] *= _weights[i];
        }
    }
}
