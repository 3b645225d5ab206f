namespace MinpackNet.Fitting;

/// <summary>A parameter beside a slope times something known, as a in exp(a - b x).</summary>
/// <param name="Offset">The parameter.</param>
/// <param name="Slope">That of the slope.</param>
/// <param name="Sign">The sign of a place times the slope in the parameter.</param>
/// <param name="Places">What is known.</param>
internal readonly record struct ShiftRange(int Offset, int Slope, int Sign, Spread Places)
{
    // The share of the samples whose place is within the data, or a little outside.
    private const double Share = 0.75;
    private const double Margin = 0.1;

    /// <summary>
    /// The parameter that puts the place within the data; null for a share of the numbers from 0 to 1.
    /// </summary>
    public double? At(double number, double slope) => number < Share
        ? Sign * slope * (Places.Low + ((((number / Share) * (1 + (2 * Margin))) - Margin) * Places.Width))
        : null;
}
