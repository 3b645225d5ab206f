using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>A comparison in words.</summary>
internal static class ComparisonText
{
    // Burnham and Anderson 2002, section 2.6: up to the first a model has substantial support, up to the second
    // considerably less, and beyond the third essentially none.
    private const double Supported = 2;
    private const double LessSupported = 7;
    private const double Unsupported = 10;

    // The usual level of a test.
    private const double Level = 0.05;

    public static string Report(ModelComparison comparison)
    {
        FitResult first = comparison.Models[0].Fit;
        bool isTested = comparison.Models.Any(model => model.AgainstSimplest is not null);
        FitReport report = new(digits: null);
        List<string[]> rows =
        [
            [
                "model", "parameters", first.SumName, "AICc", "ΔAICc", "weight",
                "BIC", .. isTested ? ["test", "p"] : (string[])[],
            ],
        ];
        foreach (ComparedModel model in comparison.Models)
        {
            FitResult fit = model.Fit;
            rows.Add(
            [
                Printable.Of(model.Name),
                $"{fit.FittedCount}",
                Plain(fit.ChiSquared),
                .. fit.Succeeded
                    ? [Plain(fit.Aicc), Brief(model.Difference), Brief(model.Weight), Plain(fit.Bic)]
                    : (string[])["-", "-", "-", "-"],
                .. model.AgainstSimplest is { } test
                    ? [$"{test.StatisticText} = {Short(test.Statistic)}", Short(test.PValue)]
                    : (string[])[],
            ]);
        }

        report.Section(rows);
        report.Line(first.HasAbsoluteSigma
            ? "the scatter of the observations is given, so that AICc is AIC"
            : "the criteria count the variance as one more parameter");
        report.Line("");
        foreach (ComparedModel model in comparison.Models.Where(model => !model.Fit.Succeeded))
        {
            report.Paragraph($"{model.Name} takes no part, because its fit did not succeed: {model.Fit.Message}");
        }

        report.Paragraph(comparison.Conclusion);
        return report.ToString().TrimStart();

        static string Brief(double value) => double.IsNaN(value) ? "-" : Short(value);
    }

    public static string Conclusion(ModelComparison comparison)
    {
        ComparedModel[] others =
        [
            .. comparison.Models.Where(model => model != comparison.Best && !double.IsNaN(model.Difference))
                .OrderBy(model => model.Difference),
        ];
        return comparison.Best is { } best
            ? string.Join(' ', comparison.Models
                .Where(model => model.AgainstSimplest is not null)
                .Select(model => Tested(model, comparison.Simplest!))
                .Concat(NotTested(comparison))
                .Prepend(others.Length == 0 ? $"Only {best.Name} takes part." : Ranked(best, others)))
            : comparison.Models.Any(model => model.Fit.Succeeded)
                ? "There are too few points for AICc, which needs at least two more than parameters."
                : "None of the fits succeeded, so there is nothing to compare.";
    }

    private static string Ranked(ComparedModel best, ComparedModel[] others)
    {
        string[] supported = [.. others.Where(model => model.Difference <= Supported).Select(model => model.Name)];
        ComparedModel[] less = [.. others.Where(model => model.Difference <= LessSupported)];
        double next = others[0].Difference;
        return supported.Length > 0
            ? $"The data do not tell {Join([best.Name, .. supported])} apart: their AICc differ by "
                + $"{Short(others[supported.Length - 1].Difference)}, and differences up to 2 mean little."
            : less.Length > 0
                ? $"{best.Name} describes the data best. {Join([.. less.Select(model => model.Name)])}, with an AICc "
                    + (less.Length > 1
                        ? $"higher by {Short(next)} to {Short(less[^1].Difference)}, have less support, but are"
                        : $"higher by {Short(next)}, has less support, but is")
                    + " not ruled out."
                : $"{best.Name} describes the data best: with an AICc higher by "
                    + (others.Length > 1 ? $"{Short(next)} or more, the others have" : $"{Short(next)}, the other has")
                    + (next <= Unsupported ? " hardly any support." : " practically no support.");
    }

    private static string Tested(ComparedModel model, ComparedModel simplest)
    {
        string[] lacking = [.. NamesOf(simplest.Fit).Except(NamesOf(model.Fit))];
        return $"{model.Name} improves on the simplest model "
            + (model.AgainstSimplest!.PValue < Level ? "by more than chance" : "no more than chance may")
            + $" ({model.AgainstSimplest})."
            + (lacking.Length == 0
                ? ""
                : $" That holds only if it contains {simplest.Name}, although it has no "
                    + $"{string.Join(" and no ", lacking)}.");
    }

    /// <summary>Why models of a nested comparison have no test.</summary>
    private static string[] NotTested(ModelComparison comparison)
    {
        // A fit without degrees of freedom meets the observations, and is not compared.
        string[] alike = comparison.Simplest is not { } simplest ? [] :
        [
            .. comparison.Models
                .Where(model => !ReferenceEquals(model, simplest) && model.Fit.Succeeded)
                .Where(model => model.Fit.FittedCount == simplest.Fit.FittedCount)
                .Select(model => model.Name),
        ];
        return alike.Length == 0
            ? []
            : [
                $"{Join(alike)} {(alike.Length == 1 ? "has" : "have")} as many fitted parameters as "
                    + $"{comparison.Simplest!.Name}, so that neither contains the other, and there is no test.",
            ];
    }

    private static IEnumerable<string> NamesOf(FitResult fit) =>
        fit.Parameters.Select(parameter => parameter.Name).Concat(fit.TiedParameters().Select(tied => tied.Name));
}
