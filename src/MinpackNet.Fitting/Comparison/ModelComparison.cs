using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>
/// Several models of the same observations, ranked by Akaike's information criterion corrected for few observations
/// (Burnham and Anderson 2002).
/// </summary>
/// <remarks>
/// <para>
/// Criteria count the variance as a parameter and include all constants of the likelihood, as R's AIC and BIC, unless
/// the variance is given by <see cref="FitOptions.AbsoluteSigma"/>. lmfit counts it never and leaves the constants out:
/// its differences of AIC and BIC are the same, its values are not.
/// </para>
/// <para>
/// A fit that did not succeed (<see cref="FitResult.Succeeded"/>) is listed and takes no part: criteria are those of
/// the highest likelihood, and nothing says that it got there. A fit with a loss is refused, because it has another
/// likelihood, and so is one that meets the observations to within rounding, where all criteria are rounding.
/// </para>
/// <example>
/// Whether a decay has an offset:
/// <code>
/// FitResult plain = CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), x, y);
/// FitResult offset = CurveFit.Fit(Formula.Parse("a*exp(-b*x) + c"), x, y);
/// Console.WriteLine(ModelComparison.Of([plain, offset], areNested: true));
/// </code>
/// </example>
/// </remarks>
[DebuggerDisplay("{Conclusion,nq}")]
public sealed class ModelComparison
{
    private ModelComparison(IReadOnlyList<ComparedModel> models, int simplest)
    {
        Models = models;
        Simplest = simplest >= 0 ? models[simplest] : null;
        Best = models.FirstOrDefault(model => model.Difference == 0);
    }

    /// <summary>The models in the order given.</summary>
    public IReadOnlyList<ComparedModel> Models { get; }

    /// <summary>
    /// The model with the lowest AICc; null where no fit succeeded, or where there are too few points for the
    /// criterion.
    /// </summary>
    public ComparedModel? Best { get; }

    /// <summary>The model that the others are to contain; null unless they are nested and a fit succeeded.</summary>
    internal ComparedModel? Simplest { get; }

    /// <summary>What the comparison means, in words.</summary>
    public string Conclusion => ComparisonText.Conclusion(this);

    /// <summary>Compares fits of the same observations.</summary>
    /// <param name="fits">Two or more fits, each of the same y with the same weights.</param>
    /// <param name="names">
    /// What to call their models; null, the default, for the text of a formula, and model 1, model 2, ... of others.
    /// </param>
    /// <param name="areNested">
    /// Whether every model contains the one with the fewest fitted parameters as a special case. Then each with more is
    /// tested against it. Default: false.
    /// </param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">
    /// There are fewer than two fits, or not as many names; fits are of different observations or weights, with a loss
    /// or without residuals; or a model that is to contain the simplest one has a larger sum of squares.
    /// </exception>
    public static ModelComparison Of(
        IReadOnlyList<FitResult> fits, IReadOnlyList<string>? names = null, bool areNested = false)
    {
        Validate.Fits(fits, nameof(fits));
        Validate.Names(names, fits.Count, nameof(names));
        string[] known = [.. fits.Select((fit, k) => names?[k] ?? fit.Problem.Model.Text ?? $"model {k + 1}")];
        foreach (int k in Enumerable.Range(0, fits.Count).Where(k => fits[k].Succeeded))
        {
            Validate.Optimum(fits[k], known[k], nameof(fits));
        }

        double lowest = fits.Where(fit => fit.Succeeded).Select(fit => fit.Aicc)
            .DefaultIfEmpty(double.PositiveInfinity).Min();
        double[] differences =
        [
            .. fits.Select(fit => fit.Succeeded && double.IsFinite(lowest) ? fit.Aicc - lowest : double.NaN),
        ];
        double[] likelihoods = Array.ConvertAll(differences, difference => Math.Exp(-difference / 2));
        double sum = likelihoods.Where(double.IsFinite).Sum();
        int simplest = !areNested ? -1 : Enumerable.Range(0, fits.Count)
            .Where(k => fits[k].Succeeded)
            .OrderByDescending(k => fits[k].DegreesOfFreedom)
            .FirstOrDefault(-1);
        return new(
        [
            .. fits.Select((fit, k) => new ComparedModel(
                known[k],
                fit,
                differences[k],
                likelihoods[k] / sum,
                simplest >= 0 && IsTested(fit, fits[simplest])
                    ? NestedTest.Of(fits[simplest], fit, known[simplest], known[k], nameof(fits))
                    : null)),
        ],
        simplest);
    }

    /// <summary>The comparison as a table of text, and what it means.</summary>
    /// <returns>Lines of at most 100 characters, unless names are long.</returns>
    public string ToReport() => ComparisonText.Report(this);

    /// <summary>The same as <see cref="ToReport"/>.</summary>
    public override string ToString() => ToReport();

    private static bool IsTested(FitResult fit, FitResult simplest) => fit.Succeeded
        && fit.DegreesOfFreedom < simplest.DegreesOfFreedom
        && (fit.HasAbsoluteSigma || fit.DegreesOfFreedom > 0);
}
