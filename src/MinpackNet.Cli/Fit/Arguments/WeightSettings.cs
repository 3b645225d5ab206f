using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Weights by a rule, as the user writes them.</summary>
internal static class WeightSettings
{
    private static readonly Dictionary<string, (string Name, Func<double[], double[]> Sigma)> Rules = new()
    {
        ["1/y"] = ("weights 1/y", Weights.InverseY),
        ["1/y^2"] = ("weights 1/y^2", Weights.InverseYSquared),
    };

    /// <summary>Parses <c>--weights 1/y</c>: the rule as it is known; null for none.</summary>
    /// <exception cref="InputException">There is no such rule.</exception>
    public static string? Parse(string? text)
    {
        string? rule = text?.Replace(" ", "", StringComparison.Ordinal)
            .Replace("**", "^", StringComparison.Ordinal)
            .Replace("\u00b2", "^2", StringComparison.Ordinal)
            .ToLowerInvariant();
        return rule switch
        {
            null => null,
            "sqrt(y)" or "\u221ay" => throw new InputException(
                "--weights: sqrt(y) is the standard deviation of a count. Write 1/y for the weights that belong to it, "
                + "or --counts for the distribution of counts."),
            _ => Rules.ContainsKey(rule)
                ? rule
                : throw new InputException(
                    $"--weights: '{PlainText.Brief(text)}' is not a rule. Write {string.Join(" or ", Rules.Keys)}."),
        };
    }

    /// <summary>What a rule is called.</summary>
    public static string NameOf(string rule) => Rules[rule].Name;

    /// <summary>The table with standard deviations by a rule as a last column.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="table">The table.</param>
    /// <param name="y">The column of the observations in it.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="InputException">An observation has no weight.</exception>
    public static CsvTable AddTo(string file, CsvTable table, int y, string rule)
    {
        try
        {
            return table with { Columns = [.. table.Columns, Rules[rule].Sigma(table.Columns[y])] };
        }
        catch (ArgumentException)
        {
            int row = Array.FindIndex(table.Columns[y], value => !(Math.Abs(value) > 0 && double.IsFinite(1 / value)));
            throw new InputException(
                $"{file}, line {table.Lines[row]}: the value to fit is {table.Columns[y][row]:R}, which has no weight "
                + $"by {rule}. Remove the row, name a column with --sigma, or for counts give --counts.");
        }
    }
}
