using System.Globalization;
using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Bounds and losses as the user writes them.</summary>
internal static partial class BoundSettings
{
    private static readonly Dictionary<string, Func<double, Loss>> Losses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["huber"] = MinpackNet.Loss.Huber,
        ["soft_l1"] = MinpackNet.Loss.SoftL1,
        ["cauchy"] = MinpackNet.Loss.Cauchy,
        ["arctan"] = MinpackNet.Loss.Arctan,
    };

    /// <summary>Parses <c>b1=0..10</c>, <c>b2>0</c> and <c>0&lt;b3&lt;=5</c>, also several with commas.</summary>
    /// <exception cref="InputException">They cannot be parsed.</exception>
    public static IReadOnlyList<ParameterBound> Bounds(IEnumerable<string> lists)
    {
        List<ParameterBound> bounds = [];
        foreach (string item in lists.SelectMany(list => list.Split(',')))
        {
            ParameterBound bound = Range(item) ?? Inequality(item) ?? throw NoBound(item);
            ParameterBound? known = bounds.Find(other => other.Name == bound.Name);
            if (known is not null)
            {
                bounds.Remove(known);
                bound = new(
                    bound.Name, Math.Max(bound.Lower, known.Lower), Math.Min(bound.Upper, known.Upper));
            }

            bounds.Add(bound.Lower <= bound.Upper ? bound : throw Empty(bound));
        }

        return bounds;
    }

    /// <summary>Parses <c>--loss huber=1.5</c>; null for none.</summary>
    /// <exception cref="InputException">It cannot be parsed.</exception>
    public static Loss? Loss(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] parts = text.Split('=', StringSplitOptions.TrimEntries);
        parts[0] = parts[0].Replace('-', '_');
        if (parts.Length == 1 && parts[0].Equals("linear", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        double margin = 1;
        bool isNumber = parts.Length == 1 || (parts.Length == 2 && TryNumber(parts[1], out margin));
        if (!isNumber || !(margin > 0) || !Losses.TryGetValue(parts[0], out Func<double, Loss>? loss))
        {
            throw new InputException(
                $"--loss: '{PlainText.Brief(text)}' is not a loss. Write linear, or huber, soft_l1, cauchy or arctan "
                + "with the size of residuals beyond which they are outliers, such as huber=1.5.");
        }

        return double.IsNormal(margin * margin)
            ? loss(margin)
            : throw new InputException(
                $"--loss: the size {PlainText.Brief(parts[1])} is out of range. Write one from 1.5e-154 to 1.3e154, "
                + "beyond which residuals are outliers.");
    }

    /// <summary>A loss as it is written, with its size; null for none.</summary>
    public static string? Text(Loss? loss) => loss is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{Losses.Single(known => known.Value(loss.Scale).Equals(loss)).Key}={loss.Scale}");

    private static ParameterBound? Range(string item)
    {
        Match match = RangeForm().Match(item);
        return match.Success
            && TryEnd(match.Groups[2].Value, double.NegativeInfinity, out double lower)
            && TryEnd(match.Groups[3].Value, double.PositiveInfinity, out double upper)
            ? new(match.Groups[1].Value, lower, upper)
            : null;
    }

    private static ParameterBound? Inequality(string item)
    {
        string[] parts = [.. InequalityForm().Split(item).Select(part => part.Trim())];
        string[] signs = [.. InequalityForm().Matches(item).Select(match => match.Value[..1])];
        int name = Array.FindIndex(parts, part => !TryNumber(part, out _));
        if (signs.Length is < 1 or > 2 || signs.Distinct().Count() > 1 || name < 0 || parts[name].Length == 0
            || (signs.Length == 2 && name != 1))
        {
            return null;
        }

        double lower = double.NegativeInfinity;
        double upper = double.PositiveInfinity;
        for (int k = 0; k < parts.Length; k++)
        {
            if (k == name)
            {
                continue;
            }

            if (!TryNumber(parts[k], out double value))
            {
                return null;
            }

            bool isAbove = k > name == (signs[0] == "<");
            (lower, upper) = isAbove ? (lower, value) : (value, upper);
        }

        return new(parts[name], lower, upper);
    }

    private static bool TryEnd(string text, double none, out double value)
    {
        value = none;
        bool isNone = text.ToUpperInvariant() is var end
            && (end.Length == 0 || (none < 0 ? end is "-INF" : end is "INF" or "+INF"));
        return isNone || TryNumber(text, out value);
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static InputException NoBound(string item) =>
        new(
            $"--bound: '{PlainText.Brief(item)}' is not a bound. Write b1=0..10, b1=0.., \"b1>0\", \"b1<=10\" or "
            + "\"0<b1<10\", and --fix b1=4 for a parameter that stays.");

    private static InputException Empty(ParameterBound bound) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"--bound: no value of {PlainText.Brief(bound.Name)} is at least {bound.Lower} and at most {bound.Upper}. Give "
        + $"a lower bound below the upper one."));

    // Not three dots: whether the third belongs to the number behind it, nobody knows.
    [GeneratedRegex(@"^\s*([^=<>]+?)\s*=\s*(.*?)\s*(?<!\.)\.\.(?!\.)\s*(.*?)\s*$")]
    private static partial Regex RangeForm();

    [GeneratedRegex("[<>]=?")]
    private static partial Regex InequalityForm();
}
