using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>Fits without start values: how many end in the lowest minimum, and how many are certified.</summary>
internal static class Starts
{
    // What a sum of squares may be above the lowest known, and what rounding leaves of the observations' squares.
    private const double Share = 1e-6;
    private const double Floor = 1e-20;

    public static int Run()
    {
        int wrong = Run("textbook models, three noises", StartProblem.OfTextbooks())
            + Run("hard models", StartProblem.Hard())
            + Run("NIST's sets in other units", StartProblem.InOtherUnits())
            + Run("sines", StartProblem.OfSines());
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Prints the counts of a group, and what is not right or not certified.</summary>
    /// <returns>The number of certificates that do not hold.</returns>
    private static int Run(string name, IEnumerable<StartProblem> problems)
    {
        (int count, int right, int certified, int wrong) = (0, 0, 0, 0);
        long evaluations = 0;
        TimeSpan time = TimeSpan.Zero;
        foreach (StartProblem problem in problems)
        {
            Stopwatch watch = Stopwatch.StartNew();
            FitResult fit = CurveFit.Fit(problem.Model, problem.X, problem.Y);
            time += watch.Elapsed;
            evaluations += fit.Evaluations;
            double size = problem.Y.Sum(y => y * y);
            bool isRight = fit.ChiSquared <= (problem.LeastSum * (1 + Share)) + (Floor * size);
            count++;
            right += isRight ? 1 : 0;
            certified += fit.IsCertified ? 1 : 0;
            wrong += fit.IsCertified && !isRight ? 1 : 0;
            if (!isRight || !fit.IsCertified)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {problem.Name}: {(isRight ? "" : "not ")}right, {(fit.IsCertified ? "" : "not ")}certified, "
                    + $"sum {fit.ChiSquared:G8}, lowest known {problem.LeastSum:G8}"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {count} fits, {right} right, {certified} certified, {wrong} certified and wrong, "
            + $"{evaluations} evaluations, {time.TotalSeconds:F1} s"));
        return wrong;
    }
}
