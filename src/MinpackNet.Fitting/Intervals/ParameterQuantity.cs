namespace MinpackNet.Fitting;

/// <summary>A formula of the parameters of a fit.</summary>
internal sealed class ParameterQuantity
{
    private readonly Formula _formula;
    private readonly int[] _places;

    /// <param name="formula">The formula.</param>
    /// <param name="parameters">The names of the parameters.</param>
    /// <param name="ties">What stands for others.</param>
    /// <param name="argument">The argument that the formula is.</param>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    public ParameterQuantity(string formula, string[] parameters, IReadOnlyList<NamedQuantity> ties, string argument)
    {
        _formula = Formula.Parse(formula, new FormulaNames { Predictors = [] }, ties);
        Validate.Quantity(_formula, parameters, argument);
        _places = [.. _formula.ParameterNames.Select(parameter => Array.IndexOf(parameters, parameter))];
    }

    /// <summary>The places of its parameters among all.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <summary>The value, given that of each parameter by its place.</summary>
    public double ValueAt(Func<int, double> parameter) => _formula.Evaluate(Place(parameter));

    /// <summary>The derivatives by all parameters.</summary>
    public double[] GradientAt(double[] parameters)
    {
        double[] own = new double[_places.Length];
        _formula.Gradient(Place(j => parameters[j]), [], own);
        double[] gradient = new double[parameters.Length];
        for (int k = 0; k < own.Length; k++)
        {
            gradient[_places[k]] = own[k];
        }

        return gradient;
    }

    private double[] Place(Func<int, double> parameter) => [.. _places.Select(parameter)];
}
