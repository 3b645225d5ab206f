using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The formula to fit and the columns that go into it.</summary>
/// <param name="Names">The names of all columns of the file.</param>
/// <param name="Model">The formula.</param>
/// <param name="X">The columns of its predictors, in the order of <see cref="Formula.PredictorNames"/>.</param>
/// <param name="Y">The column of the observations.</param>
/// <param name="Sigma">The column of standard deviations; null for none.</param>
/// <param name="Notes">Which columns are left unused although their names suggest a use.</param>
internal sealed record ColumnChoice(
    string[] Names, Formula Model, int[] X, int Y, int? Sigma, IReadOnlyList<string> Notes)
{
    private const string Argument = "x";
    private const string Observation = "y";
    private const string Constant = "pi";

    /// <summary>
    /// In the formula, a name with a start value is a parameter, the name of a column is a predictor, and x is always a
    /// predictor. The observations are in y, or else in the last column without another role; x is the first such
    /// column if none is named x. Columns named like standard deviations and an index come last in both.
    /// </summary>
    /// <exception cref="InputException">The formula or a name cannot be used, or they do not fit together.</exception>
    public static ColumnChoice For(string[] names, FitRequest request, bool hasIndex)
    {
        Formula model = Parse(request, names);
        request.Parameters.CheckFor(model, names);
        int? sigma = Named(names, request.Sigma, "--sigma");
        int? chosenX = Named(names, request.X, "--x");
        if (request.X is not null && !model.PredictorNames.Contains(Argument))
        {
            throw new InputException("--x has no effect, because there is no x in the formula. Leave it out.");
        }

        int[] others = [.. model.PredictorNames
            .Where(name => name != Argument || chosenX is null)
            .Select(name => Array.IndexOf(names, name))
            .Append(chosenX ?? -1)
            .Append(sigma ?? -1)
            .Where(index => index >= 0)];
        int[] unlikely = [.. Enumerable.Range(0, names.Length)
            .Where(i => ErrorColumn.Is(names[i]) || (hasIndex && i == 0))];
        int y = Named(names, request.Y, "--y") ?? Free(names, others, name => name == Observation)
            ?? Free(names, [.. others, .. unlikely], _ => true, fromEnd: true)
            ?? Free(names, others, _ => true, fromEnd: true)
            ?? throw new InputException(
                $"{request.File}: there is no column of observations besides {string.Join(", ", names)}. Add one, or "
                + "give the --delimiter.");
        int[] x = [.. model.PredictorNames.Select(name =>
            name != Argument ? Array.IndexOf(names, name)
            : chosenX ?? (Array.IndexOf(names, Argument) is var index and >= 0 ? index
                : Free(names, [.. others, .. unlikely, y], _ => true)
                ?? Free(names, [.. others, y], _ => true)
                ?? throw new InputException(
                    $"{request.File}: there is no column for the formula's x besides {string.Join(", ", names)}. Add "
                    + "one, or give the --delimiter.")))];
        int[] used = [.. x, y, sigma ?? y];
        if (used.FirstOrDefault(index => names.Count(name => name == names[index]) > 1, -1) is var repeated and >= 0)
        {
            throw new InputException(
                $"{request.File}: two columns are named {names[repeated]}. Give each column its own name.");
        }

        IEnumerable<int> unused = unlikely.Except(used).Where(index => sigma is null || !ErrorColumn.Is(names[index]));
        string[] notes = [.. unused.Select(index => ErrorColumn.Is(names[index])
            ? $"{names[index]} is not used; if it has standard deviations, give --sigma {names[index]}"
            : $"{names[index]}, a first column without a name, counts the rows and is not used")];
        return !x.Contains(y) && y != sigma
            ? new(names, model, x, y, sigma, notes)
            : throw new InputException(
                $"The column {names[y]} cannot be fitted, because it has another role in the fit. Choose another --y.");
    }

    /// <summary>The columns to read: predictors, observations, standard deviations.</summary>
    public int[] Wanted => Sigma is int sigma ? [.. X, Y, sigma] : [.. X, Y];

    private static Formula Parse(FitRequest request, string[] names)
    {
        if (names.Contains(Constant) && request.X != Constant && Regex.IsMatch(request.Model, $@"\b{Constant}\b"))
        {
            throw new InputException(
                $"--model: {Constant} is a number, but there is a column {Constant} as well. Rename the column, or "
                + $"write x for it and give --x {Constant}.");
        }

        string[] predictors = [.. names
            .Append(Argument)
            .Distinct()
            .Where(name => Formula.IsValidName(name) && !request.Parameters.Has(name))];
        try
        {
            return Formula.Parse(request.Model, predictors);
        }
        catch (FormulaException exception)
        {
            // The first line says what is wrong and where; the others show it.
            throw new InputException($"--model: {exception.Message.Split(Environment.NewLine)[0]}");
        }
    }

    private static int? Named(string[] names, string? name, string option)
    {
        int index = name is null ? -1 : Array.IndexOf(names, name);
        return name is null ? null
            : index >= 0 ? index
            : throw new InputException(
                $"{option}: there is no column '{name}'. The columns are {string.Join(", ", names)}.");
    }

    private static int? Free(string[] names, int[] taken, Func<string, bool> suits, bool fromEnd = false)
    {
        int[] free = [.. Enumerable.Range(0, names.Length).Where(i => !taken.Contains(i) && suits(names[i]))];
        return free.Length == 0 ? null : fromEnd ? free[^1] : free[0];
    }
}
