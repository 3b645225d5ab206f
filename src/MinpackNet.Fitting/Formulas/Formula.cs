namespace MinpackNet.Fitting;

/// <summary>
/// A model written as a formula, such as <c>b1*(1 - exp(-b2*x))</c>, with exact derivatives.
/// </summary>
/// <remarks>
/// <para>
/// The notation: numbers; case-sensitive names of letters, digits and underscores; + - * /; ^ (or **) for powers, which
/// bind tighter than a sign and group to the right, so that -x^2 is -(x²) and 2^3^2 is 2^9; parentheses; the constant
/// pi; comparisons by &lt; &lt;= &gt; &gt;= == and !=, which are 1 or 0; and the functions below. Any other name is a
/// predictor if it was declared as one, and a parameter otherwise. The name e has no special meaning; Euler's number is
/// exp(1).
/// </para>
/// <list type="bullet">
/// <item>Elementary: abs, acos, asin, atan, cos, cosh, exp, log (or ln), log10, log2, sin, sinh, sqrt, tan, tanh,
/// arccos, arcsin and arctan, whose names stand for nothing else; acosh, asinh, atanh, atan2(y, x), cbrt, expm1, log1p,
/// logistic(x) = 1/(1 + exp(-x)) and sinc(x) = sin(pi*x)/(pi*x), as numpy.sinc.</item>
/// <item>Special: erf, erfc, gamma, lgamma = log |gamma|, besselj0, besselj1.</item>
/// <item>Peaks of area 1: gaussian(x, mean, sd), and voigt(x, sigma, gamma) with the standard deviation sigma of its
/// Gaussian and half the width at half maximum gamma of its Lorentzian, as scipy.special.voigt_profile. The signs of sd
/// and sigma do not matter; below gamma = 0 the profile goes on smoothly.</item>
/// <item>Piecewise: min(a, b, ...), max(a, b, ...), if(condition, a, b), where any number but 0 means yes, step(x) = 0,
/// 1/2 at 0, 1, sign, floor, ceil, round (halves to even), and mod(a, b) = a - b*floor(a/b), as numpy.mod.</item>
/// </list>
/// <para>
/// A name of the second half, from acosh on, is a function only where a parenthesis follows it: gamma*x has a parameter
/// gamma. What jumps has derivative 0 between its jumps, so a fit cannot find the place of a jump, such as c in
/// step(x - c). A branch that is not taken has no effect on values and derivatives, even where it has no value.
/// </para>
/// <para>
/// A formula becomes a list of operations that run over blocks of points, in vectors where the operation or
/// <see cref="LaneMath"/> has them. No code is generated, so formulas also work in native ahead-of-time compilation,
/// and the cost of dispatching an operation is shared by a block. Derivatives are exact and found by reverse
/// accumulation (Linnainmaa 1970): all of them together cost a few evaluations, however many parameters there are.
/// Integer powers have any base, and the right derivative at 0.
/// </para>
/// <para>
/// A derivative is finite wherever the formula and the limit of the derivative are. Where the chain rule meets inf/inf,
/// 0·inf or inf - inf, as in <c>a/(1 + (c/x)^b)</c> at x = 0, the derivative is the limit of difference quotients
/// (Ridders 1982), taken from one side where the formula is finite on that side only. At a corner such as that of abs
/// at 0, and where the operands of min or max are equal, it is the mean of both sides; at the border of an if, that of
/// the branch taken.
/// </para>
/// </remarks>
public sealed class Formula : Model, IStepModel
{
    private readonly string[] _parameters;
    private readonly string[] _predictors;
    private readonly IReadOnlySet<string> _functions;

    private Formula(
        string text,
        FormulaNames names,
        IReadOnlyList<NamedQuantity> ties,
        FormulaProgram program,
        string[] parameters,
        string[] predictors,
        IReadOnlySet<string> functions)
    {
        OwnText = text;
        Names = names;
        Ties = ties;
        Program = program;
        _parameters = parameters;
        _predictors = predictors;
        _functions = functions;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => Array.AsReadOnly(_parameters);

    /// <summary>The names of the predictors that the formula uses, in the order in which they were declared.</summary>
    public IReadOnlyList<string> PredictorNames => Array.AsReadOnly(_predictors);

    /// <summary>The parameters that are tied to others, in the order in which <see cref="Tie"/> was told.</summary>
    public IReadOnlyList<NamedQuantity> Ties { get; }

    /// <inheritdoc/>
    public override DerivativeSource Derivatives => DerivativeSource.Automatic;

    /// <inheritdoc/>
    internal override string Text => string.Join(", ", [OwnText, .. Ties.Select(tie => tie.ToString())]);

    /// <summary>The formula as it was written, without ties.</summary>
    internal string OwnText { get; }

    /// <summary>What was said of the names, without those that are tied.</summary>
    internal FormulaNames Names { get; }

    /// <summary>What may trade places.</summary>
    internal IReadOnlyList<Exchange> Exchanges { get; private init; } = [];

    /// <inheritdoc/>
    FormulaProgram IStepModel.Program => Program;

    /// <summary>The steps.</summary>
    internal FormulaProgram Program { get; }

    internal override bool HasPredictors => _predictors.Length > 0;

    internal override bool Calls(string name) => _functions.Contains(name);

    internal override bool? Oscillates => Program.Oscillates;

    /// <summary>
    /// Parses a formula. All names that are not predictors are parameters, in the order in which they first occur.
    /// </summary>
    /// <param name="text">The right-hand side of the formula.</param>
    /// <param name="predictors">
    /// The names of the predictors, not of the parameters; those that the formula does not use are left out. Null, the
    /// default, means x.
    /// </param>
    /// <returns>The model.</returns>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">
    /// A name is not valid or is repeated, or x would be a parameter, as when the names are those of the parameters.
    /// For a parameter x, and for another order of the parameters, pass <see cref="FormulaNames"/>.
    /// </exception>
    public static Formula Parse(string text, IReadOnlyList<string>? predictors = null)
    {
        if (predictors is null)
        {
            return Parse(text, new FormulaNames());
        }

        Formula formula = Parse(text, new FormulaNames { Predictors = predictors });
        return formula._parameters.Contains(Predictors.DefaultName)
            ? throw Errors.PredictorAsParameter(nameof(predictors), Predictors.DefaultName, predictors, text)
            : formula;
    }

    /// <summary>Parses a formula whose names are declared as parameters and predictors.</summary>
    /// <param name="text">The right-hand side of the formula.</param>
    /// <param name="names">What the names stand for.</param>
    /// <returns>The model.</returns>
    /// <exception cref="FormulaException">The formula cannot be understood, or a name was not declared.</exception>
    /// <exception cref="ArgumentException">
    /// A name is not valid or is repeated, or a parameter does not occur in the formula.
    /// </exception>
    public static Formula Parse(string text, FormulaNames names) => Parse(text, names, []);

    /// <summary>
    /// The formula with parameters that follow from others, such as <c>("b3", "2*b1")</c>, three shares that sum up to
    /// one by <c>("c", "1 - a - b")</c>, or a center that is not before another by <c>("c2", "c1 + abs(d)")</c>. A tied
    /// parameter has no start value, and a fit reports it with its error (<see cref="FitResult.TiedParameters"/>).
    /// </summary>
    /// <param name="ties">
    /// The names and the formulas, which may have other tied parameters in them, and, unless the parameters were
    /// declared, new ones.
    /// </param>
    /// <returns>The formula of the other parameters.</returns>
    /// <exception cref="FormulaException">A formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">
    /// A name is no parameter or is tied twice, or parameters are tied to each other in a circle.
    /// </exception>
    public Formula Tie(params IReadOnlyList<NamedQuantity> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        Validate.Ties(ties, _parameters, nameof(ties));
        string[] tied = [.. ties.Select(tie => tie.Name)];
        FormulaNames names = Names with { Parameters = Names.Parameters is { } all ? [.. all.Except(tied)] : null };
        return Parse(OwnText, names, [.. Ties, .. ties]).With(Exchanges);
    }

    /// <summary>The same formula, of which it is known what may trade places.</summary>
    internal Formula With(IReadOnlyList<Exchange> exchanges) =>
        new(OwnText, Names, Ties, Program, _parameters, _predictors, _functions) { Exchanges = exchanges };

    /// <summary>Parses a formula in which names stand for others.</summary>
    internal static Formula Parse(string text, FormulaNames names, IReadOnlyList<NamedQuantity> ties)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        Validate.Names(names.Predictors, names.Parameters ?? []);
        FormulaBuilder builder = new(names.Predictors, names.Parameters, ties);
        int result = FormulaParser.Parse(text, builder);
        string[] parameters = [.. builder.Parameters];
        if (names.Parameters?.FirstOrDefault(name => !builder.Uses(name)) is { } unused)
        {
            throw Errors.UnusedParameter("parameters", unused, text);
        }

        string[] used = [.. names.Predictors.Where(builder.Uses)];
        return new(text, names, ties, builder.Build(result, used), parameters, used, builder.Functions);
    }

    /// <summary>Whether a parameter or predictor in a formula can have a name.</summary>
    /// <param name="name">The name, for example that of a column of a file.</param>
    /// <returns>
    /// True for letters, digits and underscores that do not start with a digit, except for pi and the names of the
    /// functions that every formula reserves, such as exp.
    /// </returns>
    public static bool IsValidName(string? name) => FormulaParser.IsValidName(name);

    /// <summary>The value at one point, with the signature of a <see cref="SurfaceFunction"/>.</summary>
    /// <param name="parameters">The parameters, in the order of <see cref="ParameterNames"/>.</param>
    /// <param name="x">The predictors, in the order of <see cref="PredictorNames"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The number of values is not that of the names.</exception>
    public double Evaluate(ReadOnlySpan<double> parameters, params ReadOnlySpan<double> x)
    {
        Validate.Values(parameters.Length, _parameters, "parameters", nameof(parameters));
        Validate.Values(x.Length, _predictors, "predictors", nameof(x));
        double[][] columns = new double[x.Length][];
        for (int c = 0; c < x.Length; c++)
        {
            columns[c] = [x[c]];
        }

        double value = 0;
        Evaluate(parameters, columns, new Span<double>(ref value));
        return value;
    }

    /// <summary>
    /// The derivatives with respect to the parameters at one point, with the signature of a
    /// <see cref="SurfaceGradient"/>.
    /// </summary>
    /// <param name="parameters">The parameters, in the order of <see cref="ParameterNames"/>.</param>
    /// <param name="x">The predictors, in the order of <see cref="PredictorNames"/>.</param>
    /// <param name="gradient">Receives as many derivatives as there are parameters.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the names.</exception>
    public void Gradient(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, Span<double> gradient)
    {
        Validate.Values(parameters.Length, _parameters, "parameters", nameof(parameters));
        Validate.Values(x.Length, _predictors, "predictors", nameof(x));
        Validate.Values(gradient.Length, _parameters, "parameters", nameof(gradient));
        if (gradient.IsEmpty)
        {
            return;
        }

        double[][] columns = new double[x.Length][];
        for (int c = 0; c < x.Length; c++)
        {
            columns[c] = [x[c]];
        }

        ExactDerivatives(parameters, columns, [.. Enumerable.Range(0, _parameters.Length)], gradient);
    }

    /// <summary>The formula as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>By name; a formula of one predictor takes a single column under any name.</summary>
    internal override double[][] Bind(Predictors x)
    {
        if (_predictors.Length == 1 && x.Columns.Length == 1)
        {
            return x.Columns;
        }

        string[] names = [.. x.Names];
        return [.. _predictors.Select(name => Array.IndexOf(names, name) is var index and >= 0
            ? x.Columns[index]
            : throw Errors.MissingPredictor(nameof(x), name, names))];
    }

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values) =>
        Program.Evaluate(new(parameters, columns), values);

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives) =>
        Program.Differentiate(new(parameters, columns), by, derivatives);
}
