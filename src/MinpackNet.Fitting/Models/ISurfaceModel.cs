using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>A model of several predictors, written once for any number type; see <see cref="ICurveModel"/>.</summary>
public interface ISurfaceModel
{
    /// <summary>The model's value at one point.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">The n parameters.</param>
    /// <param name="x">The predictors in the order of the columns.</param>
    /// <returns>The model's value.</returns>
    static abstract T Evaluate<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x)
        where T : struct, IFloatingPointIeee754<T>;
}
