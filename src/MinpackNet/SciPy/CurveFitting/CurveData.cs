using System.Numerics;

namespace MinpackNet;

/// <summary>
/// The data of a curve fit, checked. Among independent variables only numbers, arrays and matrices of numbers can be
/// inspected; other types of points are the model's own business.
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
        if (nanPolicy is { } policy && !Enum.IsDefined(policy))
        {
            throw Errors.UnknownNanPolicy(nameof(nanPolicy), policy);
        }

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
    public static double[] ToNumbers<T>(IReadOnlyList<T> values)
        where T : INumberBase<T> =>
        values as double[] ?? [.. values.Select(double.CreateChecked)];

    /// <summary>The number of points; null when it is unknown.</summary>
    public static int? PointCount<TX>(TX xdata) => xdata switch
    {
        double[,] matrix => matrix.GetLength(1),
        Array array => array.Length,
        _ => null,
    };

    private static void Reject<TX>(TX data, string argument, Func<double, bool> isGood)
    {
        int count = PointCount(data) ?? 0;
        for (int i = 0; i < count; i++)
        {
            foreach (double value in Point(data, i))
            {
                if (!isGood(value))
                {
                    throw Errors.NonFiniteDatum(argument, i, value);
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
    private static IEnumerable<double> Point<TX>(TX data, int i) => data switch
    {
        double[] numbers => [numbers[i]],
        float[] numbers => [numbers[i]],
        double[][] points => points[i] ?? [],
        double[,] matrix => Enumerable.Range(0, matrix.GetLength(0)).Select(k => matrix[k, i]),
        _ => [],
    };

    /// <summary>The points to keep, in the order of the points.</summary>
    public static T[] SelectPoints<T>(T[] points, bool[] keep) => [.. points.Where((_, i) => keep[i])];

    /// <summary>The same for independent variables of any type that can be inspected.</summary>
    public static TX Select<TX>(TX data, bool[] keep) => data switch
    {
        double[] numbers => (TX)(object)SelectPoints(numbers, keep),
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
