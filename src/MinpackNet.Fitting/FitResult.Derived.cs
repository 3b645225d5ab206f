namespace MinpackNet.Fitting;

/// <content>Quantities that follow from the parameters.</content>
public sealed partial class FitResult
{
    /// <summary>
    /// A quantity that follows from the parameters, such as <c>log(2)/k</c>, with its standard error by the delta
    /// method: valid as far as the formula is linear over the range of the errors. Correlations count, so that the
    /// ratio of two parameters that the data determine only together has the error of the ratio.
    /// </summary>
    /// <param name="formula">A formula of the parameters.</param>
    /// <param name="name">What to call the quantity; null, the default, for the formula.</param>
    /// <param name="level">The confidence level of the interval, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the kind is out of range.</exception>
    public DerivedQuantity Derive(
        string formula, string? name = null, double level = 0.95, IntervalKind kind = IntervalKind.StudentT)
    {
        double factor = Factor(level, kind);
        ParameterQuantity quantity = new(formula, _problem.Names, Ties, nameof(formula));
        double value = quantity.ValueAt(j => _all[j]);
        double error = double.IsNaN(value)
            ? value
            : Math.Sqrt(CurveVariance(_problem.FreeOf(quantity.GradientAt(_all))));
        return new(
            name ?? formula, formula, value, error, new(value - (factor * error), value + (factor * error)));
    }

    /// <summary>
    /// The confidence interval of such a quantity by profile likelihood: the values at which a fit of all parameters
    /// that give the quantity this value has a sum of squares of at most χ² + s² t², as in
    /// <see cref="ProfileIntervals"/>. It need not be symmetric.
    /// </summary>
    /// <remarks>
    /// The quantity becomes a parameter in place of one that it depends on, on the branch of the estimates. That of one
    /// parameter is the interval of the parameter in other units.
    /// </remarks>
    /// <param name="formula">A formula of the parameters.</param>
    /// <param name="level">The confidence level, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <param name="cancellationToken">Ends the fits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The interval, for <see cref="DerivedQuantity.Profile"/>. An end is infinite where the profile never reaches the
    /// level. Of zero width if all its parameters are fixed. NaN on both sides for the reasons of
    /// <see cref="ProfileIntervals"/>; where the quantity turns, or does not change with any parameter; where
    /// other parameters run away; and where bounds end the range of a quantity of several parameters before the level
    /// is reached.
    /// </returns>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the kind is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public Interval ProfileInterval(
        string formula,
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT,
        CancellationToken cancellationToken = default)
    {
        ParameterQuantity quantity = new(formula, _problem.Names, Ties, nameof(formula));
        return ProfileIntervalOf(quantity, Factor(level, kind), way: null, cancellationToken);
    }

    private Interval ProfileIntervalOf(
        ParameterQuantity quantity, double quantile, List<ProfilePoint>? way, CancellationToken cancellationToken) =>
        Profile(cancellationToken) is { } profile
            ? new QuantityProfile(profile, quantity, quantile).Run(way)
            : new(double.NaN, double.NaN);

    /// <summary>
    /// The parameters that <see cref="Formula.Tie"/> tied to others, with errors by propagation along the whole chain;
    /// without those that depend on a predictor.
    /// </summary>
    /// <param name="level">As in <see cref="Derive(string, string?, double, IntervalKind)"/>.</param>
    /// <returns>One for each, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public IReadOnlyList<DerivedQuantity> TiedParameters(double level = 0.95) =>
        [.. Ties.Where(IsOfParameters).Select(tie => Derive(tie.Formula, tie.Name, level))];

    private IReadOnlyList<NamedQuantity> Ties => _problem.Model is Formula formula ? formula.Ties : [];

    private bool IsOfParameters(NamedQuantity tie) =>
        _problem.Model is Formula formula
        && Formula.Parse(tie.Formula, new FormulaNames { Predictors = formula.PredictorNames }, Ties)
            .PredictorNames.Count == 0;

    /// <summary>The quantities of a model that has a name, such as area and width of a peak.</summary>
    /// <param name="model">The model that was fitted.</param>
    /// <param name="level">As in the other overload.</param>
    /// <returns>One for each of <see cref="NamedModel.Quantities"/>.</returns>
    /// <exception cref="ArgumentException">The fit is one of another model, or the level is out of range.</exception>
    public IReadOnlyList<DerivedQuantity> Derive(NamedModel model, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Quantities.Select(quantity => Derive(quantity.Formula, quantity.Name, level))];
    }
}
