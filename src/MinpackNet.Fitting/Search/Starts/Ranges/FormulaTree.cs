namespace MinpackNet.Fitting;

/// <summary>The steps of a formula as sums of terms and products of factors, and what is known of them.</summary>
internal sealed class FormulaTree
{
    private readonly Step[] _steps;
    private readonly double[]?[] _known;

    /// <param name="program">The steps.</param>
    /// <param name="columns">The predictors.</param>
    public FormulaTree(FormulaProgram program, double[][] columns)
    {
        _steps = program.Steps;
        _known = new double[_steps.Length][];
        for (int i = 0; i < _steps.Length; i++)
        {
            _known[i] = program.Linearity.DependsOnAny(i) ? null : ValuesOf(_steps[i], columns);
        }
    }

    /// <summary>The last step, which is the formula.</summary>
    public int Root => _steps.Length - 1;

    public Step this[int step] => _steps[step];

    /// <summary>Whether a step depends on parameters.</summary>
    public bool IsUnknown(int step) => _known[step] is null;

    /// <summary>The values at all points of a step that depends on no parameter.</summary>
    public double[] Known(int step) => _known[step]!;

    /// <summary>The parameter that a step is; null for any other step.</summary>
    public int? Parameter(int step) =>
        _steps[step].Operation == Operation.Parameter ? _steps[step].Left : null;

    /// <summary>The terms of a sum, or the step itself, each with its sign.</summary>
    public IEnumerable<(int Sign, int Step)> Terms(int step, int sign = 1) => _steps[step] switch
    {
        { Operation: Operation.Add } sum => Terms(sum.Left, sign).Concat(Terms(sum.Right, sign)),
        { Operation: Operation.Subtract } sum => Terms(sum.Left, sign).Concat(Terms(sum.Right, -sign)),
        { Operation: Operation.Negate } minus => Terms(minus.Left, -sign),
        _ => [(sign, step)],
    };

    /// <summary>
    /// The factors of a product, or the step itself, each with the exponent 1 or -1, but without signs.
    /// </summary>
    public IEnumerable<(int Exponent, int Step)> Factors(int step, int exponent = 1) => _steps[step] switch
    {
        { Operation: Operation.Multiply } product =>
            Factors(product.Left, exponent).Concat(Factors(product.Right, exponent)),
        { Operation: Operation.Divide } quotient =>
            Factors(quotient.Left, exponent).Concat(Factors(quotient.Right, -exponent)),
        { Operation: Operation.Negate } minus => Factors(minus.Left, exponent),
        _ => [(exponent, step)],
    };

    /// <summary>The product of the known ones among factors, at all points.</summary>
    public double[] KnownProduct(IEnumerable<(int Exponent, int Step)> factors)
    {
        double[] product = [];
        foreach ((int exponent, int step) in factors.Where(factor => !IsUnknown(factor.Step)))
        {
            double[] values = Known(step);
            product = product.Length == 0
                ? [.. values.Select(value => exponent > 0 ? value : 1 / value)]
                : [.. product.Zip(values, (a, b) => exponent > 0 ? a * b : a / b)];
        }

        return product.Length == 0 ? [1] : product;
    }

    /// <summary>The sum of known terms, at all points.</summary>
    public double[] KnownSum(IEnumerable<(int Sign, int Step)> terms)
    {
        double[] sum = [];
        foreach ((int sign, int step) in terms.Where(term => !IsUnknown(term.Step)))
        {
            double[] values = Known(step);
            sum = sum.Length == 0 ? [.. values.Select(value => sign * value)]
                : [.. sum.Zip(values, (a, b) => a + (sign * b))];
        }

        return sum;
    }

    private double[] ValuesOf(Step step, double[][] columns)
    {
        if (!step.HasOperands)
        {
            return step.Operation == Operation.Predictor
                ? columns[step.Left]
                : [.. Enumerable.Repeat(step.Number, columns.Length == 0 ? 1 : columns[0].Length)];
        }

        double[] left = _known[step.Left]!;
        double[] right = step.HasTwoOperands ? _known[step.Right]! : left;
        double[] third = step.HasThreeOperands ? _known[step.Third]! : left;
        return [.. left.Select((a, i) => BlockOperations.OfConstants(step, a, right[i], third[i]))];
    }
}
