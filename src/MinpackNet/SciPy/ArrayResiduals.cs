
namespace MinpackNet;

/// <summary>
/// A function from array to array as a <see cref="ResidualFunction"/>. It is called once at the start to learn its
/// length; the first evaluation at the same point gets that answer.
/// </summary>
internal sealed class ArrayResiduals
{
    private readonly Func<double[], double[]> _function;
    private readonly string _argument;
    private readonly double[] _start;
    private double[]? _atStart;

    public ArrayResiduals(Func<double[], double[]> function, double[] start, string argument)
    {
        Validate.Stack();
        _function = function;
        _argument = argument;
        _start = [.. start];
        _atStart = [.. Call(start)]; // a copy, because the function may fill the same array each time
        Count = _atStart.Length;
    }

    public int Count { get; }

    public void Fill(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        double[] values;
        if (_atStart is not null && parameters.SequenceEqual(_start))
        {
            values = _atStart;
            _atStart = null;
        }
        else
        {
            values = Call(parameters);
        }

        if (values.Length != residuals.Length)
        {
            throw Errors.ChangedLength(_argument, residuals.Length, values.Length);
        }

        values.CopyTo(residuals);
    }

    /// <summary>Each call gets its own array, because the function may keep it.</summary>
    private double[] Call(ReadOnlySpan<double> parameters) =>
        _function(parameters.ToArray()) ?? throw Errors.NullFromFunction(_argument);
}
