using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Parses a formula. Grammar: sum = term {(+|-) term}; term = signed {(*|/) signed}; signed = [+|-] signed | power;
/// power = atom [^ signed]; atom = number | name | function ( sum ) | ( sum ).
/// </summary>
internal sealed class FormulaParser
{
    // Deeper than anyone writes, and shallow enough for the stack.
    private const int MostNesting = 500;

    private static readonly Dictionary<string, Operation> Functions = new()
    {
        ["abs"] = Operation.Abs,
        ["acos"] = Operation.Acos,
        ["arccos"] = Operation.Acos,
        ["asin"] = Operation.Asin,
        ["arcsin"] = Operation.Asin,
        ["atan"] = Operation.Atan,
        ["arctan"] = Operation.Atan,
        ["cos"] = Operation.Cos,
        ["cosh"] = Operation.Cosh,
        ["exp"] = Operation.Exp,
        ["log"] = Operation.Log,
        ["ln"] = Operation.Log,
        ["log10"] = Operation.Log10,
        ["log2"] = Operation.Log2,
        ["sin"] = Operation.Sin,
        ["sinh"] = Operation.Sinh,
        ["sqrt"] = Operation.Sqrt,
        ["tan"] = Operation.Tan,
        ["tanh"] = Operation.Tanh,
    };

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
        int result = parser.Sum();
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
        && !Functions.ContainsKey(name);

    private static void RefuseLeftSide(string text)
    {
        int sign = text.AsSpan().IndexOfAny('=', '~');
        string left = sign < 0 ? "" : text[..sign].TrimEnd(':').Trim();
        string name = left.Split('(')[0].Trim();
        if (IsValidName(name) && (left == name || left.IndexOf(')', StringComparison.Ordinal) == left.Length - 1))
        {
            throw Errors.LeftSide(text, sign);
        }
    }

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
            return Closed(Sum());
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

    private int Name()
    {
        int start = _position;
        while (_position < _text.Length && (IsLetter(_text[_position]) || char.IsAsciiDigit(_text[_position])))
        {
            _position++;
        }

        string name = _text[start.._position];
        bool called = Take("(");
        if (Functions.TryGetValue(name, out Operation function))
        {
            return called
                ? _builder.Unary(function, Closed(Sum()))
                : throw Complaint(
                    $"'{name}' is a function and needs an argument: {name}(...)."
                    + (Next("^") || Next("**") ? $" Write its power behind that: {name}(...)^2." : ""),
                    start);
        }

        if (called)
        {
            string known = name.ToLowerInvariant();
            throw Complaint(
                Functions.ContainsKey(known)
                    ? $"'{name}' is not a function. Functions are written in lower case: {known}(...)."
                    : $"'{name}' is not a function. The functions are {string.Join(", ", Functions.Keys)}; write a "
                        + "product with * and a power with ^.",
                start);
        }

        int variable = name == "pi" ? _builder.Constant(Math.PI) : _builder.Variable(name);
        return variable >= 0 ? variable : throw Complaint($"'{name}' is neither a parameter nor a predictor.", start);
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
