using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>The checks at the border, one file a room: behind them, everything is taken to be in order.</summary>
internal static partial class Validate
{
    /// <summary>Whether there is stack left for a solve, which may be inside a function of another one.</summary>
    /// <exception cref="InsufficientExecutionStackException">There is little left.</exception>
    public static void Stack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Errors.NestedTooDeep();
        }
    }

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

    /// <summary>Whether there is a bound of each kind for each parameter, and the start lies between.</summary>
    /// <param name="lower">The lower bounds.</param>
    /// <param name="upper">The upper ones.</param>
    /// <param name="mayFix">Whether they may be equal.</param>
    /// <param name="start">The start.</param>
    /// <param name="argument">What the bounds are called.</param>
    /// <param name="startArgument">What the start is called.</param>
    public static void Bounds(
        double[] lower,
        double[] upper,
        bool mayFix,
        ReadOnlySpan<double> start,
        string argument,
        string startArgument)
    {
        Bounds(lower, upper, mayFix, start.Length, argument);
        for (int j = 0; j < start.Length; j++)
        {
            if (!(start[j] >= lower[j] && start[j] <= upper[j]))
            {
                throw Errors.StartOutside(startArgument, j, start[j], lower[j], upper[j]);
            }
        }
    }

    /// <summary>Whether there is a bound of each kind for each parameter.</summary>
    public static void Bounds(double[] lower, double[] upper, bool mayFix, int parameterCount, string argument)
    {
        if (lower.Length != parameterCount || upper.Length != parameterCount)
        {
            throw Errors.BoundsLength(argument, lower.Length, upper.Length, parameterCount);
        }

        for (int j = 0; j < lower.Length; j++)
        {
            if (!(lower[j] < upper[j] || (mayFix && lower[j] == upper[j] && double.IsFinite(lower[j]))))
            {
                throw Errors.BoundsOrder(argument, j, lower[j], upper[j], mayFix);
            }
        }
    }
}
