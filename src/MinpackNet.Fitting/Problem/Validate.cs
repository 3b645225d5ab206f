using MinpackNet.Fitting.Formulas;

namespace MinpackNet.Fitting;

/// <summary>The checks at the border: behind them, everything is taken to be in order.</summary>
internal static class Validate
{
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

    public static void Observations(double[] y, int points, string argument)
    {
        if (y.Length != points)
        {
            throw Errors.DataLengths(argument, y.Length, points);
        }

        Finite(y, argument);
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

    public static void Fixed(IReadOnlyList<string> names, string[] parameters, string argument)
    {
        if (names.FirstOrDefault(name => !parameters.Contains(name)) is { } unknown)
        {
            throw Errors.UnknownFixed(argument, unknown, parameters);
        }

        if (parameters.All(names.Contains))
        {
            throw Errors.NothingFree(argument);
        }
    }

    public static void Count(int observations, int free, string argument)
    {
        if (observations < free)
        {
            throw Errors.TooFewData(argument, observations, free);
        }
    }

    public static void Options(FitOptions options, int observations)
    {
        if (!Enum.IsDefined(options.Strategy))
        {
            throw Errors.Strategy(nameof(options.Strategy), options.Strategy);
        }

        if (options.Sigma is not { } sigma)
        {
            return;
        }

        if (sigma.Count != 1 && sigma.Count != observations)
        {
            throw Errors.SigmaLength(nameof(options.Sigma), sigma.Count, observations);
        }

        for (int i = 0; i < sigma.Count; i++)
        {
            if (!(sigma[i] > 0 && double.IsFinite(sigma[i]) && double.IsFinite(1 / sigma[i])))
            {
                throw Errors.SigmaValue(nameof(options.Sigma), i, sigma[i]);
            }
        }
    }

    public static void Level(double level, string argument)
    {
        if (!(level > 0 && level < 1))
        {
            throw Errors.Level(argument, level);
        }
    }

    public static void Names(IReadOnlyList<string> predictors, IReadOnlyList<string> parameters)
    {
        Names(predictors, parameters, nameof(predictors));
        Names(parameters, predictors, nameof(parameters));
    }

    public static void Values(int count, string[] names, string argument)
    {
        if (count != names.Length)
        {
            throw Errors.ValueCount(argument, count, names);
        }
    }

    private static void Names(IReadOnlyList<string> names, IReadOnlyList<string> others, string argument)
    {
        foreach (string name in names)
        {
            if (!FormulaParser.IsName(name) || others.Contains(name) || names.Count(other => other == name) > 1)
            {
                throw Errors.FormulaName(argument, name);
            }
        }
    }

    private static void Finite(double[] values, string argument)
    {
        int index = Array.FindIndex(values, value => !double.IsFinite(value));
        if (index >= 0)
        {
            throw Errors.NonFiniteDatum(argument, index, values[index]);
        }
    }
}
