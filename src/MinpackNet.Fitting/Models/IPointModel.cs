using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>A model of several predictors written once over any number type; see <see cref="ICurveModel"/>.</summary>
public interface IPointModel
{
    /// <summary>The model's value at one point.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">The n parameters.</param>
    /// <param name="x">The predictors of the point, in the order of the columns.</param>
    /// <returns>The value there.</returns>
    static abstract T Evaluate<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x)
        where T : struct, IFloatingPointIeee754<T>;
}
