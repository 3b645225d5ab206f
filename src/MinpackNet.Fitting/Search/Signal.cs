namespace MinpackNet.Fitting;

/// <summary>Whether a fit explains the data better than something simpler does.</summary>
internal static class Signal
{
    private const double MostChance = 1e-6;
    private const double LeastShare = 0.5;

    // A term that changes its sign as often is a wave.
    private const int LeastTurns = 3;

    // Sums of smaller squares have lost digits to underflow.
    private const double LeastSquare = 1e-280;

    /// <summary>The objection to all sums of squares of a problem; null for none.</summary>
    public static string? RangeObjection(FitProblem problem)
    {
        double largest = problem.Weighted(problem.Observations).Max(Math.Abs);
        string? happens = double.IsInfinity(problem.PointCount * largest * largest) ? "overflow"
            : largest > 0 && largest * largest < LeastSquare ? "underflow"
            : null;
        return happens is null ? null
            : $"the squares of the observations {happens}, so their sums cannot be compared: express the observations "
                + "in a unit that brings them closer to 1";
    }

    /// <summary>
    /// The objection to a sum of squares; null when the model explains the data: an F test against a simpler model has
    /// p below 1e-6, or the adjusted share of its sum of squares that the model explains is above one half. The simpler
    /// models are the constant and, for a model with more parameters than it, the straight line (a plane with several
    /// predictors).
    /// </summary>
    public static string? Objection(FitProblem problem, double sumOfSquares)
    {
        int n = problem.Free.Length;
        (double constant, double line, int lineRank) = SimplerSums(problem);
        if (!(constant > 0))
        {
            return "the observations do not vary, so they cannot tell one minimum from another";
        }

        if (!Explains(problem.PointCount, n, 1, constant, sumOfSquares))
        {
            return Worded("a constant", "R²", problem.PointCount, n, constant, sumOfSquares);
        }

        return n > lineRank && lineRank > 1 && !Explains(problem.PointCount, n, lineRank, line, sumOfSquares)
            ? Worded("a straight line", "R² against it", problem.PointCount, n, line, sumOfSquares)
            : null;
    }

    /// <summary>
    /// The objection to a wave in a model that explains too little of what the rest of the model leaves, by the same
    /// test: it has a minimum at most frequencies, among which searches agree by accident. The rest is fitted anew but
    /// for what is not linear in it, which is linearized.
    /// </summary>
    public static string? ObjectionToWave(FitProblem problem, LinearPart linear, double[] point, double sumOfSquares)
    {
        if (problem.Model.Oscillates == false || problem.Columns is not [var x])
        {
            return null;
        }

        // Without amplitudes it may be beyond their bounds.
        problem = problem.WithoutBounds();
        double[] values = problem.ValuesAt(point);
        foreach (int k in linear.Others)
        {
            int[] amplitudes = [.. linear.Parameters.Where(j => DependsOn(problem, point, j, k))];
            double[] rest = [.. point];
            Array.ForEach(amplitudes, j => rest[j] = 0);
            if (CountTurns(x, problem.ValuesAt(rest), values) < LeastTurns)
            {
                continue;
            }

            double[] jacobian = new double[checked(problem.RowCount * rest.Length)];
            double[] rows = problem.RowsAt(rest, problem.ResidualsAt(rest), jacobian).ToArray();
            ColumnSpan simpler = new();
            foreach ((double[] column, int j) in jacobian.Chunk(rows.Length).Select((column, j) => (column, j)))
            {
                if (!amplitudes.Contains(j))
                {
                    simpler.Add(column);
                }
            }

            double left = simpler.Outside(rows).Sum(r => r * r);
            if (!Explains(problem.PointCount, point.Length, simpler.Rank, left, sumOfSquares))
            {
                string names = string.Join(" and ", amplitudes.Select(problem.NameOfFree));
                return Worded(
                    $"itself without {names}", "R² against it", problem.PointCount, point.Length, left, sumOfSquares);
            }
        }

        return null;
    }

    /// <summary>Whether what a linear parameter does depends on another parameter.</summary>
    private static bool DependsOn(FitProblem problem, double[] point, int j, int k)
    {
        const double Change = 1e-3;
        double[] moved = [.. point];
        moved[k] += Change * Math.Max(Math.Abs(moved[k]), Change);
        double[] effect = Effect(point);
        return Norms.OfDifference(effect, Effect(moved)) > Precision.MachineEpsilon / Change * Norms.Of(effect);

        double[] Effect(double[] at)
        {
            double[][] ends = [.. new[] { 0.0, 1 }.Select(value =>
            {
                double[] end = [.. at];
                end[j] = value;
                return problem.ValuesAt(end);
            })];
            return [.. ends[1].Zip(ends[0], (one, zero) => one - zero)];
        }
    }

    /// <summary>How often the difference of two curves changes its sign.</summary>
    private static int CountTurns(double[] x, double[] one, double[] other)
    {
        double[] difference = [.. other.Zip(one, (a, b) => a - b)];
        Array.Sort([.. x], difference);
        int[] signs = [.. difference.Select(Math.Sign).Where(sign => sign != 0)];
        return signs.Skip(1).Zip(signs).Count(pair => pair.First != pair.Second);
    }

    private static string Worded(
        string simpler, string name, int points, int parameters, double sum, double left) =>
        $"the model explains too little beyond {simpler} to tell one minimum from another ({name} = "
        + $"{NumberText.Short(1 - (left / sum))}, {points} points, {parameters} parameters)";

    private static bool Explains(int points, int parameters, int simplerParameters, double simpler, double sum)
    {
        int more = Math.Max(parameters - simplerParameters, 1);
        int left = points - parameters;
        if (left == 0 || !(sum < simpler))
        {
            return false;
        }

        double adjusted = 1 - (sum / left / (simpler / (points - simplerParameters)));
        double ratio = (simpler - sum) / more / (sum / left);
        return adjusted > LeastShare || Tail.OfF(ratio, more, left) < MostChance;
    }

    /// <summary>What the best constant and the best line leave, and the number of the line's parameters.</summary>
    private static (double Constant, double Line, int LineRank) SimplerSums(FitProblem problem)
    {
        ColumnSpan simpler = new();
        double[] observations = problem.Weighted(problem.Observations);
        double[] ones = new double[observations.Length];
        Array.Fill(ones, 1);
        simpler.Add(problem.Weighted(ones));
        double constant = Left();
        foreach (double[] column in problem.Columns)
        {
            simpler.Add(problem.Weighted(column));
        }

        // What rounding leaves of equal observations is not variation.
        return (constant > OptimumTest.Floor(problem) ? constant : 0, Left(), simpler.Rank);

        double Left() => simpler.Outside(observations).Sum(r => r * r);
    }
}
