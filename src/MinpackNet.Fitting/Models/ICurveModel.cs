using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// A curve, written once for any number type: <c>double</c> gives its values, dual numbers its exact derivatives.
/// </summary>
/// <remarks>
/// <para>
/// Implement it in a struct, so that the compiler specializes the code, and explicitly, so that the constraint need not
/// be repeated. Write constants as <c>T.CreateChecked(2.5)</c>:
/// <code>
/// readonly struct Saturation : ICurveModel
/// {
///     static T ICurveModel.Evaluate&lt;T&gt;(ReadOnlySpan&lt;T&gt; b, T x) => b[0] * (T.One - T.Exp(-b[1] * x));
/// }
/// </code>
/// </para>
/// <para>
/// A model that takes the same steps at every point is run once with numbers that record these, and then by its steps,
/// as a <see cref="Formula"/> is: values and derivatives of many points at a time, parameters that are linear, and,
/// with names for the parameters, fits without start values. For that it must not compare numbers, not convert them to
/// other types, and call only functions that formulas have. T.Min, T.Max, T.Abs, T.Floor and T.Round are recorded, as
/// is T.Clamp between constants; loops over the number of parameters and constants of all kinds do no harm. What
/// cannot be recorded, or does not give the values of its steps where a fit starts, is fitted with dual numbers. What
/// the model reads besides its arguments must not change during a fit, nor before the last use of its result.
/// </para>
/// <para>
/// Where the model branches or rounds, the derivatives are those of the branch that the values take; where the operands
/// of a recorded T.Min or T.Max are equal, the mean of both sides. Where the chain rule meets inf/inf, 0·inf or inf -
/// inf although the model is finite, they are limits of difference quotients, as in a <see cref="Formula"/>.
/// </para>
/// </remarks>
public interface ICurveModel
{
    /// <summary>The model's value at one point.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">The n parameters.</param>
    /// <param name="x">The predictor.</param>
    /// <returns>The model's value.</returns>
    static abstract T Evaluate<T>(ReadOnlySpan<T> parameters, T x)
        where T : struct, IFloatingPointIeee754<T>;
}
