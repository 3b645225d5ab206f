using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>
/// Where NaN and infinity are allowed under a <see cref="NonFinitePolicy"/>: the only statement of each rule, for one
/// fit and for several in lanes.
/// </summary>
/// <remarks>
/// Under <see cref="NonFinitePolicy.Throw"/>, residuals at the start and those for differences must be finite, and so
/// must derivatives. Residuals at a trial point may be anything: what is not finite is just a bad step, and the solver
/// takes a shorter one. A trial point that is not finite is refused.
/// </remarks>
/// <param name="policy">The policy.</param>
/// <param name="names">What the user's door calls things.</param>
internal readonly struct NonFiniteRules(NonFinitePolicy policy, OptionNames names)
{
    private readonly bool _throws = policy == NonFinitePolicy.Throw;

    /// <summary>
    /// Whether a point must not be shown to the model; its residuals are NaN then. The step to it overflowed. The model
    /// may still be finite there, as 1 / x is, and end the solve at infinity.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Refuses(ReadOnlySpan<double> point, Span<double> residuals)
    {
        if (!_throws || NonFinite.AreFinite(point))
        {
            return false;
        }

        NonFinite.Forget(residuals);
        return true;
    }

    /// <summary>The same for lanes: all bits set in those whose points are refused.</summary>
    public Vector<long> Refused(ReadOnlySpan<Vector<double>> points) => Rejected(points);

    /// <summary>Gives the residuals of refused points.</summary>
    public static void FillRefused(Vector<long> refused, Span<Vector<double>> residuals)
    {
        if (refused == Vector<long>.Zero)
        {
            return;
        }

        foreach (ref Vector<double> residual in residuals)
        {
            residual = Vector.ConditionalSelect(refused, new Vector<double>(double.NaN), residual);
        }
    }

    /// <summary>Checks residuals at the start, or those for a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckResiduals(ReadOnlySpan<double> point, ReadOnlySpan<double> residuals, bool forDifference)
    {
        if (_throws && !NonFinite.AreFinite(residuals))
        {
            throw InResiduals(point, residuals, forDifference);
        }
    }

    /// <summary>Checks a Jacobian.</summary>
    /// <param name="point">Where it is.</param>
    /// <param name="jacobian">The Jacobian.</param>
    /// <param name="columns">Which of the user's parameters its columns are for; empty for all.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckJacobian(
        ReadOnlySpan<double> point, JacobianMatrix jacobian, ReadOnlySpan<int> columns = default)
    {
        if (_throws && !NonFinite.AreFinite(jacobian))
        {
            throw InJacobian(point, jacobian, columns);
        }
    }

    /// <summary>Checks a sparse Jacobian.</summary>
    public void CheckJacobian(ReadOnlySpan<double> point, SparseMatrix jacobian)
    {
        if (_throws && !NonFinite.AreFinite(jacobian.Values))
        {
            int index = NonFinite.IndexIn(jacobian.Values);
            (int row, int column) = jacobian.PlaceOf(index);
            throw Errors.NonFiniteDerivative(jacobian.Values[index], row, column, point, names);
        }
    }

    /// <summary>Checks the product of the transposed Jacobian with the residuals.</summary>
    public void CheckProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient)
    {
        if (_throws && !NonFinite.AreFinite(gradient))
        {
            int index = NonFinite.IndexIn(gradient);
            throw Errors.NonFiniteProduct(gradient[index], index, point, names);
        }
    }

    /// <summary>Checks a row of the Jacobian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckRow(int row, ReadOnlySpan<double> point, ReadOnlySpan<double> gradient)
    {
        if (_throws && !NonFinite.AreFinite(gradient))
        {
            throw InRow(row, point, gradient);
        }
    }

    /// <summary>The same checks for lanes: all bits set in those whose values are not allowed.</summary>
    public Vector<long> Rejected(ReadOnlySpan<Vector<double>> values) =>
        _throws ? ~NonFinite.FiniteLanes(values) : Vector<long>.Zero;

    /// <summary>What is thrown for residuals that are not finite.</summary>
    public NonFiniteValueException InResiduals(
        ReadOnlySpan<double> point, ReadOnlySpan<double> residuals, bool forDifference)
    {
        int index = NonFinite.IndexIn(residuals);
        return Errors.NonFiniteResidual(residuals[index], index, point, forDifference, names);
    }

    /// <summary>What is thrown for a Jacobian that is not finite.</summary>
    public NonFiniteValueException InJacobian(
        ReadOnlySpan<double> point, JacobianMatrix jacobian, ReadOnlySpan<int> columns = default)
    {
        int column = 0;
        int row = NonFinite.IndexIn(jacobian.Column(column));
        while (row < 0)
        {
            column++;
            row = NonFinite.IndexIn(jacobian.Column(column));
        }

        int parameter = columns.IsEmpty ? column : columns[column];
        return Errors.NonFiniteDerivative(jacobian[row, column], row, parameter, point, names);
    }

    private NonFiniteValueException InRow(
        int row, ReadOnlySpan<double> point, ReadOnlySpan<double> gradient)
    {
        int column = NonFinite.IndexIn(gradient);
        return Errors.NonFiniteDerivative(gradient[column], row, column, point, names);
    }
}
