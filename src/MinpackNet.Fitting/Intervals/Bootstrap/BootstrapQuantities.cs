namespace MinpackNet.Fitting;

/// <summary>What a bootstrap knows of the fit: its parameters and how the observations act on them.</summary>
/// <param name="Names">The names of all parameters.</param>
/// <param name="Ties">The parameters that are tied to others.</param>
internal sealed record BootstrapQuantities(string[] Names, IReadOnlyList<NamedQuantity> Ties)
{
    /// <summary>Why there is no bootstrap of the fit; null if there is.</summary>
    public string? Objection { get; init; }

    /// <summary>The places of the free parameters among all, without those that bounds hold back.</summary>
    public int[] Free { get; init; } = [];

    /// <summary>Which of all parameters a bound holds back: nothing is known of how they would move.</summary>
    public bool[] IsHeld { get; init; } = [];

    /// <summary>
    /// The skewness of what the errors do to a quantity, given what a change of each observation does: six times the
    /// acceleration of Efron 1987.
    /// </summary>
    public Func<double[], double> Skewness { get; init; } = _ => double.NaN;

    /// <summary>
    /// How many standard deviations of the draws the ends of an interval are away, if the draws are normal:
    /// Student's t, because the draws know the variance of the errors no better than the residuals do (Hesterberg 2015,
    /// DOI 10.1080/00031305.2015.1089789), and with drawn points times √(m/(m - n)), because residuals are smaller than
    /// errors.
    /// </summary>
    public Func<double, double> QuantileOf { get; init; } = _ => double.NaN;

    /// <summary>What a change of each observation does to the free parameters.</summary>
    public Influence? Influence { get; init; }

    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    public ParameterQuantity Parse(string formula, string argument) => new(formula, Names, Ties, argument);

    /// <summary>The acceleration of parameter j.</summary>
    public double AccelerationOf(int j)
    {
        double[] gradient = new double[Names.Length];
        gradient[j] = 1;
        return AccelerationOf(gradient);
    }

    /// <summary>The acceleration of a quantity, given its derivatives by all parameters.</summary>
    public double AccelerationOf(double[] gradient) =>
        Influence is null || gradient.Where((slope, j) => slope != 0 && IsHeld[j]).Any() ? double.NaN
            : Skewness(Influence.On([.. Free.Select(j => gradient[j])])) / 6;
}
