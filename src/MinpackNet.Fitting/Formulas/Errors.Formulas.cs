using System.Globalization;
using System.Text;

namespace MinpackNet.Fitting;

/// <content>Formulas that cannot be understood or used.</content>
internal static partial class Errors
{
    private const string ForAnd = " Write a product for 'and', such as (1 < x)*(x < 2).";
    private const string ForOr = " Write max for 'or', such as max(x < 1, 2 < x).";
    private const string ForChoice = " Write if(condition, a, b) for a choice.";

    public static ArgumentException UnknownTie(string argument, string name, IReadOnlyList<string> parameters) =>
        new($"{name} cannot be tied: the parameters are {string.Join(", ", parameters)}.", argument);

    public static ArgumentException RepeatedTie(string argument, string name) =>
        new($"{name} is tied twice. Tie it once.", argument);

    public static ArgumentException CircularTie(string argument, IReadOnlyList<string> names) =>
        new(
            names.Count == 1
                ? $"{names[0]} is tied to itself. Tie it to others."
                : $"{string.Join(", ", names)} are tied in a circle. Leave one of them free.",
            argument);

    public static FormulaException BadFormula(string complaint, string formula, int position) =>
        new(complaint, formula, position + 1);

    public static FormulaException UnexpectedToken(string expected, string formula, int position) => BadFormula(
        position == formula.Length
            ? $"Expected {expected} but the formula ends."
            : $"Expected {expected} but found {Found(formula, position)}.{Cure(formula, position)}",
        formula,
        position);

    /// <summary>
    /// What to write instead of a character that no formula has in that place; empty if that is not clear.
    /// </summary>
    private static string Cure(string formula, int position) => formula[position] switch
    {
        _ when Word(formula, position) is { Length: > 0 } cure => cure,
        '&' => ForAnd,
        '|' when position + 1 < formula.Length && formula[position + 1] == '|' => ForOr,
        '=' when IsInParentheses(formula, position) => " Write == for a comparison.",
        '>' when position > 0 && formula[position - 1] == '<' => " Write != for unequal.",
        '≤' => " Write <= for less or equal.",
        '≥' => " Write >= for greater or equal.",
        '≠' => " Write != for unequal.",
        '?' => ForChoice,
        '!' => " Write gamma(x + 1) for a factorial, and (c == 0) for the opposite of a condition c.",
        '%' => " Write mod(a, b) for a remainder.",
        '·' or '×' or '⋅' or '∙' or '•' => " Write * for a product.",
        '−' or '–' or '—' => " Write - for a minus sign.",
        '÷' or '∕' => " Write / for a quotient.",
        '²' => " Write ^2 for a square.",
        '³' => " Write ^3 for a cube.",
        '⁻' or '¹' or '⁰' or (>= '⁴' and <= '⁹') => " Write ^ and the exponent for a power, such as x^-1.",
        '√' => " Write sqrt(x) for a root.",
        '|' => " Write abs(x) for an absolute value.",
        '½' or '¼' or '¾' or '⅓' or '⅔' => " Write fractions as quotients, such as 1/2.",
        '[' or '{' => " Write ( and ) for brackets.",
        ',' => " Write numbers with a decimal point, and x^a for a power.",
        '.' when position > 0 && char.IsLetter(formula[position - 1]) =>
            " Write functions by their names alone, such as exp(x).",
        '(' or '_' => " Write * for a product.",
        char c when char.IsLetterOrDigit(c) => " Write * for a product.",
        _ => "",
    };

    /// <summary>The same for a word that is an operator elsewhere.</summary>
    private static string Word(string formula, int position)
    {
        int length = formula.AsSpan(position).IndexOfAnyExceptInRange('a', 'z');
        return (length < 0 ? formula[position..] : formula[position..(position + length)]) switch
        {
            "and" => ForAnd,
            "or" => ForOr,
            "if" => ForChoice,
            _ => "",
        };
    }

    private static bool IsInParentheses(string formula, int position) =>
        formula.AsSpan(0, position).Count('(') > formula.AsSpan(0, position).Count(')');

    /// <summary>A character, by its number if it has no glyph.</summary>
    private static string Found(string formula, int position)
    {
        string found = Rune.TryGetRuneAt(formula, position, out Rune rune) ? rune.ToString() : $"{formula[position]}";
        return Printable.Of(found) == found && rune.Value != 0
            ? $"'{found}'"
            : string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)formula[position]:X4}");
    }

    public static FormulaException LeftSide(string formula, int sign) => BadFormula(
        $"A formula is a right-hand side only: leave out the left side '{formula[..(sign + 1)].Trim()}'.",
        formula,
        sign);

    public static ArgumentException FormulaName(string argument, string? name) =>
        new(
            $"'{name}' cannot be a name in a formula. A name has letters, digits and underscores, does not start with "
            + "a digit, is neither pi nor a function, and occurs only once among parameters and predictors.",
            argument);

    public static ArgumentException PredictorAsParameter(
        string argument, string name, IReadOnlyList<string> predictors, string formula) =>
        new(
            $"In the formula {formula} the predictors would be {string.Join(", ", predictors)} and {name} a parameter. "
            + $"Pass the names of the predictors, not of the parameters. If {name} is a parameter, pass FormulaNames.",
            argument);

    public static ArgumentException UnusedParameter(string argument, string name, string formula) =>
        new($"The parameter {name} does not occur in the formula {formula}. Leave it out.", argument);

    public static ArgumentException MissingPredictor(string argument, string name, IEnumerable<string> names) =>
        new(
            $"The formula uses {name}, but the columns are {string.Join(", ", names)}. Pass a column named {name}, "
            + "and to Formula.Parse the names of the predictors, not of the parameters.",
            argument);

    public static ArgumentException PredictorCount(string argument, int count, int expected) =>
        new(
            $"There {NumberText.Are(count, "predictor")}, but the model was fitted with {expected}. "
            + "Pass the same predictors.",
            argument);

    public static ArgumentException ValueCount(string argument, int count, IReadOnlyList<string> names, string kind) =>
        new(
            names.Count == 0
                ? $"There {NumberText.Are(count, "value")}, but the formula has no {kind}. Pass none."
                : $"There {NumberText.Are(count, "value")} for {string.Join(", ", names)}. Pass one for each.",
            argument);
}
