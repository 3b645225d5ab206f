using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>
/// Parameters, and predictors at points: of one fit, or of the fits in lanes, where each point is a vector, and the
/// numbers of all lanes at one point follow each other.
/// </summary>
internal readonly ref struct FormulaInput
{
    private readonly ReadOnlySpan<double> _parameters;
    private readonly ReadOnlySpan<Vector<double>> _lanes;
    private readonly double[][]? _columns;
    private readonly ReadOnlySpan<double> _own;

    /// <summary>One fit.</summary>
    public FormulaInput(ReadOnlySpan<double> parameters, double[][] columns)
    {
        _parameters = parameters;
        _columns = columns;
    }

    /// <summary>Fits in lanes with predictors in common.</summary>
    /// <param name="parameters">All parameters of the formula.</param>
    /// <param name="columns">The predictors, each number as often as there are lanes.</param>
    public FormulaInput(ReadOnlySpan<Vector<double>> parameters, double[][] columns)
    {
        _lanes = parameters;
        _columns = columns;
    }

    /// <summary>Fits in lanes with their own predictors.</summary>
    /// <param name="parameters">All parameters of the formula.</param>
    /// <param name="columns">The columns of the predictors, one after the other.</param>
    public FormulaInput(ReadOnlySpan<Vector<double>> parameters, ReadOnlySpan<Vector<double>> columns)
    {
        _lanes = parameters;
        _own = MemoryMarshal.Cast<Vector<double>, double>(columns);
    }

    public Vector<double> Parameter(int index) => _lanes.IsEmpty ? new(_parameters[index]) : _lanes[index];

    /// <summary>The numbers of a column from one on.</summary>
    /// <param name="column">Which.</param>
    /// <param name="length">How many numbers a column has.</param>
    /// <param name="first">The first of those asked for.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<double> Column(int column, int length, int first, int count) => _columns is null
        ? _own.Slice((column * length) + first, count)
        : _columns[column].AsSpan(first, count);
}
