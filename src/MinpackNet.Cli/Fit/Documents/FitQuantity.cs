using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A quantity that follows from the parameters, as written to JSON.</summary>
internal sealed record FitQuantity(
    string Name,
    string Formula,
    double Value,
    double StandardError,
    double Lower,
    double Upper,
    double? ProfileLower,
    double? ProfileUpper)
{
    public static FitQuantity Of(DerivedQuantity quantity) => new(
        quantity.Name,
        quantity.Formula,
        quantity.Value,
        quantity.StandardError,
        quantity.Interval.Lower,
        quantity.Interval.Upper,
        quantity.Profile?.Lower,
        quantity.Profile?.Upper);
}
