using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Columns whose numbers are so large or so small that their squares are lost.</summary>
internal static class Magnitudes
{
    // Squares overflow above 1.3e154 and lose digits below 1.5e-154; sums and products with derivatives do earlier.
    private const double Largest = 1e150;
    private const double Smallest = 1e-150;

    /// <summary>A note for each such column, with its cure.</summary>
    public static IEnumerable<string> Notes(ColumnChoice columns, CsvTable table)
    {
        foreach ((int column, double[] values) in columns.Wanted.Zip(table.Columns).DistinctBy(pair => pair.First))
        {
            double size = values.Length == 0 ? 0 : Math.Max(values.Max(), -values.Min());
            if (size is > Largest or (> 0 and < Smallest))
            {
                string name = PlainText.Brief(columns.Names[column]);
                (string what, string flow, string unit) =
                    size > Largest ? ("reaches", "overflow", "larger") : ("is nowhere above", "underflow", "smaller");
                string number = size.ToString("G3", CultureInfo.InvariantCulture).Replace('E', 'e');
                yield return $"{name} {what} {number} in size, and squares of such numbers {flow}: express it in a "
                    + $"{unit} unit";
            }
        }
    }
}
