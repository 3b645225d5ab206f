namespace MinpackNet.Cli;

/// <summary>
/// Places where a curve breaks: a pole, a jump, or the end of where it is finite. A line over them would show what the
/// model does not say.
/// </summary>
internal static class CurveBreaks
{
    // A change of this share of the picture's height between two points is looked into.
    private const double Visible = 0.01;

    // The change of a continuous curve falls below this share long before the places are neighboring numbers.
    private const double Remaining = 0.5;

    // Enough to get from any two places to neighboring numbers.
    private const int MostBisections = 1100;

    /// <summary>The last places before and the first after each break.</summary>
    /// <param name="places">Places in ascending order.</param>
    /// <param name="values">The curve there; may be infinite or NaN.</param>
    /// <param name="curve">The curve at any place.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    public static IEnumerable<(double From, double To)> Of(
        double[] places, double[] values, Func<double, double> curve, PlotAxis x, PlotAxis y)
    {
        for (int i = 1; i < places.Length; i++)
        {
            Point from = new(places[i - 1], values[i - 1]);
            Point to = new(places[i], values[i]);
            if (from.IsFinite != to.IsFinite || (from.IsFinite && IsVisible(y.Place(from.Y), y.Place(to.Y))))
            {
                foreach ((double From, double To) found in Between(from, to, curve, x))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool IsVisible(double a, double b) => Math.Abs(Near(a) - Near(b)) > Visible;

    /// <summary>A place in the picture or at its edge, since a line outside is not seen.</summary>
    private static double Near(double place) => Math.Clamp(place, -Visible, 1 + Visible);

    private static IEnumerable<(double From, double To)> Between(
        Point from, Point to, Func<double, double> curve, PlotAxis x)
    {
        double least = Remaining * Math.Abs(to.Y - from.Y);
        for (int i = 0; i < MostBisections; i++)
        {
            double place = x.Middle(from.X, to.X);
            if (place <= from.X || place >= to.X)
            {
                break;
            }

            Point middle = new(place, curve(place));
            if (from.IsFinite && to.IsFinite)
            {
                if (!middle.IsFinite)
                {
                    return Between(from, middle, curve, x).Concat(Between(middle, to, curve, x));
                }

                bool isLeft = Math.Abs(middle.Y - from.Y) >= Math.Abs(to.Y - middle.Y);
                (from, to) = isLeft ? (from, middle) : (middle, to);
                if (Math.Abs(to.Y - from.Y) < least)
                {
                    return [];
                }
            }
            else
            {
                (from, to) = middle.IsFinite == from.IsFinite ? (middle, to) : (from, middle);
            }
        }

        return [(from.X, to.X)];
    }

    private readonly record struct Point(double X, double Y)
    {
        public bool IsFinite => double.IsFinite(Y);
    }
}
