using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>The checks at the border; the code behind them trusts its input. Each room has a part of its own.</summary>
internal static partial class Validate
{
    /// <summary>Whether there is stack left for a fit, which may be inside a model of another one.</summary>
    /// <exception cref="InsufficientExecutionStackException">There is little left.</exception>
    public static void Stack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Errors.NestedTooDeep();
        }
    }

    public static void Columns((string Name, double[] Values)[] columns, string argument)
    {
        if (columns.Length == 0)
        {
            throw Errors.NoColumns(argument);
        }

        foreach ((string name, double[] values) in columns)
        {
            ArgumentNullException.ThrowIfNull(values, argument);
            if (string.IsNullOrWhiteSpace(name) || columns.Count(column => column.Name == name) > 1)
            {
                throw Errors.ColumnName(argument, name);
            }

            if (values.Length != columns[0].Values.Length)
            {
                throw Errors.ColumnLength(argument, name, values.Length, columns[0].Values.Length);
            }

            Finite(values, name);
        }

        if (columns[0].Values.Length == 0)
        {
            throw Errors.EmptyData(argument);
        }
    }

    public static void Start(StartValue[] start, string argument)
    {
        if (start.Length == 0)
        {
            throw Errors.NoStart(argument);
        }

        if (start.Select(value => value.Name is null).Distinct().Count() > 1)
        {
            throw Errors.SomeNames(argument);
        }

        for (int j = 0; j < start.Length; j++)
        {
            string name = start[j].Name ?? $"p[{j}]";
            if (!double.IsFinite(start[j].Value))
            {
                throw Errors.NonFiniteStart(argument, name, start[j].Value);
            }

            if (start[j].Name is not null && start.Count(other => other.Name == name) > 1)
            {
                throw Errors.RepeatedName(argument, name);
            }
        }
    }

    /// <summary>The values of a single predictor.</summary>
    public static void Predictor(double[] values, string argument)
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        Finite(values, argument);
        if (values.Length == 0)
        {
            throw Errors.EmptyData(argument);
        }
    }

    private static void Finite(double[] values, string argument)
    {
        int index = Fitting.Finite.FirstOther(values);
        if (index >= 0)
        {
            throw Errors.NonFiniteDatum(argument, index, values[index]);
        }
    }
}
