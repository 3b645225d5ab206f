using System.Diagnostics;
using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// A number that records the steps by which a model computes it, so that these can be run at all points: the tape of
/// Wengert (1964), written once.
/// </summary>
/// <remarks>
/// A constant is itself; whatever asks for the value of any other number, as a comparison does, ends the recording,
/// because the answer may differ from point to point. What leaves every number as it is, such as 0 + x, is no step.
/// </remarks>
[DebuggerDisplay("{IsConstant ? _value : double.NaN}, step {Step}")]
internal readonly partial struct Traced : IModelNumber<Traced>
{
    private readonly StepRecorder? _recorder;
    private readonly double _value;

    /// <summary>A step.</summary>
    public Traced(StepRecorder recorder, int step)
    {
        _recorder = recorder;
        Step = step;
    }

    private Traced(double value) => _value = value;

    public int Step { get; }

    public bool IsConstant => _recorder is null;

    /// <summary>The value of a constant.</summary>
    public double Value => _recorder is null ? _value : throw _recorder.GiveUp();

    public static Traced operator +(Traced left, Traced right) =>
        left.Is(0) ? right : right.Is(0) ? left : Record(Operation.Add, left, right);

    public static Traced operator -(Traced left, Traced right) =>
        left.Is(0) ? -right : right.Is(0) ? left : Record(Operation.Subtract, left, right);

    public static Traced operator *(Traced left, Traced right) => left.Is(1) ? right
        : right.Is(1) ? left
        : left.IsSameAs(right) ? Record(Operation.Square, left)
        : Record(Operation.Multiply, left, right);

    public static Traced operator /(Traced left, Traced right) =>
        right.Is(1) ? left : Record(Operation.Divide, left, right);

    public static Traced operator %(Traced left, Traced right) => new(left.Value % right.Value);

    public static Traced operator -(Traced value) => Record(Operation.Negate, value);

    public static Traced operator +(Traced value) => value;

    public static Traced operator ++(Traced value) => value + new Traced(1);

    public static Traced operator --(Traced value) => value - new Traced(1);

    public static Traced Constant(double value) => new(value);

    public override bool Equals(object? obj) => obj is Traced other && Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static Traced Record(Operation operation, Traced x) => x._recorder is { } recorder
        ? recorder.Add(operation, x)
        : new(BlockOperations.OfConstants(new(operation, 0, -1, 0), x._value, 0, 0));

    private static Traced Record(Operation operation, Traced x, Traced y) =>
        (x._recorder ?? y._recorder) is { } recorder
            ? recorder.Add(operation, x, y)
            : new(BlockOperations.OfConstants(new(operation, 0, 0, 0), x._value, y._value, 0));

    private bool Is(double value) => IsConstant && _value == value;

    private bool IsSameAs(Traced other) => !IsConstant && !other.IsConstant && Step == other.Step;
}
