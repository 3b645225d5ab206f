namespace MinpackNet;

/// <summary>SciPy's option for the layout of a user's Jacobian.</summary>
/// <param name="IsOn">Whether the derivatives with respect to one parameter are a row.</param>
/// <param name="Option">What sets it at the user's door.</param>
internal readonly record struct ColumnDerivatives(bool IsOn, string Option = "colDeriv");
