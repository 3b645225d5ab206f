using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>A fit of several data sets together.</summary>
[DebuggerDisplay("{Fit,nq}")]
public sealed class GlobalFit
{
    internal GlobalFit(FitResult fit, GlobalProblem problem, IReadOnlyList<FitDataSet> sets, string[] parameters)
    {
        Fit = fit;
        List<GlobalFitSet> results = [];
        int first = 0;
        for (int k = 0; k < sets.Count; k++)
        {
            Range points = first..(first + sets[k].Y.Count);
            results.Add(new(
                sets[k].Name ?? $"{k + 1}",
                [
                    .. problem.Model.PlacesIn(k).Select((place, j) => fit.Parameters[place] with { Name = parameters[j] }),
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

    /// <summary>The report of <see cref="Fit"/>.</summary>
    public override string ToString() => Fit.ToString();
}
