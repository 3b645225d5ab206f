namespace MinpackNet.Fitting;

/// <summary>Evenly spaced places at or next to which all places of the data lie.</summary>
/// <param name="Origin">One of the places.</param>
/// <param name="Spacing">Their distance.</param>
/// <param name="Deviation">How far the places of the data lie from them, root mean square, in the spacing.</param>
internal readonly record struct Grid(double Origin, double Spacing, double Deviation)
{
    // A frequency that turns once more per spacing differs by 1.3 radians there, and so keeps a fifth of what it
    // explains.
    private const double MostDeviation = 0.2;

    // Rounded places have so many decimals at most, and lie on them but for the rounding of doubles.
    private const int MostDigits = 6;
    private const double OnDecimals = 1e-6;

    /// <summary>The grid of places, which may be rounded or scatter; null for none.</summary>
    public static Grid? Of(double[] x)
    {
        double[] places = [.. x.Distinct().Order()];
        double[] gaps = [.. places.Skip(1).Zip(places, (next, place) => next - place)];
        if (gaps.Length < 2)
        {
            return null;
        }

        // The smallest gap is that of a grid with gaps; where places scatter, the middle one is closer to it; and where
        // they scatter more, they are counted.
        double[] sorted = [.. gaps.Order()];
        return Next(places, Numbers(sorted[0]))
            ?? Next(places, Numbers(sorted[gaps.Length / 2]))
            ?? Next(places, [.. Enumerable.Range(0, places.Length).Select(i => (double)i)]);

        double[] Numbers(double spacing)
        {
            double[] numbers = new double[places.Length];
            for (int i = 1; i < numbers.Length; i++)
            {
                numbers[i] = numbers[i - 1] + Math.Round(gaps[i - 1] / spacing);
            }

            return numbers;
        }
    }

    /// <summary>What places are multiples of that lie next to a grid, such as 0.01; null for nothing.</summary>
    public double? Decimals(double[] x)
    {
        double step = 1;
        for (int digits = 0; digits <= MostDigits && Deviation > OnDecimals; digits++, step /= 10)
        {
            double scale = 1 / step;
            if (x.All(place => Math.Abs((place * scale) - Math.Round(place * scale)) < OnDecimals))
            {
                return step < Spacing ? step : null;
            }
        }

        return null;
    }

    /// <summary>The grid of places with these numbers: a straight line through the places over their numbers.</summary>
    private static Grid? Next(double[] places, double[] numbers)
    {
        double middle = numbers.Average();
        double center = places.Average(place => place - places[0]);
        double fitted = numbers.Zip(places, (k, place) => (k - middle) * (place - places[0] - center)).Sum()
            / numbers.Sum(k => (k - middle) * (k - middle));
        double origin = center - (middle * fitted);
        double deviation = Math.Sqrt(numbers.Zip(places, (k, place) =>
            Math.Pow(place - places[0] - origin - (k * fitted), 2)).Average()) / fitted;
        return fitted > 0 && deviation <= MostDeviation ? new(places[0] + origin, fitted, deviation) : null;
    }
}
