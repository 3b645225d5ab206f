using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>
/// The data of a curve fit, checked. Among independent variables numbers, arrays, matrices and tuples of them can be
/// inspected; other types, such as records, are the model's own business.
/// </summary>
internal static class CurveData
{
    /// <summary>
    /// Applies the policies for values that are not finite; what is left out is removed from all three arguments.
    /// </summary>
    public static void Check<TX>(
        ref TX xdata,
        ref double[] ydata,
        ref Sigma? sigma,
        bool? checkFinite,
        NanPolicy? nanPolicy,
        Func<TX, bool[], TX> select)
    {
        ArgumentNullException.ThrowIfNull(xdata);
        ArgumentNullException.ThrowIfNull(ydata);
        Validate.Known(nanPolicy ?? default, nameof(nanPolicy));

        if (ydata.Length == 0)
        {
            throw Errors.EmptyData(nameof(ydata));
        }

        if (checkFinite ?? nanPolicy is null)
        {
            Reject(ydata, nameof(ydata), double.IsFinite);
            Reject(xdata, nameof(xdata), double.IsFinite);
        }

        switch (nanPolicy)
        {
            case NanPolicy.Raise:
                Reject(ydata, nameof(ydata), value => !double.IsNaN(value));
                Reject(xdata, nameof(xdata), value => !double.IsNaN(value));
                break;
            case NanPolicy.Omit:
                Omit(ref xdata, ref ydata, ref sigma, select);
                break;
        }
    }

    /// <summary>A list as an array: the same one if it is one.</summary>
    public static T[] ToArray<T>(IReadOnlyList<T> values) => values as T[] ?? [.. values];

    /// <summary>Numbers of any type as an array: the same one if it is one.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="argument">What they are called.</param>
    /// <exception cref="ArgumentException">One is complex.</exception>
    public static double[] ToNumbers<T>(
        IReadOnlyList<T> values, [CallerArgumentExpression(nameof(values))] string argument = "")
        where T : INumberBase<T>
    {
        if (values is double[] numbers)
        {
            return numbers;
        }

        numbers = new double[values.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = ToNumber(values[i], i, argument);
        }

        return numbers;
    }

    private static double ToNumber<T>(T value, int index, string argument)
        where T : INumberBase<T>
    {
        double number = double.CreateChecked(value);
        return double.IsNaN(number) && !T.IsNaN(value) ? throw Errors.NotReal(argument, index, $"{value}") : number;
    }

    /// <summary>The number of points; null when it is unknown.</summary>
    public static int? PointCount(object? xdata) => xdata switch
    {
        double[,] matrix => matrix.GetLength(1),
        Array array => array.Length,
        IList list => list.Count,
        _ => null,
    };

    /// <summary>The number of points to inspect: of a tuple of arrays, in its longest one.</summary>
    private static int InspectedCount(object? data) => data is ITuple tuple
        ? Parts(tuple).Max(part => PointCount(part) ?? 0)
        : PointCount(data) ?? 0;

    private static IEnumerable<object?> Parts(ITuple tuple) => Enumerable.Range(0, tuple.Length).Select(k => tuple[k]);

    private static void Reject<TX>(TX data, string argument, Predicate<double> isGood)
    {
        if (data is double[] numbers && NonFinite.IndexIn(numbers) < 0)
        {
            return; // most data, without an iterator for each point; what is finite is good by all rules
        }

        int count = InspectedCount(data);
        for (int i = 0; i < count; i++)
        {
            foreach (double value in Point(data, i))
            {
                if (!isGood(value))
                {
                    throw Errors.NonFiniteDatum(argument, i, value, canOmit: double.IsNaN(value) && data is not ITuple);
                }
            }
        }
    }

    private static void Omit<TX>(
        ref TX xdata, ref double[] ydata, ref Sigma? sigma, Func<TX, bool[], TX> select)
    {
        double[] y = ydata;
        TX x = xdata;
        if (PointCount(x) is { } points && points != y.Length)
        {
            throw Errors.DataLengths(nameof(xdata), points, y.Length);
        }

        bool[] keep =
            [.. Enumerable.Range(0, y.Length).Select(i => !double.IsNaN(y[i]) && !Point(x, i).Any(double.IsNaN))];
        if (keep.All(kept => kept))
        {
            return;
        }

        ydata = [.. y.Where((_, i) => keep[i])];
        xdata = select(x, keep);
        sigma = sigma?.Select(keep);
        if (ydata.Length == 0)
        {
            throw Errors.EmptyData(nameof(ydata));
        }
    }

    /// <summary>The numbers of point i, as far as they can be inspected.</summary>
    private static IEnumerable<double> Point(object? data, int i) => data switch
    {
        double[] numbers => [numbers[i]],
        double[,] matrix => Enumerable.Range(0, matrix.GetLength(0)).Select(k => matrix[k, i]),
        Array { Rank: > 1 } => [],
        IList points => NumbersIn(points[i]),
        ITuple arrays => Parts(arrays).Where(part => i < PointCount(part)).SelectMany(part => Point(part, i)),
        _ => [],
    };

    /// <summary>The first number of point i that is NaN or infinite, as far as can be seen; null for none.</summary>
    public static double? NonFiniteIn(object? data, int i) =>
        i < InspectedCount(data)
            ? Point(data, i).Where(value => !double.IsFinite(value)).Cast<double?>().FirstOrDefault()
            : null;

    private static IEnumerable<double> NumbersIn(object? point) => point switch
    {
        double number => [number],
        float number => [number],
        Half number => [(double)number],
        double[] numbers => numbers,
        float[] numbers => numbers.Select(number => (double)number),
        ITuple parts => Parts(parts).SelectMany(NumbersIn),
        _ => [],
    };

    /// <summary>The points to keep, in the order of the points.</summary>
    public static T[] SelectPoints<T>(T[] points, bool[] keep) => [.. points.Where((_, i) => keep[i])];

    /// <summary>The same for independent variables of any type that can be inspected.</summary>
    public static TX Select<TX>(TX data, bool[] keep) => data switch
    {
        double[] numbers => (TX)(object)SelectPoints(numbers, keep),
        float[] numbers => (TX)(object)SelectPoints(numbers, keep),
        List<double> numbers => (TX)(object)SelectPoints([.. numbers], keep).ToList(),
        double[][] points => (TX)(object)SelectPoints(points, keep),
        double[,] matrix => (TX)(object)SelectColumns(matrix, keep),
        _ => throw Errors.CannotOmit("xdata", typeof(TX)),
    };

    private static double[,] SelectColumns(double[,] matrix, bool[] keep)
    {
        int[] kept = SelectPoints([.. Enumerable.Range(0, keep.Length)], keep);
        double[,] columns = new double[matrix.GetLength(0), kept.Length];
        for (int k = 0; k < columns.GetLength(0); k++)
        {
            for (int i = 0; i < kept.Length; i++)
            {
                columns[k, i] = matrix[k, kept[i]];
            }
        }

        return columns;
    }
}
