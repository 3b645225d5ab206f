using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>The checks at the border, one file a room: behind them, everything is taken to be in order.</summary>
internal static partial class Validate
{
    public static void Start(ReadOnlySpan<double> start, string argument = "start")
    {
        if (start.IsEmpty)
        {
            throw Errors.TooFewParameters(argument);
        }

        int index = NonFinite.IndexIn(start);
        if (index >= 0)
        {
            throw Errors.NonFiniteStart(argument, index, start[index]);
        }
    }

    /// <summary>What a least-squares problem must have.</summary>
    public static void Shape(int parameterCount, int residualCount)
    {
        if (parameterCount <= 0)
        {
            throw Errors.Count(nameof(parameterCount), parameterCount, "parameters");
        }

        if (residualCount < parameterCount)
        {
            throw Errors.TooFewResiduals(nameof(residualCount), residualCount, parameterCount);
        }
    }

    /// <summary>Whether an enum of the size of an int has the value.</summary>
    public static void Known<T>(T value, string argument)
        where T : struct, Enum
    {
        // All have a member that is zero. The first look into an enum takes milliseconds of reflection.
        if (Unsafe.BitCast<T, int>(value) != 0 && !Enum.IsDefined(value))
        {
            throw Errors.UnknownValue(argument, value);
        }
    }

    public static void Tolerance(double value, string argument)
    {
        if (!(value >= 0))
        {
            throw Errors.Tolerance(argument, value);
        }
    }

    public static void StepFactor(double value, string argument)
    {
        if (!(value > 0))
        {
            throw Errors.StepFactor(argument, value);
        }
    }

    public static void Precision(double? value, string argument)
    {
        if (value is { } precision && !double.IsFinite(precision))
        {
            throw Errors.ResidualPrecision(argument, precision);
        }
    }

    public static void Scale(IReadOnlyList<double>? scale, int parameterCount, string argument)
    {
        if (scale is null)
        {
            return;
        }

        if (scale.Count != parameterCount)
        {
            throw Errors.ScaleLength(argument, scale.Count, parameterCount);
        }

        for (int j = 0; j < parameterCount; j++)
        {
            if (!(scale[j] > 0 && double.IsFinite(scale[j])))
            {
                throw Errors.ScaleValue(argument, j, scale[j]);
            }
        }
    }
}
