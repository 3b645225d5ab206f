using System.Buffers;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>Which parameters a solve may move, and the values of the others.</summary>
internal sealed class FreeParameters
{
    private readonly int[] _indices;
    private readonly double[] _values;

    /// <param name="values">All parameters, of which those that are not free keep these values.</param>
    /// <param name="states">Which are free.</param>
    public FreeParameters(ReadOnlySpan<double> values, BoundState[] states)
    {
        _values = values.ToArray();
        _indices = PlacesOfFree(states);
    }

    public int Count => _indices.Length;

    /// <summary>The places of the free parameters among all.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Which of the free parameters are free still, by their numbers among these.</summary>
    /// <param name="states">Of all parameters.</param>
    public int[] StillFree(BoundState[] states) => PlacesOfFree(Array.ConvertAll(_indices, j => states[j]));

    private static int[] PlacesOfFree(BoundState[] states)
    {
        int[] places = new int[states.Length];
        int count = 0;
        for (int j = 0; j < states.Length; j++)
        {
            if (states[j] == BoundState.Free)
            {
                places[count++] = j;
            }
        }

        return count == places.Length ? places : places[..count];
    }

    /// <summary>The values of the free parameters.</summary>
    public double[] Of(ReadOnlySpan<double> all)
    {
        double[] free = new double[_indices.Length];
        for (int k = 0; k < free.Length; k++)
        {
            free[k] = all[_indices[k]];
        }

        return free;
    }

    /// <summary>All parameters, with these values of the free ones.</summary>
    public double[] Expand(ReadOnlySpan<double> free)
    {
        double[] all = new double[_values.Length];
        Expand(free, all);
        return all;
    }

    /// <summary>The same problem in the free parameters alone.</summary>
    public BoundedProblem Restrict(BoundedProblem problem) => Count == _values.Length ? problem : problem with
    {
        Free = this,
        Residuals = (free, residuals) =>
        {
            double[] all = ArrayPool<double>.Shared.Rent(_values.Length);
            try
            {
                Span<double> point = all.AsSpan(0, _values.Length);
                Expand(free, point);
                problem.Residuals(point, residuals);
            }
            finally
            {
                ArrayPool<double>.Shared.Return(all);
            }
        },
        Jacobian = Restrict(problem.Jacobian, problem),
        SparseJacobian = Restrict(problem.SparseJacobian, problem),
        Structure = problem.Structure?.Columns(_indices),
        Lower = Of(problem.Lower),
        Upper = Of(problem.Upper),
        Scale = problem.Scale is { } scale ? Of(scale) : null,
        DifferenceStep = problem.DifferenceStep is { } step ? Of(step) : null,
        Sizes = problem.Sizes is { } sizes ? Of(sizes) : null,
    };

    private JacobianSource<SparseMatrix>? Restrict(JacobianSource<SparseMatrix>? jacobian, BoundedProblem problem) =>
        jacobian is null ? null : free =>
        {
            double[] point = Expand(free);
            SparseMatrix all = jacobian(point);
            problem.Rules.CheckJacobian(point, all);
            return all.Columns(_indices);
        };

    private JacobianFunction? Restrict(JacobianFunction? jacobian, BoundedProblem problem)
    {
        if (jacobian is null)
        {
            return null;
        }

        double[] point = new double[_values.Length];
        double[] whole = new double[checked(problem.ResidualCount * _values.Length)];
        return (free, columns) =>
        {
            Expand(free, point);
            JacobianMatrix all =
                new(ref MemoryMarshal.GetArrayDataReference(whole), problem.ResidualCount, _values.Length);
            jacobian(point, all);
            problem.Rules.CheckJacobian(point, all);
            for (int k = 0; k < _indices.Length; k++)
            {
                all.Column(_indices[k]).CopyTo(columns.Column(k));
            }
        };
    }

    private void Expand(ReadOnlySpan<double> free, Span<double> all)
    {
        _values.CopyTo(all);
        for (int k = 0; k < free.Length; k++)
        {
            all[_indices[k]] = free[k];
        }
    }
}
