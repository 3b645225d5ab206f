using System.Collections.Concurrent;

namespace MinpackNet.Fitting;

/// <summary>
/// Runs a model that is written for any number type once with numbers that record its steps, which then do what those
/// of a formula do.
/// </summary>
internal static class Recording
{
    // A step may occur in many places, each of which counts where steps are read as a formula.
    private const double MostPlaces = 20_000;

    // As in a formula.
    private const int MostNesting = 500;

    // Where the steps must give what the model gives.
    private const int MostCompared = 16;

    // Of the largest value: more than rounding, even where the model takes the difference of large numbers.
    private const double MostDifference = 1e-6;

    // By the type of the model and the numbers of its parameters and predictors; null for those without.
    private static readonly ConcurrentDictionary<(Type, int, int), FormulaProgram?> Known = new();

    /// <summary>
    /// The model by its steps; itself if it is of another kind, or its steps may differ from point to point.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The predictors at m points.</param>
    /// <param name="points">Parameters at which the steps must give the model's values.</param>
    public static Model Of(Model model, double[][] columns, params ReadOnlySpan<double[]> points)
    {
        if (model is not GenericModel own)
        {
            return model;
        }

        (Type, int, int) key = (own.GetType(), points[0].Length, columns.Length);
        if (!Known.TryGetValue(key, out FormulaProgram? program))
        {
            Known[key] = program = Program(own, points[0].Length, columns.Length);
        }

        if (program is null || Agrees(own, program, columns, points))
        {
            return program is null ? own : new RecordedModel(own, program, columns.Length);
        }

        // What the model reads besides its arguments may have changed.
        Known[key] = program = Program(own, points[0].Length, columns.Length);
        return program is not null && Agrees(own, program, columns, points)
            ? new RecordedModel(own, program, columns.Length)
            : own;
    }

    /// <summary>Whether the steps give the model's values, which what is random or reads bits does not.</summary>
    private static bool Agrees(
        GenericModel model, FormulaProgram program, double[][] columns, ReadOnlySpan<double[]> points)
    {
        int m = columns[0].Length;
        int count = Math.Min(m, MostCompared);
        double[][] some = [.. columns.Select(column => Enumerable.Range(0, count)
            .Select(k => column[(int)((long)k * m / count)])
            .ToArray())];
        double[] expected = new double[count];
        double[] values = new double[count];
        foreach (double[] point in points)
        {
            model.Evaluate(point, some, expected);
            program.Evaluate(new(point, some), values);
            if (!AreEqual(values, expected))
            {
                return false;
            }
        }

        return true;
    }

    private static FormulaProgram? Program(GenericModel model, int parameterCount, int columnCount)
    {
        StepRecorder recorder = new(parameterCount, columnCount);
        try
        {
            Traced result = model.ValueAt<Traced>(recorder.Parameters, recorder.Columns);
            return !recorder.HasGivenUp && recorder.Build(result) is var program && IsReadable(program)
                ? program
                : null;
        }
        catch (Exception)
        {
            return null; // Whatever the model throws, it throws again when it runs with numbers.
        }
    }

    /// <summary>Whether the steps are no more than a formula could have, in places and in depth.</summary>
    private static bool IsReadable(FormulaProgram program)
    {
        Step[] steps = program.Steps;
        double[] places = new double[steps.Length];
        int[] depths = new int[steps.Length];
        for (int s = 0; s < steps.Length; s++)
        {
            places[s] = 1;
            foreach (int operand in FormulaBuilder.OperandsOf(steps[s]))
            {
                places[s] += places[operand];
                depths[s] = Math.Max(depths[s], depths[operand] + 1);
            }
        }

        return places[^1] <= MostPlaces && depths[^1] <= MostNesting;
    }

    private static bool AreEqual(double[] values, double[] expected)
    {
        double size = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        return values.Zip(expected).All(pair =>
            pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= MostDifference * size);
    }
}
