using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// A curve, written once for any number type: <c>double</c> gives its values, dual numbers its exact derivatives.
/// </summary>
/// <remarks>
/// Implement it in a struct, so that the compiler specializes the code, and explicitly, so that the constraint need not
/// be repeated. Write constants as <c>T.CreateChecked(2.5)</c>:
/// <code>
/// readonly struct Saturation : ICurveModel
/// {
///     static T ICurveModel.Evaluate&lt;T&gt;(ReadOnlySpan&lt;T&gt; b, T x) => b[0] * (T.One - T.Exp(-b[1] * x));
/// }
/// </code>
/// Where the model branches or rounds, the derivatives are those of the branch that the values take. Where the chain
/// rule meets inf/inf, 0·inf or inf - inf although the model is finite, they are limits of difference quotients, as in
/// a <see cref="Formula"/>.
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
