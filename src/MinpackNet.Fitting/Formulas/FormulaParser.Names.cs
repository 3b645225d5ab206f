namespace MinpackNet.Fitting;

/// <content>Names: of parameters, predictors and functions. A name is a function where a parenthesis follows.</content>
internal sealed partial class FormulaParser
{
    private int Name()
    {
        int start = _position;
        while (_position < _text.Length && (IsLetter(_text[_position]) || char.IsAsciiDigit(_text[_position])))
        {
            _position++;
        }

        string name = _text[start.._position];
        FormulaFunction? function = FormulaFunction.All.GetValueOrDefault(name);
        if (Take("("))
        {
            return function is null ? throw NoFunction(name, start) : Call(name, function, start);
        }

        if (function?.IsReserved == true)
        {
            throw Complaint(
                $"'{name}' is a function and needs an argument: {name}(...)."
                + (Next("^") || Next("**") ? $" Write its power behind that: {name}(...)^2." : ""),
                start);
        }

        RefuseTwoMeanings(name, _builder.Functions.Contains(name), start);
        int variable = name == "pi" ? _builder.Constant(Math.PI) : _builder.Variable(name);
        return variable >= 0
            ? variable
            : throw Complaint(
                $"'{name}' is neither a parameter nor a predictor.{FunctionHints.OfVariable(name)}", start);
    }

    /// <summary>A function behind its opening parenthesis.</summary>
    private int Call(string name, FormulaFunction function, int start)
    {
        RefuseTwoMeanings(name, _builder.IsVariable(name), start);
        _builder.Functions.Add(name);
        List<int> arguments = [Comparison()];
        while (!function.Takes(1) && Take(","))
        {
            arguments.Add(Comparison());
        }

        Closed(arguments[0]);
        return function.Takes(arguments.Count)
            ? function.Build(_builder, [.. arguments])
            : throw Complaint(
                $"'{name}' takes {function.Least} arguments{(function.Takes(function.Least + 1) ? " or more" : "")}: "
                + $"{name}({function.Arguments}).",
                start);
    }

    private void RefuseTwoMeanings(string name, bool hasOtherMeaning, int start)
    {
        if (hasOtherMeaning)
        {
            throw Complaint(
                $"'{name}' is a parameter or predictor, and {name}(...) is a function. Write {name}*(...) for a "
                + "product, or give the parameter or predictor another name.",
                start);
        }
    }

    private FormulaException NoFunction(string name, int start) => Complaint(
        $"'{name}' is not a function. " + (FunctionHints.OfFunction(name)
            ?? $"The functions are {string.Join(", ", FormulaFunction.All.Keys)}; write a product with * and a power "
                + "with ^."),
        start);
}
