using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether the places of the data, the predictors, can tell what the fit is to find.</summary>
internal static class PlaceChecks
{
    /// <summary>The cause of a singular Jacobian: fewer places than parameters.</summary>
    public static IEnumerable<Diagnosis> TooFewPlaces(Evidence evidence)
    {
        if (evidence.End is not { HasFullRank: false } end || evidence.Problem.Columns.Count == 0)
        {
            yield break;
        }

        FitProblem problem = evidence.Problem;
        int n = end.ParameterCount;
        int places = CountPlaces(problem.Columns);
        if (places < n)
        {
            string[] names = [.. problem.Columns.Select((_, c) => NameOf(problem, c))];
            yield return names.Length == 1
                ? Few($"{names[0]} takes only", "different value", places, n)
                : Few($"{Join(names)} take only", "different combination", places, n);
            yield break;
        }

        for (int c = 0; problem.Columns.Count > 1 && c < problem.Columns.Count; c++)
        {
            int values = CountPlaces([problem.Columns[c]]);
            if (values < n && RankWithSpread(evidence, c) > end.Rank)
            {
                yield return Few($"{NameOf(problem, c)} takes only", "different value", values, n);
            }
        }
    }

    /// <summary>The number of different points in the space of the predictors.</summary>
    public static int CountPlaces(IReadOnlyList<double[]> columns) => columns.Count == 0
        ? 1
        : columns[0].Select((_, i) => string.Join(' ', columns.Select(column => BitsOf(column[i])))).Distinct().Count();

    /// <summary>A frequency above what the spacing of a single predictor resolves.</summary>
    public static IEnumerable<Diagnosis> AliasedFrequencies(Evidence evidence)
    {
        bool isFit = evidence.End is { HasFullRank: true } && evidence.Outcome.Converged;
        // What is not known to oscillate is tried where the evaluations do not matter.
        bool mayOscillate = evidence.Problem.Model.Oscillates ?? evidence.Options.Strategy == FitStrategy.Search;
        if (!isFit
            || !mayOscillate
            || evidence.Problem.Columns is not [var x]
            || Alias.GridOf(x) is not { } grid
            || ExplanationChecks.ExplainsNothing(evidence).Any())
        {
            yield break;
        }

        for (int k = 0; k < evidence.Reached.Length; k++)
        {
            // A parameter in which the model is linear is no frequency.
            if (!evidence.IsLinear(k) && Alias.Of(evidence.Problem, evidence.Reached, k, x, grid) is { } lower)
            {
                string name = evidence.Name(k);
                yield return Diagnose(
                    DiagnosisKind.AliasedFrequency,
                    $"The locations of the data cannot tell {name} = {Plain(evidence.Reached[k])} from "
                    + $"{Plain(lower)}: with it, other parameters suitably changed, the model describes them as well, "
                    + $"and differs only in between. {NameOf(evidence.Problem, 0)} lies on a grid of spacing "
                    + $"{Short(grid.Spacing)}, where a period shorter than {Short(2 * grid.Spacing)} looks like a "
                    + "longer one."
                    + OneOf($"start {name} close to what you expect", "add points in between"),
                    [name],
                    ("estimate", evidence.Reached[k]),
                    ("alias", lower),
                    ("spacing", grid.Spacing));
            }
        }
    }

    private static Diagnosis Few(string what, string thing, int values, int parameters) => Diagnose(
        DiagnosisKind.TooFewPlaces,
        $"{what} {Count(values, thing)}, too few to determine {Count(parameters, "parameter")}."
        + OneOf("add points at other places", "use a model with fewer parameters"),
        [],
        ("values", values),
        ("parameters", parameters));

    private static string NameOf(FitProblem problem, int c)
    {
        Predictors all = problem.Predictors;
        return all.Names[Array.IndexOf(all.Columns, problem.Columns[c])];
    }

    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);

    /// <summary>The rank of the Jacobian at the end if one predictor took other values everywhere.</summary>
    private static int RankWithSpread(Evidence evidence, int c)
    {
        FitProblem problem = evidence.Problem;
        Predictors all = problem.Predictors;
        double[] column = problem.Columns[c];
        (double least, double most) = (column.Min(), column.Max());
        double range = most > least ? most - least : Math.Max(Math.Abs(least), 1);
        double[] spread = [.. column.Select((_, i) => least + (range * GoldenSequence.Term(i)))];
        Predictors others = all.With(Array.IndexOf(all.Columns, column), spread);
        FitProblem elsewhere = problem.With(others, problem.AllOf(evidence.Reached), evidence.Options);
        return Linearization.At(elsewhere, evidence.Reached)?.Rank ?? 0;
    }
}
