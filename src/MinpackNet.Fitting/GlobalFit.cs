using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>A fit of several data sets together.</summary>
[DebuggerDisplay("{Fit,nq}")]
public sealed class GlobalFit
{
    private readonly GlobalProblem _problem;

    internal GlobalFit(FitResult fit, GlobalProblem problem, IReadOnlyList<FitDataSet> sets, string[] parameters)
    {
        Fit = fit;
        _problem = problem;
        List<GlobalFitSet> results = [];
        int first = 0;
        for (int k = 0; k < sets.Count; k++)
        {
            Range points = first..(first + sets[k].Y.Count);
            results.Add(new(
                sets[k].Name ?? $"{k + 1}",
                [
                    .. problem.Model.PlacesIn(k)
                        .Select((place, j) => fit.Parameters[place] with { Name = parameters[j] }),
                ],
                [.. fit.Fitted.ToArray()[points]],
                [.. fit.Residuals.ToArray()[points]],
                fit.ChiSquaredOf(points)));
            first = points.End.Value;
        }

        Sets = results;
    }

    /// <summary>
    /// The fit of all points, with all that a fit has: the parameters that the sets have in common come first, under
    /// their own names, then those of each set, under a name such as <c>a_1</c> or <c>a_cold</c>, of the parameter and
    /// the set. What is no letter or digit in the name of a set is an underscore there; where names do not differ then,
    /// sets are numbered from 1.
    /// </summary>
    public FitResult Fit { get; }

    /// <summary>The sets, in order.</summary>
    public IReadOnlyList<GlobalFitSet> Sets { get; }

    /// <summary>The names that parameters have in a fit, as described at <see cref="Fit"/>.</summary>
    /// <param name="parameters">The names of the model's parameters.</param>
    /// <param name="shared">Which of these all sets have in common.</param>
    /// <param name="sets">The names of the sets; null for one that goes by its number.</param>
    /// <returns>For each set, the names of its parameters in the order of the model.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> ParameterNames(
        IReadOnlyList<string> parameters, IReadOnlyList<string> shared, IReadOnlyList<string?> sets)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(shared);
        ArgumentNullException.ThrowIfNull(sets);
        return
        [
            .. GlobalProblem.LabelsOf(sets).Select(label => (string[])
            [
                .. parameters.Select(name => shared.Contains(name) ? name : GlobalModel.NameIn(name, label)),
            ]),
        ];
    }

    /// <summary>The values of the fitted model in one set.</summary>
    /// <param name="set">The number of the set, from 0.</param>
    /// <param name="x">The predictors, in the same columns as in the fit.</param>
    /// <returns>A value for each point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    /// <exception cref="ArgumentException">The columns do not suit the model.</exception>
    public double[] Predict(int set, Predictors x) => Fit.Predict(In(set, x));

    /// <summary>The confidence limits of the curve of one set, at each point separately.</summary>
    /// <param name="set">The number of the set, from 0.</param>
    /// <param name="x">The predictors, in the same columns as in the fit.</param>
    /// <param name="level">The confidence level, between 0 and 1. Default 0.95.</param>
    /// <returns>The curve and its limits at each point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set, or the level is out of range.</exception>
    /// <exception cref="ArgumentException">The columns do not suit the model.</exception>
    public Band ConfidenceBand(int set, Predictors x, double level = 0.95) => Fit.ConfidenceBand(In(set, x), level);

    /// <summary>
    /// The band that contains a new observation of one set with a given probability, at each point separately.
    /// </summary>
    /// <param name="set">The number of the set, from 0.</param>
    /// <param name="x">The predictors at k points, in the same columns as in the fit.</param>
    /// <param name="observationSigma">
    /// The k standard deviations of the new observations in the units of <see cref="FitOptions.Sigma"/>; positive.
    /// </param>
    /// <param name="level">The probability, between 0 and 1. Default 0.95.</param>
    /// <returns>The curve and its limits at each point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set, or a number is out of range.</exception>
    /// <exception cref="ArgumentException">The columns do not suit the model.</exception>
    public Band PredictionBand(
        int set, Predictors x, IReadOnlyList<double> observationSigma, double level = 0.95) =>
        Fit.PredictionBand(In(set, x), observationSigma, level);

    /// <summary>A quantity that follows from the parameters of each set, such as <c>log(2)/k</c>.</summary>
    /// <param name="formula">A formula of the parameters of the model.</param>
    /// <param name="name">What to call it, before the set; null, the default, for the formula.</param>
    /// <param name="level">The confidence level of the intervals, between 0 and 1. Default 0.95.</param>
    /// <returns>
    /// One for each set, with the formula by the names of <see cref="Fit"/>. Those of several sets together are
    /// <see cref="FitResult.Derive(string, string?, double, IntervalKind)"/> of <see cref="Fit"/>.
    /// </returns>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    /// <exception cref="ArgumentException">A name in it is no parameter, or the level is out of range.</exception>
    public IReadOnlyList<DerivedQuantity> Derive(string formula, string? name = null, double level = 0.95) =>
    [
        .. _problem.Labels.Select((label, set) => Fit.Derive(
            _problem.InSet(formula, set), NameIn(name ?? formula, label), level)),
    ];

    private Predictors In(int set, Predictors x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(set);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(set, Sets.Count);
        ArgumentNullException.ThrowIfNull(x);
        return x.InSet(set);
    }

    private static string NameIn(string name, string label) =>
        Formula.IsValidName(name) ? GlobalModel.NameIn(name, label) : $"{name} ({label})";

    /// <summary>The report of <see cref="Fit"/>.</summary>
    public override string ToString() => Fit.ToString();
}
