using System.Numerics;

namespace MinpackNet;

/// <summary>Computes the Jacobians of several fits at once: each lane of the vectors belongs to one fit.</summary>
/// <param name="parameters">The points, n vectors; valid only during the call.</param>
/// <param name="data">The data of the fits, d vectors, as for the residuals.</param>
/// <param name="jacobian">
/// To be filled, m n vectors, column by column: the derivatives of residual i by parameter j are at [j * m + i].
/// Undefined on entry, so zeros must be written too.
/// </param>
/// <remarks>As for <see cref="LaneResidualFunction"/>.</remarks>
public delegate void LaneJacobianFunction(
    ReadOnlySpan<Vector<double>> parameters, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> jacobian);
