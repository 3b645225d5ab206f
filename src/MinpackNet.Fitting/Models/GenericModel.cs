using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>A model written for any number type.</summary>
/// <param name="parameters">The names of its parameters; null for none.</param>
internal abstract class GenericModel(string[]? parameters) : Model
{
    public sealed override IReadOnlyList<string>? ParameterNames { get; } =
        parameters is null ? null : Array.AsReadOnly(parameters);

    public sealed override DerivativeSource Derivatives => DerivativeSource.Automatic;

    /// <summary>The value at one point in some number type.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="x">A number of each of the columns from <see cref="Model.Bind"/>.</param>
    public abstract T ValueAt<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x)
        where T : struct, IFloatingPointIeee754<T>;
}
