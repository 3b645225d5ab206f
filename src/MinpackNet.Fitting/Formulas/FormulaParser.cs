using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Parses a formula. Grammar: comparison = sum [sign sum], where the sign is one of <c>&lt; &lt;= &gt; &gt;= == !=</c>;
/// sum = term {(+|-) term}; term = signed {(*|/) signed}; signed = [+|-] signed | power; power = atom [^ signed];
/// atom = number | name | function ( comparison {, comparison} ) | ( comparison ).
/// </summary>
internal sealed partial class FormulaParser
{
    // Deeper than anyone writes, and shallow enough for the stack.
    private const int MostNesting = 500;

    // Longer signs before those that they begin with.
    private static readonly string[] Comparisons = ["<=", ">=", "==", "!=", "<", ">"];

    private readonly string _text;
    private readonly FormulaBuilder _builder;
    private int _position;
    private int _nesting;

    private FormulaParser(string text, FormulaBuilder builder)
    {
        _text = text;
        _builder = builder;
    }

    /// <summary>Parses a whole formula into a builder.</summary>
    /// <returns>The step with the value.</returns>
    /// <exception cref="FormulaException">The formula cannot be parsed.</exception>
    public static int Parse(string text, FormulaBuilder builder)
    {
        RefuseLeftSide(text);
        FormulaParser parser = new(text, builder);
        int result = parser.Comparison();
        parser.SkipSpaces();
        return parser._position == text.Length
            ? result
            : throw parser.Unexpected("an operator or the end of the formula");
    }

    /// <summary>Whether a variable can have a name.</summary>
    public static bool IsValidName(string? name) => !string.IsNullOrEmpty(name)
        && IsLetter(name[0])
        && name.All(c => IsLetter(c) || char.IsAsciiDigit(c))
        && name != "pi"
        && !(FormulaFunction.All.TryGetValue(name, out FormulaFunction? function) && function.IsReserved);

    private static void RefuseLeftSide(string text)
    {
        int sign = text.AsSpan().IndexOfAny('=', '~');
        string left = sign < 0 ? "" : text[..sign].TrimEnd(':').Trim();
        string name = left.Split('(')[0].Trim();
        if (IsValidName(name) && (left == name || left.IndexOf(')', StringComparison.Ordinal) == left.Length - 1))
        {
            throw Errors.LeftSide(text, text.AsSpan(sign).StartsWith("==") ? sign + 1 : sign);
        }
    }

    private int Comparison()
    {
        int first = _position;
        int left = Sum();
        int sign = _position;
        if (TakeComparison() is not { } comparison)
        {
            return left;
        }

        int second = _position;
        int right = Sum();
        int next = _position;
        if (TakeComparison() is { } other)
        {
            int third = _position;
            Sum();
            string middle = _text[second..next].Trim();
            throw Complaint(
                $"A comparison has two sides: write ({_text[first..sign].Trim()} {comparison} {middle})*"
                + $"({middle} {other} {_text[third.._position].Trim()}).",
                next);
        }

        return comparison switch
        {
            "<" => _builder.Binary(Operation.Less, left, right),
            "<=" => _builder.Binary(Operation.LessOrEqual, left, right),
            ">" => _builder.Binary(Operation.Less, right, left),
            ">=" => _builder.Binary(Operation.LessOrEqual, right, left),
            "==" => _builder.Binary(Operation.Equal, left, right),
            _ => _builder.Binary(Operation.NotEqual, left, right),
        };
    }

    private string? TakeComparison() => Array.Find(Comparisons, Take);

    private int Sum()
    {
        int left = Term();
        while (true)
        {
            if (Take("+"))
            {
                left = _builder.Binary(Operation.Add, left, Term());
            }
            else if (Take("-"))
            {
                left = _builder.Binary(Operation.Subtract, left, Term());
            }
            else
            {
                return left;
            }
        }
    }

    private int Term()
    {
        int left = Signed();
        while (true)
        {
            if (!Next("**") && Take("*"))
            {
                left = _builder.Binary(Operation.Multiply, left, Signed());
            }
            else if (Take("/"))
            {
                left = _builder.Binary(Operation.Divide, left, Signed());
            }
            else
            {
                return left;
            }
        }
    }

    private int Signed()
    {
        if (++_nesting > MostNesting)
        {
            throw Complaint($"The formula is nested deeper than {MostNesting} levels.", _position);
        }

        int value = Take("-") ? _builder.Unary(Operation.Negate, Signed()) : Take("+") ? Signed() : Power();
        _nesting--;
        return value;
    }

    private int Power()
    {
        int value = Atom();
        return Take("^") || Take("**") ? _builder.Binary(Operation.Power, value, Signed()) : value;
    }

    private int Atom()
    {
        if (Take("("))
        {
            return Closed(Comparison());
        }

        int start = _position;
        return start < _text.Length && (char.IsAsciiDigit(_text[start]) || _text[start] == '.') ? Number()
            : start < _text.Length && IsLetter(_text[start]) ? Name()
            : throw Unexpected("a number, a name or '('");
    }

    private int Number()
    {
        int start = _position;
        SkipDigits();
        if (_position < _text.Length && _text[_position] == '.')
        {
            _position++;
            SkipDigits();
        }

        int mantissa = _position;
        if (_position < _text.Length && _text[_position] is 'e' or 'E')
        {
            _position++;
            _position += _position < _text.Length && _text[_position] is '+' or '-' ? 1 : 0;
            int digits = _position;
            SkipDigits();
            _position = _position > digits ? _position : mantissa;
        }

        return double.TryParse(_text.AsSpan(start, _position - start), CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
                ? _builder.Constant(value)
                : throw Complaint($"'{_text[start..Math.Max(_position, start + 1)]}' is not a finite number.", start);
    }

    private int Closed(int inside) => Take(")") ? inside : throw Unexpected("an operator or ')'");

    private static bool IsLetter(char c) => char.IsLetter(c) || c == '_';

    private void SkipDigits()
    {
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
        {
            _position++;
        }
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private bool Next(string token)
    {
        SkipSpaces();
        return string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;
    }

    private bool Take(string token)
    {
        bool next = Next(token);
        _position += next ? token.Length : 0;
        return next;
    }

    private FormulaException Unexpected(string expected)
    {
        SkipSpaces();
        return Errors.UnexpectedToken(expected, _text, _position);
    }

    private FormulaException Complaint(string complaint, int position) =>
        Errors.BadFormula(complaint, _text, position);
}
