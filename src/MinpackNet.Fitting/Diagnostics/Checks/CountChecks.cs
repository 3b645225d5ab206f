using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks of fits of counts.</summary>
internal static class CountChecks
{
    // Terms that cancel to so small a share of their size are about to change sign; those of a peak far in its tail do
    // not cancel.
    private const double NextToZero = 1e-6;

    /// <summary>An end where the model is about to become negative at a count of zero.</summary>
    public static IEnumerable<Diagnosis> EdgeOfCounts(Evidence evidence)
    {
        FitProblem problem = evidence.Problem;
        int m = problem.PointCount;
        if (!problem.HasCounts || !problem.Observations.Contains(0) || !Finite.AreAll(evidence.Values))
        {
            yield break;
        }

        double[] derivatives = new double[checked(m * evidence.Reached.Length)];
        problem.Model.DerivativesAt(
            problem.AllOf(evidence.Reached), [.. problem.Columns], problem.Free, problem.Steps, derivatives);
        for (int i = 0; i < m; i++)
        {
            double terms = 0;
            for (int k = 0; k < evidence.Reached.Length; k++)
            {
                terms += Math.Abs(derivatives[(k * m) + i] * evidence.Reached[k]);
            }

            if (problem.Observations[i] == 0 && evidence.Values[i] < NextToZero * terms)
            {
                yield return Diagnose(
                    DiagnosisKind.EdgeOfCounts,
                    $"The model is next to zero at {evidence.Options.HintNames.Point(i)} ("
                    + $"{Short(evidence.Values[i])}), where there is a count of zero, and would be negative beyond, "
                    + "which no expectation is: the fit cannot go on there, and its errors mean nothing."
                    + OneOf("use a model that is positive everywhere", "leave out points where it is not"),
                    [],
                    ("the model there", evidence.Values[i]));
                yield break;
            }
        }
    }
}
