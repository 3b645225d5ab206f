using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The uncertainty of the data of a curve fit: one standard deviation for all, one for each, or a covariance matrix.
/// Numbers, arrays, lists, matrices and collection expressions convert to it implicitly. SciPy: sigma.
/// </summary>
/// <remarks>
/// An infinite standard deviation gives its observation no weight, as in SciPy. C# converts from no interface, so
/// spread what is declared as one, such as an <see cref="IReadOnlyList{T}"/>: <c>[.. sigma]</c>.
/// </remarks>
[CollectionBuilder(typeof(Sigma), nameof(Create))]
[JsonConverter(typeof(SigmaJsonConverter))]
public sealed class Sigma
{
    private readonly double[]? _deviations;
    private readonly double[,]? _covariance;

    private Sigma(double[] deviations) => _deviations = deviations;

    private Sigma(double[,] covariance) => _covariance = covariance;

    /// <summary>The same standard deviation for all observations.</summary>
    /// <param name="deviation">Finite and not zero.</param>
    public static implicit operator Sigma(double deviation) => new([deviation]);

    /// <summary>A standard deviation for each observation.</summary>
    /// <param name="deviations">m values, or one for all; not zero. Null for all equal.</param>
    [return: NotNullIfNotNull(nameof(deviations))]
    public static implicit operator Sigma?(double[]? deviations) => deviations is null ? null : new([.. deviations]);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(deviations))]
    public static implicit operator Sigma?(float[]? deviations) =>
        deviations is null ? null : new(CurveData.ToNumbers(deviations));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(deviations))]
    public static implicit operator Sigma?(int[]? deviations) =>
        deviations is null ? null : new(CurveData.ToNumbers(deviations));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(deviations))]
    public static implicit operator Sigma?(RealVector? deviations) =>
        deviations is null ? null : new([.. deviations]);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(deviations))]
    public static implicit operator Sigma?(List<double>? deviations) =>
        deviations is null ? null : new([.. deviations]);

    /// <summary>The covariance matrix of the observations.</summary>
    /// <param name="covariance">
    /// m by m, symmetric and positive definite; the lower triangle is read. Null for all equal.
    /// </param>
    [return: NotNullIfNotNull(nameof(covariance))]
    public static implicit operator Sigma?(double[,]? covariance) =>
        covariance is null ? null : new((double[,])covariance.Clone());

    /// <inheritdoc cref="op_Implicit(double[,])"/>
    [return: NotNullIfNotNull(nameof(covariance))]
    public static implicit operator Sigma?(float[,]? covariance) =>
        covariance is null ? null : new(Matrices.Widened(covariance));

    /// <summary>The covariance matrix of the observations, by rows.</summary>
    /// <param name="covariance">m rows of m numbers, as in the other conversion. Null for all equal.</param>
    /// <exception cref="ArgumentException">A row is null, or of another length than the first.</exception>
    [return: NotNullIfNotNull(nameof(covariance))]
    public static implicit operator Sigma?(double[][]? covariance) =>
        covariance is null ? null : new(Matrices.OfRows(covariance, "sigma"));

    /// <summary>The uncertainty as a <see cref="Sigma"/>, for languages without implicit conversions.</summary>
    /// <param name="deviations">As in the conversion.</param>
    /// <returns>The same uncertainty.</returns>
    public static Sigma FromDeviations(double[] deviations)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        return new([.. deviations]);
    }

    /// <summary>The uncertainty as a <see cref="Sigma"/>, for languages without implicit conversions.</summary>
    /// <param name="covariance">As in the conversion.</param>
    /// <returns>The same uncertainty.</returns>
    public static Sigma FromCovariance(double[,] covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        return new((double[,])covariance.Clone());
    }

    /// <summary>The standard deviations of collection expressions.</summary>
    /// <param name="deviations">m values, or one for all; not zero.</param>
    /// <returns>The same uncertainty.</returns>
    public static Sigma Create(ReadOnlySpan<double> deviations) => new(deviations.ToArray());

    /// <summary>The numbers one by one: standard deviations, or a covariance matrix by rows.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<double> GetEnumerator() =>
        (_deviations ?? _covariance!.Cast<double>()).GetEnumerator();

    /// <summary>The first eight standard deviations, or the size of the covariance matrix.</summary>
    public override string ToString() => _covariance is null
        ? RealVector.Create(_deviations).ToString()
        : $"covariance, {_covariance.GetLength(0)} by {_covariance.GetLength(1)}";

    /// <summary>The covariance matrix; null if there are standard deviations.</summary>
    internal double[,]? Covariance => _covariance;

    /// <summary>The standard deviations; null if there is a covariance matrix.</summary>
    internal double[]? Deviations => _deviations;

    /// <summary>The same for the observations that are kept.</summary>
    internal Sigma Select(bool[] keep)
    {
        if (_deviations is not null)
        {
            return _deviations.Length == keep.Length ? new Sigma([.. _deviations.Where((_, i) => keep[i])]) : this;
        }

        if (_covariance!.GetLength(0) != keep.Length || _covariance.GetLength(1) != keep.Length)
        {
            return this;
        }

        int[] kept = [.. Enumerable.Range(0, keep.Length).Where(i => keep[i])];
        double[,] selected = new double[kept.Length, kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            for (int j = 0; j < kept.Length; j++)
            {
                selected[i, j] = _covariance[kept[i], kept[j]];
            }
        }

        return new Sigma(selected);
    }

    /// <summary>What turns residuals of unequal uncertainty into residuals of standard deviation 1.</summary>
    /// <exception cref="ArgumentException">The shape does not match m data, or a value is not valid.</exception>
    internal Whitening ToWhitening(int dataCount, string argument)
    {
        if (_deviations is not null)
        {
            if (_deviations.Length != 1 && _deviations.Length != dataCount)
            {
                throw Errors.SigmaShape(argument, $"({_deviations.Length})", dataCount);
            }

            return Whitening.ByDeviations(_deviations, dataCount, argument);
        }

        (int rows, int columns) = (_covariance!.GetLength(0), _covariance.GetLength(1));
        if (rows != dataCount || columns != dataCount)
        {
            throw Errors.SigmaShape(argument, $"({rows}, {columns})", dataCount);
        }

        return Whitening.ByCovariance(_covariance, argument);
    }
}
