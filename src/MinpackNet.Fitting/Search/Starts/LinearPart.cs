namespace MinpackNet.Fitting;

/// <summary>
/// The parameters in which a model is linear together, as amplitudes and offsets are: of a sample, only the others
/// matter, for these follow from a linear fit (Golub and Pereyra 1973, variable projection).
/// </summary>
internal sealed class LinearPart
{
    // What shows that a parameter acts, in the size of the values.
    private const double Visible = 1e-6;
    private const int Pairs = 8;
    private const int LeastCompared = 3;

    // Each adds an evaluation to a sample, and every parameter some to the test.
    private const int MostLinear = 8;

    // What all derivatives by steps cost.
    private const int EvaluationsOfDerivatives = 2;
    private const int MostParameters = 24;

    private readonly FitProblem _problem;
    private readonly int[] _linear;

    /// <summary>Reads which parameters are linear from the steps of a model, or tests it at pairs of points.</summary>
    /// <param name="problem">The fit.</param>
    /// <param name="points">Where: any number of points, the same for the same number.</param>
    public LinearPart(FitProblem problem, Func<int, double[]> points)
    {
        _problem = problem;
        _linear = problem.Program is { } program
            ? [.. program.Linearity.LargestSet(problem.Free).Select(j => Array.IndexOf(problem.Free, j))]
            : Tested(points);
        Others = [.. Enumerable.Range(0, problem.Free.Length).Except(_linear)];
    }

    private int[] Tested(Func<int, double[]> points)
    {
        List<int> linear = [];
        // Within bounds, zero and one may not be allowed, nor what a linear fit finds.
        bool isTested = _problem.SolverBounds is null && _problem.Free.Length <= MostParameters;
        int count = isTested ? _problem.Free.Length : 0;
        for (int j = 0; j < count && linear.Count < MostLinear; j++)
        {
            if (IsLinear([.. linear, j], j, points))
            {
                linear.Add(j);
            }
        }

        return [.. linear];
    }

    /// <summary>The parameters that are linear, among those that are not fixed.</summary>
    public int[] Parameters => _linear;

    /// <summary>The parameters that are not linear.</summary>
    public int[] Others { get; }

    /// <summary>How often the model is evaluated for a sample.</summary>
    public int EvaluationsPerSample => _linear.Length == 0 ? 1
        : _problem.Program is not null ? 2 + EvaluationsOfDerivatives
        : 2 + _linear.Length;

    /// <summary>
    /// The point with the linear parameters that fit best; itself where those are not finite. One that would end beyond
    /// its bound is held there, and the others follow from a fit without it.
    /// </summary>
    public double[] Adjusted(double[] point)
    {
        double[] adjusted = _problem.Within(point);
        int[] open = _linear;
        while (open.Length > 0)
        {
            double[] best = BestOf(open, adjusted);
            if (!best.All(double.IsFinite))
            {
                return point;
            }

            adjusted = _problem.Within(best);
            int[] held = [.. open.Where(j => adjusted[j] != best[j])];
            open = held.Length == 0 ? [] : [.. open.Except(held)];
        }

        return adjusted;
    }

    /// <summary>The point with those of the linear parameters that fit best, also beyond bounds.</summary>
    private double[] BestOf(int[] open, double[] point)
    {
        double[] zero = [.. point];
        Array.ForEach(open, j => zero[j] = 0);
        double[] origin = _problem.Within(zero);
        double[] values = _problem.ValuesAt(origin);
        double[][] columns = _problem.Program is not null
            ? _problem.DerivativesBy(origin, open)
            : [.. open.Select(j => Column(origin, j, values))];
        double[] coefficients = LeastSquaresOf(columns, _problem.ResidualsFrom(values));
        double[] best = [.. point];
        for (int k = 0; k < open.Length; k++)
        {
            best[open[k]] = origin[open[k]] - coefficients[k];
        }

        return best;
    }

    /// <summary>What one unit of a parameter does to the model; of residuals it could be lost in rounding.</summary>
    private double[] Column(double[] origin, int j, double[] at)
    {
        double[] unit = [.. origin];
        unit[j] = 1;
        return _problem.Weighted([.. _problem.ValuesAt(unit).Zip(at, (there, here) => there - here)]);
    }

    /// <summary>
    /// The coefficients of the combination of columns that is closest to a vector, by Gram-Schmidt; zero for a column
    /// that depends on those before it.
    /// </summary>
    private static double[] LeastSquaresOf(double[][] columns, double[] vector)
    {
        int n = columns.Length;
        double[][] directions = new double[n][];
        double[,] triangle = new double[n, n];
        double[] products = new double[n];
        double[] left = [.. vector];
        for (int k = 0; k < n; k++)
        {
            double[] direction = [.. columns[k]];
            double size = Norms.Of(direction);
            for (int j = 0; j < k; j++)
            {
                triangle[j, k] = Remove(direction, directions[j]);
            }

            double norm = Norms.Of(direction);
            triangle[k, k] = norm > Visible * size ? norm : double.PositiveInfinity;
            directions[k] = Array.ConvertAll(direction, value => value / triangle[k, k]);
            products[k] = Remove(left, directions[k]);
        }

        double[] coefficients = new double[n];
        for (int k = n - 1; k >= 0; k--)
        {
            double rest = products[k];
            for (int j = k + 1; j < n; j++)
            {
                rest -= triangle[k, j] * coefficients[j];
            }

            coefficients[k] = rest / triangle[k, k];
        }

        return coefficients;
    }

    /// <summary>Takes a direction out of a vector, and returns how much of it there was.</summary>
    private static double Remove(double[] vector, double[] direction)
    {
        double product = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            product += vector[i] * direction[i];
        }

        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] -= product * direction[i];
        }

        return product;
    }

    /// <summary>Whether the values halfway between points that differ only in some parameters are the mean.</summary>
    private bool IsLinear(int[] among, int added, Func<int, double[]> points)
    {
        int compared = 0;
        for (int k = 0; k < Pairs; k++)
        {
            double[] point = points(2 * k);
            double[] other = points((2 * k) + 1);
            double[] there = [.. point];
            Array.ForEach(among, j => there[j] = other[j]);
            double[] alone = [.. point];
            alone[added] = other[added];
            double[] here = _problem.ValuesAt(point);
            (double bend, double size) = Linearity.Bend(_problem, point, here, there);
            if (bend > Linearity.Rounding * size)
            {
                return false;
            }

            bool acts = Norms.OfDifference(here, _problem.ValuesAt(alone)) > Visible * Norms.Of(here);
            compared += double.IsFinite(bend) && acts ? 1 : 0;
        }

        return compared >= LeastCompared;
    }
}
