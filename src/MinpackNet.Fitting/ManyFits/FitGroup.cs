using System.Buffers;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Fits of equally many points: what the solver's batch takes.</summary>
internal sealed class FitGroup
{
    private readonly ManyFits _fits;
    private readonly int[] _members;
    private readonly bool _hasAbsoluteSigma;

    /// <param name="fits">All fits.</param>
    /// <param name="members">The numbers of those in the group.</param>
    /// <param name="pointCount">How many points each has.</param>
    public FitGroup(ManyFits fits, int[] members, int pointCount)
    {
        _fits = fits;
        _members = members;
        _hasAbsoluteSigma = fits.HasAbsoluteSigma;
        Batch = new(members.Length, fits.Free.Length, pointCount, covariances: _hasAbsoluteSigma);
        int[] free = fits.Free;
        Span<double> parameters = Batch.Parameters;
        for (int i = 0; i < members.Length; i++)
        {
            double[] start = fits.Data.Starts[members[i]];
            for (int k = 0; k < free.Length; k++)
            {
                parameters[(i * free.Length) + k] = start[free[k]];
            }
        }
    }

    public FitBatch Batch { get; }

    public int PointCount => Batch.ResidualCount;

    public void Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        LeastSquaresOptions options = _fits.SolverOptions;
        bool hasDerivatives = _fits.Data.Model.Derivatives != DerivativeSource.Differences;
        if (_fits.Data.Model is IStepModel model && options.Arithmetic == Arithmetic.Exact)
        {
            LaneFormula lanes = new(_fits, this, model.Program, _members);
            // The data of many fits are large, and new memory is slow where it is touched first.
            double[] memory = ArrayPool<double>.Shared.Rent(lanes.DataLength);
            try
            {
                Memory<double> data = memory.AsMemory(0, lanes.DataLength);
                lanes.FillData(data.Span);
                LeastSquares.FitMany(
                    Batch, data, lanes.Residuals, lanes.Jacobian, options, progress, cancellationToken);
            }
            finally
            {
                ArrayPool<double>.Shared.Return(memory);
            }
        }
        else
        {
            LeastSquares.FitMany(
                Batch, Residuals, hasDerivatives ? Jacobian : null, options, progress, cancellationToken);
        }
    }

    /// <summary>The standard error of a parameter that is not fixed; NaN where the data do not determine it.</summary>
    public double Error(int index, int k)
    {
        int n = Batch.ParameterCount;
        return _hasAbsoluteSigma
            ? Math.Sqrt(Batch.UnscaledCovariances[(((index * n) + k) * n) + k])
            : Batch.StandardErrorsOf(index)[k];
    }

    /// <summary>The whitened residuals of one fit, model minus observation, as a fit by itself has them.</summary>
    public void Residuals(int index, ReadOnlySpan<double> free, Span<double> residuals)
    {
        ManyFitsData data = _fits.Data;
        int fit = _members[index];
        data.Model.Evaluate(AllOf(fit, free), data.Model.Bind(data.X[fit]), residuals);
        double[] y = data.Y[fit];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= y[i];
        }

        Whiten(fit, residuals);
    }

    /// <summary>The Jacobian of one fit.</summary>
    public void Jacobian(int index, ReadOnlySpan<double> free, JacobianMatrix jacobian) =>
        // A JacobianMatrix is stored column by column.
        Jacobian(index, free, MemoryMarshal.CreateSpan(ref jacobian[0, 0], checked(PointCount * free.Length)));

    public void Jacobian(int index, ReadOnlySpan<double> free, Span<double> jacobian)
    {
        ManyFitsData data = _fits.Data;
        int fit = _members[index];
        data.Model.ExactDerivatives(
            AllOf(fit, free),
            data.Model.Bind(data.X[fit]),
            _fits.Free,
            jacobian,
            new(_fits.ValuePrecision, data.Starts[fit], _fits.Bounds));
        for (int k = 0; k < free.Length; k++)
        {
            Whiten(fit, jacobian.Slice(k * PointCount, PointCount));
        }
    }

    /// <summary>All parameters, given the free ones.</summary>
    private double[] AllOf(int fit, ReadOnlySpan<double> free)
    {
        double[] all = [.. _fits.Data.Starts[fit]];
        for (int k = 0; k < free.Length; k++)
        {
            all[_fits.Free[k]] = free[k];
        }

        return all;
    }

    private void Whiten(int fit, Span<double> values)
    {
        if (_fits.Data.Sigma[fit] is { } sigma)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] *= FreeParameters.Weight(sigma, i);
            }
        }
    }
}
