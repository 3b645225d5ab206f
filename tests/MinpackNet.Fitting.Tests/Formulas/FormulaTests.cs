namespace MinpackNet.Fitting.Tests;

/// <summary>A formula means what it means in mathematics, and says where it does not mean anything.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("1 + 2*3", 7)]
    [InlineData("(1 + 2)*3", 9)]
    [InlineData("8/4/2", 1)]
    [InlineData("8 - 4 - 2", 2)]
    [InlineData("2^3^2", 512)]
    [InlineData("2**3**2", 512)]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("(-2)^3", -8)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2*-3", -6)]
    [InlineData("--2", 2)]
    [InlineData("+2", 2)]
    [InlineData("1.5e1 + .5 + 2.", 17.5)]
    [InlineData("1e-2", 0.01)]
    [InlineData("2*pi", 2 * Math.PI)]
    [InlineData("abs(-3)", 3)]
    [InlineData("exp(1)", Math.E)]
    [InlineData("log(exp(2))", 2)]
    [InlineData("ln(exp(2))", 2)]
    [InlineData("log10(1000)", 3)]
    [InlineData("log2(8)", 3)]
    [InlineData("sqrt(9)", 3)]
    [InlineData("4*atan(1)", Math.PI)]
    [InlineData("4*arctan(1)", Math.PI)]
    [InlineData("2*asin(1)", Math.PI)]
    [InlineData("acos(-1)", Math.PI)]
    [InlineData("sin(0) + cos(0) + tan(0)", 1)]
    [InlineData("sinh(0) + cosh(0) + tanh(0)", 1)]
    public void A_formula_of_numbers_has_its_value(string formula, double expected) =>
        Assert.Equal(expected, Formula.Parse(formula).Evaluate([]), 1e-15);

    [Theory]
    [InlineData("", 1, "Expected a number, a name or '(' but the formula ends.")]
    [InlineData("b1*", 4, "Expected a number, a name or '(' but the formula ends.")]
    [InlineData("b1*(x + 1", 10, "Expected an operator or ')' but the formula ends.")]
    [InlineData("b1*x)", 5, "Expected an operator or the end of the formula but found ')'.")]
    [InlineData("2x", 2, "Expected an operator or the end of the formula but found 'x'.")]
    [InlineData("b1 x", 4, "Expected an operator or the end of the formula but found 'x'.")]
    [InlineData("b1 * % x", 6, "Expected a number, a name or '(' but found '%'.")]
    [InlineData("x + exq(x)", 5, "'exq' is not a function.")]
    [InlineData("b1(x)", 1, "'b1' is not a function.")]
    [InlineData("b1*exp", 4, "'exp' is a function and needs an argument: exp(...).")]
    [InlineData("1 + 1e999", 5, "'1e999' is not a finite number.")]
    [InlineData("1 + .", 5, "'.' is not a finite number.")]
    [InlineData("1.2.3", 4, "Expected an operator or the end of the formula but found '.'.")]
    [InlineData("a·x", 2, "Expected an operator or the end of the formula but found '·'. Write * for a product.")]
    [InlineData("a×x", 2, "Expected an operator or the end of the formula but found '×'. Write * for a product.")]
    [InlineData("a − x", 3, "Expected an operator or the end of the formula but found '−'. Write - for a minus sign.")]
    [InlineData("−x", 1, "Expected a number, a name or '(' but found '−'. Write - for a minus sign.")]
    [InlineData("x²", 2, "Expected an operator or the end of the formula but found '²'. Write ^2 for a square.")]
    [InlineData("a[x + 1]", 2, "Expected an operator or the end of the formula but found '['. Write ( and ) for")]
    [InlineData("(a + b)(x)", 8, "Expected an operator or the end of the formula but found '('. Write * for a")]
    [InlineData("2x + 1", 2, "Expected an operator or the end of the formula but found 'x'. Write * for a product.")]
    [InlineData("1,5*x", 2, "Expected an operator or the end of the formula but found ','. Write numbers with a")]
    [InlineData("np.exp(x)", 3, "Expected an operator or the end of the formula but found '.'. Write functions by")]
    [InlineData("pow(x, a)", 1, "'pow' is not a function.")]
    [InlineData("a*x⁻¹", 4, "Expected an operator or the end of the formula but found '⁻'. Write ^ and the exponent")]
    [InlineData("x⁴", 2, "Expected an operator or the end of the formula but found '⁴'. Write ^ and the exponent")]
    [InlineData("a*√x", 3, "Expected a number, a name or '(' but found '√'. Write sqrt(x) for a root.")]
    [InlineData("exp(-|x|)", 6, "Expected a number, a name or '(' but found '|'. Write abs(x) for an absolute value.")]
    [InlineData("½*x", 1, "Expected a number, a name or '(' but found '½'. Write fractions as quotients")]
    [InlineData("a*sin^2(x)", 3, "'sin' is a function and needs an argument: sin(...). Write its power behind that: ")]
    [InlineData("a*EXP(-x)", 3, "'EXP' is not a function. Functions are written in lower case: exp(...).")]
    [InlineData("2 = x", 3, "Expected an operator or the end of the formula but found '='.")]
    public void A_mistake_is_shown_where_it_is(string formula, int column, string complaint)
    {
        FormulaException exception = Assert.Throws<FormulaException>(() => Formula.Parse(formula));
        Assert.Equal(column, exception.Column);
        Assert.Equal(formula, exception.Formula);
        string[] lines = exception.Message.Split(Environment.NewLine);
        Assert.StartsWith(complaint, lines[0], StringComparison.Ordinal);
        Assert.Equal($"  {formula}", lines[1]);
        Assert.Equal('^', lines[2][column + 1]);
        Assert.Equal(column + 2, lines[2].Length);
    }

    [Fact]
    public void Names_are_parameters_in_the_order_of_the_formula_unless_told_otherwise()
    {
        Formula formula = Formula.Parse("b2*exp(-b1*x) + e");
        Assert.Equal(["b2", "b1", "e"], formula.ParameterNames);
        Assert.Equal(["x"], formula.PredictorNames);
        Formula ordered = Formula.Parse("b2*exp(-b1*x)", new FormulaNames { Parameters = ["b1", "b2"] });
        Assert.Equal(["b1", "b2"], ordered.ParameterNames);
        Assert.Equal(3 * Math.Exp(-0.5 * 2), ordered.Evaluate([0.5, 3], 2));
    }

    [Fact]
    public void Predictors_are_found_by_name_and_those_not_used_left_out()
    {
        Formula formula = Formula.Parse("a*u + w", ["w", "v", "u"]);
        Assert.Equal(["w", "u"], formula.PredictorNames);
        Predictors data = Predictors.FromColumns(("u", [1, 2, 3]), ("v", [9, 9, 9]), ("w", [10, 20, 31]));
        FitResult fit = CurveFit.Fit(formula, data, [12.0, 24, 37], [("a", 1)]);
        Assert.Equal(2, fit["a"].Value, 1e-12);
        ArgumentException missing = Assert.Throws<ArgumentException>(
            () => CurveFit.Fit(formula, Predictors.FromColumns(("u", [1]), ("v", [9])), [12.0], [1]));
        Assert.Contains("uses w", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_column_serves_a_formula_of_one_predictor_under_any_name()
    {
        double[] t = [1, 2, 3];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*t", ["t"]), t, [2.0, 4, 6], [1]);
        Assert.Equal(2, fit["a"].Value, 1e-12);
    }

    [Fact]
    public void Starts_by_name_find_their_parameters_in_any_order()
    {
        NistData data = NistData.Of("Misra1a");
        Formula formula = Formula.Parse(data.Formula);
        FitResult positional = CurveFit.Fit(formula, data.X, data.Y, [500, 1e-4]);
        FitResult named = CurveFit.Fit(formula, data.X, data.Y, [("b2", 1e-4), ("b1", 500)]);
        Assert.Equal(positional.Estimates, named.Estimates);
        Assert.StartsWith(data.Formula, named.ToReport(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_predictor_that_was_not_declared_is_told_from_a_forgotten_start()
    {
        Formula formula = Formula.Parse("a*exp(-b*t)");
        double[] data = [1, 2, 3];
        const string Advice = "; if t is a predictor, name it when parsing: Formula.Parse(\"...\", [\"t\"]).";
        Assert.Contains($"t has no start value. Pass one for each parameter{Advice}", Message([("a", 1), ("b", 1)]));
        Assert.Contains($"there are 2 start values. Pass one for each parameter{Advice}", Message([1, 1]));
        Assert.DoesNotContain(Advice, Message([1, 1, 1, 1]), StringComparison.Ordinal);

        string Message(StartValues start) =>
            Assert.Throws<ArgumentException>(nameof(start), () => CurveFit.Fit(formula, data, data, start)).Message;
    }

    [Fact]
    public void Starts_that_do_not_match_the_formula_are_named()
    {
        Formula formula = Formula.Parse("a*exp(b*x)");
        double[] data = [1, 2];
        Assert.Contains("2 parameters, a, b, but there are 3", Message([1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("b has no start value", Message([("a", 1)]), StringComparison.Ordinal);
        Assert.Contains("c is not one of them", Message([("a", 1), ("b", 1), ("c", 1)]), StringComparison.Ordinal);
        Assert.Contains("names a twice", Message([("a", 1), ("a", 1)]), StringComparison.Ordinal);
        Assert.Contains("Name all", Message([("a", 1), 1]), StringComparison.Ordinal);

        string Message(StartValues start) =>
            Assert.Throws<ArgumentException>(nameof(start), () => CurveFit.Fit(formula, data, data, start)).Message;
    }

    [Theory]
    [InlineData("pi")]
    [InlineData("exp")]
    [InlineData("2x")]
    [InlineData("a b")]
    [InlineData("")]
    public void Names_that_no_formula_can_hold_are_refused(string name)
    {
        Assert.False(Formula.IsValidName(name));
        Assert.Throws<ArgumentException>("predictors", () => Formula.Parse("a*x", ["x", name]));
        Assert.Throws<ArgumentException>(
            "parameters", () => Formula.Parse("a*x", new FormulaNames { Parameters = ["a", name] }));
    }

    [Fact]
    public void Announced_parameters_are_all_that_there_are()
    {
        FormulaException unknown = Assert.Throws<FormulaException>(
            () => Formula.Parse("a*x + b", new FormulaNames { Parameters = ["a"] }));
        Assert.Equal(7, unknown.Column);
        Assert.Throws<ArgumentException>(
            "parameters", () => Formula.Parse("a*x", new FormulaNames { Parameters = ["a", "b"] }));
        Assert.Throws<ArgumentException>(
            "predictors",
            () => Formula.Parse("a*x", new FormulaNames { Predictors = ["x", "a"], Parameters = ["a"] }));
    }

    [Theory]
    [InlineData("b1*(1 - exp(-b2*x))", "b1", "b2")]
    [InlineData("a*x", "a")]
    [InlineData("a*x + b*z", "z")]
    [InlineData("x", "time")]
    [InlineData("x")]
    public void Names_of_parameters_in_the_place_of_predictors_are_refused(string text, params string[] names)
    {
        ArgumentException refusal =
            Assert.Throws<ArgumentException>("predictors", () => Formula.Parse(text, names));
        Assert.Contains("Pass the names of the predictors, not of the parameters.", refusal.Message);
    }

    [Fact]
    public void A_parameter_may_be_called_x_when_it_is_declared()
    {
        Formula formula = Formula.Parse("x*t", new FormulaNames { Predictors = ["t"] });
        Assert.Equal(["x"], formula.ParameterNames);
        Assert.Equal(["t"], formula.PredictorNames);
    }

    [Fact]
    public void A_fit_refuses_parameters_that_were_declared_as_predictors()
    {
        Formula swapped = Formula.Parse("Vm*s/(K + s)", ["Vm", "K"]);
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "x", () => CurveFit.Fit(swapped, (double[])[1, 2, 3], [1, 2, 3], [1]));
        Assert.Contains("to Formula.Parse the names of the predictors, not of the parameters", refusal.Message);

        Formula named = Formula.Parse("t^k", ["k"]);
        Assert.Throws<ArgumentException>(
            "start", () => CurveFit.Fit(named, (double[])[1, 2, 3], [1, 2, 3], [("k", 1)]));
    }

    [Fact]
    public void Nobody_can_change_the_names_of_a_formula()
    {
        Formula formula = Formula.Parse("a*x");
        Assert.False(formula.ParameterNames is string[]);
        Assert.False(formula.PredictorNames is string[]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Any_number_of_points_gives_what_each_point_gives(int count)
    {
        Formula formula = Formula.Parse("a*exp(-b*x)/(1 + a^2)");
        double[] x = [.. Enumerable.Range(0, count).Select(i => i / 100.0)];
        double[] parameters = [1.5, 0.3];
        double[] values = new double[count];
        double[] derivatives = new double[2 * count];
        formula.Evaluate(parameters, [x], values);
        formula.Differentiate(parameters, [x], [1, 0], derivatives);
        double[] gradient = new double[2];
        for (int i = 0; i < count; i++)
        {
            formula.Gradient(parameters, [x[i]], gradient);
            Assert.Equal(formula.Evaluate(parameters, x[i]), values[i]);
            Assert.Equal(gradient[1], derivatives[i]);
            Assert.Equal(gradient[0], derivatives[count + i]);
        }
    }

    [Fact]
    public void Values_and_gradients_want_as_many_numbers_as_there_are_names()
    {
        Formula formula = Formula.Parse("a*x");
        Assert.Throws<ArgumentException>("parameters", () => formula.Evaluate([1, 2], 1));
        Assert.Throws<ArgumentException>("x", () => formula.Evaluate([1]));
        Assert.Throws<ArgumentException>("gradient", () => formula.Gradient([1], [1], new double[2]));
    }

    [Fact]
    public void Numbers_for_names_that_do_not_exist_are_told()
    {
        Formula constant = Formula.Parse("sqrt(a)");
        Formula fixedCurve = Formula.Parse("2*x");
        double[] x = [1, 2];
        Assert.StartsWith(
            "There is 1 value, but the formula has no predictors. Pass none.",
            Assert.Throws<ArgumentException>("x", () => constant.Evaluate([0], [1])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "There are 2 values, but the formula has no predictors. Pass none.",
            Assert.Throws<ArgumentException>("x", () => constant.Gradient([0], [1, 2], new double[1])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "There is 1 value, but the formula has no parameters. Pass none.",
            Assert.Throws<ArgumentException>("parameters", () => fixedCurve.Evaluate([1], 3)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "There are 0 values for a. Pass one for each.",
            Assert.Throws<ArgumentException>("parameters", () => constant.Evaluate([])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The model has no parameters, but there is 1 start value.",
            Assert.Throws<ArgumentException>("start", () => CurveFit.Fit(fixedCurve, x, [2, 4], [1])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y = a*x", "y =", 3)]
    [InlineData("f(x)=a*x", "f(x)=", 5)]
    [InlineData("y ~ a*x", "y ~", 3)]
    [InlineData("signal := a*x", "signal :=", 9)]
    public void A_left_side_is_to_be_left_out(string formula, string left, int column)
    {
        FormulaException exception = Assert.Throws<FormulaException>(() => Formula.Parse(formula));
        Assert.StartsWith(
            $"A formula is a right-hand side only: leave out the left side '{left}'. (column {column})",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log(y) = a*x")] // leaving it out would be another model
    [InlineData("a*x = y")]
    [InlineData("= a*x")]
    public void Another_equation_has_no_left_side_to_leave_out(string formula)
    {
        FormulaException exception = Assert.Throws<FormulaException>(() => Formula.Parse(formula));
        Assert.Contains("but found '='", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_has_a_limit_before_the_stack_has()
    {
        Assert.Throws<FormulaException>(() => Formula.Parse(new string('(', 100_000)));
        Assert.Throws<FormulaException>(() => Formula.Parse(new string('-', 100_000) + "1"));
        Assert.Throws<FormulaException>(() => Formula.Parse(string.Concat(Enumerable.Repeat("2^", 100_000)) + "1"));
        Assert.Equal(100_001, Formula.Parse(string.Concat(Enumerable.Repeat("1+", 100_000)) + "1").Evaluate([]));
    }

    [Fact]
    public void Any_text_is_a_formula_or_a_FormulaException()
    {
        const string Pieces = "x b1 2.5 e+- */^() exp log .,;=\t\0é𝛼 1e sqrt pi";
        Random random = new(20240229);
        int good = 0;
        for (int k = 0; k < 20_000; k++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                Formula formula = Formula.Parse(text);
                _ = formula.Evaluate(
                    new double[formula.ParameterNames.Count], new double[formula.PredictorNames.Count]);
                good++;
            }
            catch (FormulaException exception)
            {
                Assert.InRange(exception.Column, 1, text.Length + 1);
            }
        }

        Assert.InRange(good, 100, 19_900);
    }
}
