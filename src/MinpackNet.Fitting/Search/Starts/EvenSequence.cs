namespace MinpackNet.Fitting;

/// <summary>
/// The additive recurrence of the generalized golden ratio, which fills a cube of any dimension evenly, shifted.
/// </summary>
internal sealed class EvenSequence(int dimension)
{
    private readonly double _ratio = GoldenRatio(dimension);

    /// <summary>Coordinate j of point k, from 0 to 1.</summary>
    /// <param name="sequence">The shift: sequences of different numbers share no point.</param>
    /// <param name="k">From 0.</param>
    /// <param name="j">From 0.</param>
    public double Place(int sequence, int k, int j)
    {
        SplitMix shift = new(sequence, -1 - j);
        double place = shift.Fraction() + ((k + 1) * Math.Pow(_ratio, -(j + 1)));
        return place - Math.Floor(place);
    }

    /// <summary>The positive root of g^(n+1) = g + 1, by fixed-point iteration, which contracts.</summary>
    private static double GoldenRatio(int dimension)
    {
        double ratio = 1.5;
        for (int k = 0; k < 60; k++)
        {
            ratio = Math.Pow(1 + ratio, 1.0 / (dimension + 1));
        }

        return ratio;
    }
}
