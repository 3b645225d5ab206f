namespace MinpackNet;

/// <summary>The step to where the linear model of the free parameters is best, from where a solve has ended.</summary>
/// <param name="Share">The share of the cost that it promises to remove, from 0 to 1.</param>
/// <param name="Length">Its length over that of the parameters, in units of their effects.</param>
/// <param name="Step">What it adds to each of the solve's parameters.</param>
/// <param name="IsRounding">Whether the residuals are the rounding of what the parameters add up to.</param>
internal readonly record struct RemainingStep(double Share, double Length, double[] Step, bool IsRounding)
{
    private const double Negligible = 1e-6;

    // The share of the cost whose fall a single step shows beyond doubt.
    private const double PromiseThatCounts = 1e-3;
    private const double LeastOfPromise = 0.25;

    // Parts of the step that are tried: where the model bends, a whole one may lead too far.
    private const int Trials = 6;
    private const double TrialFactor = 0.25;

    // Parameters that are tried alone, those that promise most first: each takes evaluations.
    private const int MostAlone = 8;

    // A root leaves nothing; what rounding leaves of large equations is more than of small ones.
    private const double Whole = 1 - 1e-6;

    // In units of the rounding of a sum.
    private const double RoundingOfModel = 2;

    /// <summary>Whether the end is a minimum.</summary>
    public bool IsNegligible => IsRounding || Share <= Negligible || Length <= Negligible;

    /// <summary>
    /// A point that lowers the cost by as much as counts; null if no part of the step, of a step against the gradient
    /// or of one parameter's own step leads to such a point. Against the gradient, steps stay short where columns are
    /// nearly dependent; alone, where the column of another parameter all but vanishes and its step leaves the model's
    /// linear range.
    /// </summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="evaluations">Is raised by the evaluations that this takes.</param>
    public double[]? LowerPoint(BoundedSolve solve, int[] columns, ref int evaluations)
    {
        foreach (double[] step in Steps(solve, columns))
        {
            if (LowerPoint(solve, step, ref evaluations) is { } lower)
            {
                return lower;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the cost does not fall where the gradient says so: the Jacobian is wrong, or it is that of a plateau or
    /// a kink.
    /// </summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="evaluations">Is raised by the evaluations that this takes.</param>
    public static bool IsContradicted(BoundedSolve solve, int[] columns, ref int evaluations)
    {
        BoundedProblem problem = solve.Problem;
        double[] step = Along(solve, StepAgainstGradient(solve, columns));
        double promised = -0.5 * Vectors.Dot(solve.Gradient, step);
        if (!(promised > PromiseThatCounts * solve.Cost))
        {
            return false;
        }

        // Forth and back, which tells the slope where the residuals bend.
        double part = Negligible * solve.Cost / promised;
        double[] forth = [.. solve.X];
        double[] back = [.. solve.X];
        double expected = 0;
        for (int j = 0; j < forth.Length; j++)
        {
            forth[j] = Math.Clamp(solve.X[j] + (part * step[j]), problem.Lower[j], problem.Upper[j]);
            back[j] = Math.Clamp(solve.X[j] - (part * step[j]), problem.Lower[j], problem.Upper[j]);
            expected += solve.Gradient[j] * (back[j] - forth[j]);
        }

        if (!NonFinite.AreFinite(forth) || !NonFinite.AreFinite(back) || !(expected > Negligible * solve.Cost))
        {
            return false;
        }

        evaluations += 2;
        double fall = problem.CostOf(problem.ResidualsAt(back)) - problem.CostOf(problem.ResidualsAt(forth));
        return !(fall > LeastOfPromise * expected);
    }

    private IEnumerable<double[]> Steps(BoundedSolve solve, int[] columns)
    {
        yield return Step;
        double[] downhill = StepAgainstGradient(solve, columns);
        yield return Along(solve, downhill);
        IEnumerable<int> alone = columns
            .Where(j => -0.5 * solve.Gradient[j] * downhill[j] > Negligible * solve.Cost)
            .OrderBy(j => solve.Gradient[j] * downhill[j])
            .Take(MostAlone);
        foreach (int j in alone)
        {
            double[] step = new double[downhill.Length];
            step[j] = downhill[j];
            yield return step;
        }
    }

    private static double[]? LowerPoint(BoundedSolve solve, double[] step, ref int evaluations)
    {
        BoundedProblem problem = solve.Problem;
        double[] point = new double[step.Length];
        double part = 1;
        for (int trial = 0; trial < Trials; trial++, part *= TrialFactor)
        {
            for (int j = 0; j < point.Length; j++)
            {
                point[j] = Math.Clamp(solve.X[j] + (part * step[j]), problem.Lower[j], problem.Upper[j]);
            }

            evaluations++;
            if (NonFinite.AreFinite(point)
                && problem.CostOf(problem.ResidualsAt(point)) < solve.Cost * (1 - Negligible))
            {
                return point;
            }
        }

        return null;
    }

    /// <summary>
    /// The step of each parameter to where the linear model is best for it alone, which together are the negative
    /// gradient in units of the parameters' effects; 0 for those that are at their bounds.
    /// </summary>
    private static double[] StepAgainstGradient(BoundedSolve solve, int[] columns)
    {
        BoundedProblem problem = solve.Problem;
        double[] step = new double[solve.X.Length];
        foreach (int j in columns)
        {
            double unit = solve.ColumnUnit(j);
            double downhill = -solve.Gradient[j] * unit * unit;
            bool isBlocked = solve.X[j] == (downhill < 0 ? problem.Lower[j] : problem.Upper[j]);
            step[j] = isBlocked ? 0 : downhill;
        }

        return step;
    }

    /// <summary>The multiple of a direction to where the linear model is best.</summary>
    private static double[] Along(BoundedSolve solve, double[] direction)
    {
        double[] step = [.. direction];
        double[] image = new double[solve.Residuals.Length];
        solve.Jacobian.Multiply(step, image);
        double square = Vectors.Dot(image, image);
        Vectors.Multiply(step, square == 0 ? 0 : -Vectors.Dot(solve.Gradient, step) / square);
        return step;
    }

    /// <summary>Whether all residuals vanish within such a step.</summary>
    public bool LeadsToRoot(double longest) => Share >= Whole && Length <= longest;

    /// <summary>The step for a dense Jacobian, and the inverse of its JᵀJ if it certainly has full rank.</summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="evaluations">Is raised by the evaluations that this takes.</param>
    public static (RemainingStep Step, double[,]? InverseOfGram) Exact(
        BoundedSolve solve, int[] columns, ref int evaluations)
    {
        int m = solve.Residuals.Length;
        double[] units = Array.ConvertAll(columns, solve.ColumnUnit);
        QrFactor factor = solve.Factor;
        factor.Reshape(m, columns.Length);
        for (int k = 0; k < columns.Length; k++)
        {
            factor.SetColumn(k, solve.Column(columns[k]), units[k]);
        }

        factor.SetRightSide(solve.Linearized);
        factor.Factorize(solve.Problem.FactorThreads);

        // The gradient has more digits than the rotated residuals where a loss makes these large.
        double[] gradient = [.. units];
        for (int k = 0; k < columns.Length; k++)
        {
            gradient[k] *= solve.Gradient[columns[k]];
        }

        double[] step = new double[columns.Length];
        double promised;
        double[,]? inverse;
        if (columns.Length <= m && factor.IsFullRank(Defaults.MachineEpsilon * m))
        {
            promised = factor.NormalStep(gradient, step);
            inverse = factor.InverseOfGram();
        }
        else
        {
            SingularValues svd = solve.SingularValues;
            svd.Decompose(factor);
            promised = svd.NormalStep(gradient, step);
            inverse = columns.Length <= m && svd.Smallest > svd.RankLimit ? svd.InverseOfGram() : null;
        }

        if (inverse is not null && DifferenceNoise.HidesRank(solve, columns, inverse, ref evaluations))
        {
            inverse = null;
        }

        for (int i = 0; i < columns.Length; i++)
        {
            step[i] *= units[i];
            for (int k = 0; k < columns.Length && inverse is not null; k++)
            {
                inverse[i, k] *= units[i] * units[k];
            }
        }

        return (Of(solve, columns, step, promised), inverse);
    }

    /// <summary>The step by LSMR, for a Jacobian that only multiplies.</summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="settings">When LSMR stops.</param>
    public static RemainingStep Of(BoundedSolve solve, int[] columns, LsmrSettings settings)
    {
        int n = solve.X.Length;
        double[] units = new double[n];
        foreach (int k in columns)
        {
            double norm = solve.Jacobian.ColumnNorm(k);
            units[k] = norm == 0 ? 0 : 1 / norm;
        }

        ScaledMap map = new(solve.Jacobian, units);
        double[] step = new double[n];
        new Lsmr(map.RowCount, n).Solve(map, solve.Linearized, settings, step, CancellationToken.None);
        Vectors.Multiply(units, step, step);
        Vectors.Multiply(step, -1);
        double promised = -0.5 * Vectors.Dot(solve.Gradient, step);
        return Of(solve, columns, [.. columns.Select(k => step[k])], promised);
    }

    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="step">The step of these.</param>
    /// <param name="promised">The reduction of the cost that the linear model promises.</param>
    private static RemainingStep Of(
        BoundedSolve solve, ReadOnlySpan<int> columns, ReadOnlySpan<double> step, double promised)
    {
        double length = 0;
        double size = 0;
        double[] whole = new double[solve.X.Length];
        for (int k = 0; k < columns.Length; k++)
        {
            whole[columns[k]] = step[k];
            double unit = solve.Jacobian.ColumnNorm(columns[k]);
            length += unit * step[k] * (unit * step[k]);
            size += unit * solve.X[columns[k]] * (unit * solve.X[columns[k]]);
        }

        double rounding = RoundingOfModel * Defaults.MachineEpsilon * Math.Sqrt(size);
        return new(
            solve.Cost > 0 ? promised / solve.Cost : 0,
            length == 0 ? 0 : Math.Sqrt(length / size),
            whole,
            Vectors.Norm(solve.Linearized) <= rounding);
    }
}
