namespace MinpackNet.Fitting;

/// <summary>Where the derivatives of a <see cref="Model"/> come from.</summary>
public enum DerivativeSource
{
    /// <summary>Differences of the model's values.</summary>
    Differences = 0,

    /// <summary>A function written by hand, which may be wrong.</summary>
    Given = 1,

    /// <summary>Automatic differentiation of the model itself: exact to rounding.</summary>
    Automatic = 2,
}
