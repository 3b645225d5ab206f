using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// A curve written once over any number type: over <c>double</c> it gives values, over dual numbers its exact
/// derivatives.
/// </summary>
/// <remarks>
/// Implement it in a struct, for which the compilers make code of its own, and explicitly, which repeats no
/// constraint; write constants as <c>T.CreateChecked(2.5)</c>:
/// <code>
/// readonly struct Saturation : ICurveModel
/// {
///     static T ICurveModel.Evaluate&lt;T&gt;(ReadOnlySpan&lt;T&gt; b, T x) => b[0] * (T.One - T.Exp(-b[1] * x));
/// }
/// </code>
/// A branch or a rounding of the model's is differentiated where it stands: on the side that the values take.
/// </remarks>
public interface ICurveModel
{
    /// <summary>The model's value at one point.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">The n parameters.</param>
    /// <param name="x">The predictor.</param>
    /// <returns>The value there.</returns>
    static abstract T Evaluate<T>(ReadOnlySpan<T> parameters, T x)
        where T : struct, IFloatingPointIeee754<T>;
}
