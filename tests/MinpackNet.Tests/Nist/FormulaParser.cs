using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;

namespace MinpackNet.Tests.Nist;

/// <summary>
/// Compiles a formula in Python's notation into a function that does exactly the operations written, in Python's order:
/// the recorded runs evaluated the formulas so, number by number, with ** as the C library's pow.
/// </summary>
/// <remarks>
/// Grammar: sum = term {(+|-) term}; term = signed {(*|/) signed}; signed = [-] power; power = atom [** signed];
/// atom = number | name | name ( sum ) | ( sum ).
/// </remarks>
internal sealed class FormulaParser
{
    private readonly ParameterExpression _variables;
    private readonly Type _number;
    private readonly string _text;
    private readonly string[] _names;
    private int _position;

    private FormulaParser(string text, string[] names, Type number)
    {
        _text = text.Replace(" ", "", StringComparison.Ordinal);
        _names = names;
        _number = number;
        _variables = Expression.Parameter(number.MakeArrayType());
    }

    /// <param name="text">The formula.</param>
    /// <param name="names">The names of the variables, in the order in which the function takes their values.</param>
    public static Func<double[], double> Compile(string text, string[] names) => Compile<double>(text, names);

    /// <summary>The same over <see cref="double"/> or <see cref="Complex"/>.</summary>
    public static Func<T[], T> Compile<T>(string text, string[] names)
    {
        FormulaParser parser = new(text, names, typeof(T));
        Expression body = parser.Sum();
        return parser._position == parser._text.Length
            ? Expression.Lambda<Func<T[], T>>(body, parser._variables).Compile()
            : throw parser.Unexpected();
    }

    private Expression Sum()
    {
        Expression left = Term();
        while (true)
        {
            if (Take("+"))
            {
                left = Expression.Add(left, Term());
            }
            else if (Take("-"))
            {
                left = Expression.Subtract(left, Term());
            }
            else
            {
                return left;
            }
        }
    }

    private Expression Term()
    {
        Expression left = Signed();
        while (true)
        {
            if (!Next("**") && Take("*"))
            {
                left = Expression.Multiply(left, Signed());
            }
            else if (Take("/"))
            {
                left = Expression.Divide(left, Signed());
            }
            else
            {
                return left;
            }
        }
    }

    private Expression Signed() => Take("-") ? Expression.Negate(Signed()) : Power();

    private Expression Power()
    {
        Expression value = Atom();
        return Take("**") ? Call(nameof(Math.Pow), value, Signed()) : value;
    }

    private Expression Atom()
    {
        if (Take("("))
        {
            return Closed(Sum());
        }

        int start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] == '.'))
        {
            _position++;
        }

        string word = _text[start.._position];
        if (double.TryParse(word, CultureInfo.InvariantCulture, out double number))
        {
            return Constant(number);
        }

        return Take("(") ? Call(Function(word), Closed(Sum())) : Variable(word);
    }

    private static string Function(string word) => word switch
    {
        "arctan" or "atan" => nameof(Math.Atan),
        "cos" => nameof(Math.Cos),
        "exp" => nameof(Math.Exp),
        "log" => nameof(Math.Log),
        "sin" => nameof(Math.Sin),
        "sqrt" => nameof(Math.Sqrt),
        _ => throw new FormatException($"'{word}' is no known function"),
    };

    private ConstantExpression Constant(double number) =>
        Expression.Constant(_number == typeof(double) ? number : (object)new Complex(number, 0));

    private MethodCallExpression Call(string function, params Expression[] arguments) => Expression.Call(
        _number == typeof(double) ? typeof(Math)
            : function == nameof(Math.Pow) ? typeof(FormulaParser)
            : typeof(Complex),
        function,
        typeArguments: null,
        arguments);

    /// <summary>A small whole power by products, as in NumPy: its imaginary part stays exact.</summary>
    private static Complex Pow(Complex value, Complex power)
    {
        if (power.Imaginary != 0 || power.Real != Math.Truncate(power.Real) || Math.Abs(power.Real) > 99)
        {
            return Complex.Pow(value, power);
        }

        Complex product = Complex.One;
        for (int k = 0; k < Math.Abs(power.Real); k++)
        {
            product *= value;
        }

        return power.Real < 0 ? 1 / product : product;
    }

    private Expression Variable(string word)
    {
        if (word == "pi")
        {
            return Constant(Math.PI);
        }

        int index = Array.IndexOf(_names, word);
        return index >= 0 ? Expression.ArrayIndex(_variables, Expression.Constant(index)) : throw Unexpected();
    }

    private Expression Closed(Expression inside) => Take(")") ? inside : throw Unexpected();

    private bool Next(string token) => string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;

    private bool Take(string token)
    {
        bool next = Next(token);
        _position += next ? token.Length : 0;
        return next;
    }

    private FormatException Unexpected() => new($"unexpected character at {_position} of '{_text}'");
}
