using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>
/// The predictors at m points: a named column of m numbers for each predictor. A single array or list, or a collection
/// expression, converts implicitly and is named x.
/// </summary>
[CollectionBuilder(typeof(Predictors), nameof(Create))]
public sealed class Predictors
{
    /// <summary>The name of a predictor that was given without one.</summary>
    internal const string DefaultName = "x";

    /// <summary>The name of the predictor that tells the data set of a point, from 0.</summary>
    internal const string SetName = "data set, from 0";

    private Predictors(string[] names, double[][] columns)
    {
        Names = Array.AsReadOnly(names);
        Columns = columns;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of points, m.</summary>
    public int PointCount => Columns[0].Length;

    /// <summary>The columns, of equal length, owned by this instance.</summary>
    internal double[][] Columns { get; }

    /// <summary>A single predictor, named x.</summary>
    /// <param name="x">m finite values; copied.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the array is empty.</exception>
    public static implicit operator Predictors(double[] x) => OfOne(x, nameof(x));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Predictors(float[] x) => OfNumbers(x);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Predictors(int[] x) => OfNumbers(x);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Predictors(List<double> x) => OfNumbers(x);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Predictors(RealVector x) => OfNumbers(x);

    /// <summary>A single predictor, named x, from a collection expression.</summary>
    /// <param name="x">m finite values.</param>
    /// <returns>The predictors.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or there is none.</exception>
    public static Predictors Create(params ReadOnlySpan<double> x) => x.ToArray();

    /// <summary>Several named predictors.</summary>
    /// <param name="columns">Columns with distinct names and m finite values each; copied.</param>
    /// <returns>The predictors.</returns>
    /// <exception cref="ArgumentException">There are no columns, lengths differ, or a value is not finite.</exception>
    public static Predictors FromColumns(params (string Name, double[] Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Of(columns, nameof(columns));
    }

    /// <summary>A single predictor, named x, for each of many fits.</summary>
    /// <param name="x">The finite values of each; copied. A null stays one, and fails its fit alone.</param>
    /// <returns>The predictors of each fit.</returns>
    /// <exception cref="ArgumentException">
    /// A value is not finite, or there is none; the message says for which fit, from 0 on.
    /// </exception>
    public static IReadOnlyList<Predictors> Each(IReadOnlyList<double[]> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return [.. x.Select((values, fit) => values is null ? null! : OfOne(values, $"x[{fit}]"))];
    }

    /// <summary>Does what the conversion does, for languages without implicit conversions.</summary>
    /// <param name="x">m finite values; copied.</param>
    /// <returns>The predictors.</returns>
    public static Predictors FromArray(double[] x) => x;

    /// <summary>The numbers of all columns, one column after the other.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<double> GetEnumerator() => Columns.SelectMany(column => column).GetEnumerator();

    /// <summary>Numbers of any type as a single predictor, named x.</summary>
    internal static Predictors OfNumbers<T>(IReadOnlyList<T> x)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        return Fitting.Columns.Of(x);
    }

    /// <summary>The only column, for a model of one predictor.</summary>
    internal double[] Single() =>
        Columns.Length == 1 ? Columns[0] : throw Errors.SeveralPredictors("x", Names);

    /// <summary>The same predictors with another column in one place.</summary>
    internal Predictors With(int index, double[] column) => new(
        [.. Names], [.. Columns.Select((values, j) => j == index ? column : values)]);

    /// <summary>The predictors at some points.</summary>
    internal Predictors At(int[] points) =>
        new([.. Names], [.. Columns.Select(column => Array.ConvertAll(points, i => column[i]))]);

    /// <summary>The predictors before the last.</summary>
    internal Predictors WithoutLast() => new([.. Names.SkipLast(1)], Columns[..^1]);

    /// <summary>The predictors of one of several data sets, by its number from 0.</summary>
    internal Predictors InSet(int set) => new(
        [.. Names, SetName], [.. Columns, [.. Enumerable.Repeat((double)set, PointCount)]]);

    /// <summary>The predictors of several data sets, one set after the other, and the number of the set.</summary>
    /// <param name="sets">Predictors of the same names each.</param>
    internal static Predictors Stacked(IReadOnlyList<Predictors> sets)
    {
        Predictors[] told = [.. sets.Select((x, set) => x.InSet(set))];
        return new(
            [.. told[0].Names],
            [.. told[0].Columns.Select((_, c) => told.SelectMany(x => x.Columns[c]).ToArray())]);
    }

    /// <summary>Copies the predictors at point i.</summary>
    internal static void Gather(double[][] columns, int i, Span<double> point)
    {
        for (int k = 0; k < columns.Length; k++)
        {
            point[k] = columns[k][i];
        }
    }

    private static Predictors OfOne(double[] values, string argument)
    {
        Validate.Predictor(values, argument);
        return new([DefaultName], [LargeArray.Copy<double>(values)]);
    }

    private static Predictors Of((string Name, double[] Values)[] columns, string argument)
    {
        Validate.Columns(columns, argument);
        return new(
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => LargeArray.Copy<double>(column.Values))]);
    }
}
