namespace MinpackNet.Fitting;

/// <summary>Evenly spaced places at or next to which all places of the data lie.</summary>
/// <param name="Origin">One of the places.</param>
/// <param name="Spacing">Their distance.</param>
internal readonly record struct Grid(double Origin, double Spacing)
{
    // How far the places may lie from the grid, root mean square, in its spacing: a frequency that turns once more per
    // spacing differs there by 0.6 radians.
    private const double MostDeviation = 0.1;

    /// <summary>The grid of places, which may be rounded or scatter; null for none.</summary>
    public static Grid? Of(double[] x)
    {
        double[] places = [.. x.Distinct().Order()];
        double[] gaps = [.. places.Skip(1).Zip(places, (next, place) => next - place)];
        if (gaps.Length < 2)
        {
            return null;
        }

        // The smallest gap is that of a grid with gaps; where places scatter, the middle one is closer to it.
        double[] sorted = [.. gaps.Order()];
        return Next(places, gaps, sorted[0]) ?? Next(places, gaps, sorted[gaps.Length / 2]);
    }

    /// <summary>The grid of nearly this spacing: a straight line through the places over their numbers.</summary>
    private static Grid? Next(double[] places, double[] gaps, double spacing)
    {
        double[] numbers = new double[places.Length];
        for (int i = 1; i < numbers.Length; i++)
        {
            numbers[i] = numbers[i - 1] + Math.Round(gaps[i - 1] / spacing);
        }

        double middle = numbers.Average();
        double center = places.Average(place => place - places[0]);
        double fitted = numbers.Zip(places, (k, place) => (k - middle) * (place - places[0] - center)).Sum()
            / numbers.Sum(k => (k - middle) * (k - middle));
        double origin = center - (middle * fitted);
        double deviation = Math.Sqrt(numbers.Zip(places, (k, place) =>
            Math.Pow(place - places[0] - origin - (k * fitted), 2)).Average()) / fitted;
        return fitted > 0 && deviation <= MostDeviation ? new(places[0] + origin, fitted) : null;
    }
}
