using System.Numerics;

namespace MinpackNet;

/// <summary>Computes the residuals of several fits at once: each lane of the vectors belongs to one fit.</summary>
/// <param name="parameters">The points, n vectors; valid only during the call.</param>
/// <param name="data">The data of the fits, d vectors: element k of a fit's data is in its lane of vector k.</param>
/// <param name="residuals">To be filled, m vectors; undefined on entry.</param>
/// <remarks>
/// <para>
/// Write it as for one fit, with <c>Vector&lt;double&gt;</c> for <c>double</c>, <c>Vector.SquareRoot</c> for
/// <c>Math.Sqrt</c> and <see cref="LaneMath"/> for the functions of <c>Math</c>. What all fits have in common may stay
/// a <c>double</c>, as in <c>parameters[0] * t[i]</c>.
/// </para>
/// <para>
/// No lane may depend on another. That is so for + - * /, <c>Vector.SquareRoot</c> and <see cref="LaneMath"/>, but not
/// to the last bit for <c>Vector.Exp</c>, <c>Vector.Sin</c> and <c>Vector.Cos</c>: a neighbor that is large or NaN
/// changes how they are computed.
/// </para>
/// <para>
/// Lanes with nothing to evaluate hold an earlier point. An exception thrown here fails only the fit that it comes
/// from: the fits of all lanes are then repeated one by one. With
/// <see cref="LeastSquaresOptions.MaxDegreeOfParallelism"/> above 1 the function is called by several threads at once.
/// </para>
/// </remarks>
public delegate void LaneResidualFunction(
    ReadOnlySpan<Vector<double>> parameters, ReadOnlySpan<Vector<double>> data, Span<Vector<double>> residuals);
