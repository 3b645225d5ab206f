namespace MinpackNet;

/// <summary>
/// Minimizes ‖A x - b‖² + λ²‖x‖² by products with A and its transpose: LSMR (Fong, Saunders, SIAM J. Sci. Comput. 33
/// (2011) 2950-2971). The norm of the residual's gradient falls from iteration to iteration.
/// </summary>
/// <remarks>The names of scalars are those of the paper, section 2.8, with a bar, a hat or a tilde in words.</remarks>
internal sealed class Lsmr(int rowCount, int columnCount)
{
    private readonly double[] _u = new double[rowCount];
    private readonly double[] _v = new double[columnCount];
    private readonly double[] _h = new double[columnCount];
    private readonly double[] _hBar = new double[columnCount];
    private readonly double[] _rowProduct = new double[rowCount];
    private readonly double[] _columnProduct = new double[columnCount];

    /// <summary>How many iterations the last solve took.</summary>
    public int Iterations { get; private set; }

    /// <summary>What the last solve knew of the solution.</summary>
    public LsmrEstimates Estimates { get; private set; }

    /// <summary>Solves from x = 0.</summary>
    /// <param name="a">A, with at most as many rows and columns as were reserved.</param>
    /// <param name="b">A value for each row.</param>
    /// <param name="settings">When to stop.</param>
    /// <param name="x">Receives a value for each column.</param>
    /// <param name="cancellation">Ends the iteration.</param>
    public LsmrEnd Solve(
        LinearMap a, ReadOnlySpan<double> b, LsmrSettings settings, Span<double> x, CancellationToken cancellation)
    {
        Span<double> u = _u.AsSpan(0, a.RowCount);
        Span<double> v = _v.AsSpan(0, a.ColumnCount);
        Span<double> h = _h.AsSpan(0, a.ColumnCount);
        Span<double> hBar = _hBar.AsSpan(0, a.ColumnCount);
        x.Clear();
        (double alpha, double beta) = Begin(a, b);
        LsmrEstimates estimates = new(alpha, beta);
        Estimates = estimates;
        if (alpha * beta == 0)
        {
            return LsmrEnd.ZeroSolution;
        }

        double alphaBar = alpha;
        double zetaBar = alpha * beta;
        double rho = 1;
        Rotation bar = new(1, 0, 1);
        while (true)
        {
            Iterations++;
            beta = NextLeft(a, v, u, alpha);
            alpha = beta > 0 ? NextRight(a, u, v, beta) : alpha;

            Rotation hat = Rotation.Of(alphaBar, settings.Damping);
            double rhoOld = rho;
            Rotation rotation = Rotation.Of(hat.Length, beta);
            rho = rotation.Length;
            double theta = rotation.Sine * alpha;
            alphaBar = rotation.Cosine * alpha;

            double rhoBarOld = bar.Length;
            double thetaBar = bar.Sine * rho;
            double corner = bar.Cosine * rho;
            bar = Rotation.Of(corner, theta);
            double zeta = bar.Cosine * zetaBar;
            zetaBar *= -bar.Sine;

            Vectors.Combine(hBar, -(thetaBar * rho / (rhoOld * rhoBarOld)), h);
            Vectors.Add(x, zeta / (rho * bar.Length), hBar);
            Vectors.Combine(h, -(theta / rho), v);
            estimates.Update(hat, rotation, bar, (alpha, beta), thetaBar, (rhoBarOld, corner), (zeta, zetaBar));
            estimates.SolutionNorm = Vectors.Norm(x);
            Estimates = estimates;
            LsmrEnd? end = End(estimates, settings, a);
            if (end is not null || cancellation.IsCancellationRequested)
            {
                return end ?? LsmrEnd.Canceled;
            }
        }
    }

    /// <summary>The first vectors of the bidiagonalization, and their lengths α and β.</summary>
    private (double Alpha, double Beta) Begin(LinearMap a, ReadOnlySpan<double> b)
    {
        Span<double> u = _u.AsSpan(0, a.RowCount);
        Span<double> v = _v.AsSpan(0, a.ColumnCount);
        Iterations = 0;
        b.CopyTo(u);
        double beta = Normalize(u);
        v.Clear();
        double alpha = beta > 0 ? NextRight(a, u, v, 0) : 0;
        v.CopyTo(_h);
        _hBar.AsSpan(0, v.Length).Clear();
        return (alpha, beta);
    }

    /// <summary>The tests of the paper's section 3.2; where several are met, the most decisive one counts.</summary>
    private LsmrEnd? End(in LsmrEstimates estimates, LsmrSettings settings, LinearMap a)
    {
        int limit = settings.MaxIterations ?? Math.Min(a.RowCount, a.ColumnCount);
        double relativeSize = estimates.MatrixNorm * estimates.SolutionNorm / estimates.RightSideNorm;
        double residual = estimates.ResidualNorm / estimates.RightSideNorm;
        double size = estimates.MatrixNorm * estimates.ResidualNorm;
        double gradient = size == 0 ? double.PositiveInfinity : estimates.GradientNorm / size;
        double condition = 1 / estimates.Condition;
        double conditionLimit = settings.ConditionLimit > 0 ? 1 / settings.ConditionLimit : 0;
        double tolerance = settings.RightSideTolerance + (settings.MatrixTolerance * relativeSize);
        return residual <= tolerance ? LsmrEnd.ApproximateSolution
            : gradient <= settings.MatrixTolerance ? LsmrEnd.LeastSquaresSolution
            : condition <= conditionLimit ? LsmrEnd.IllConditioned
            : 1 + (residual / (1 + relativeSize)) <= 1 ? LsmrEnd.SolutionToPrecision
            : 1 + gradient <= 1 ? LsmrEnd.LeastSquaresToPrecision
            : 1 + condition <= 1 ? LsmrEnd.IllConditionedToPrecision
            : Iterations >= limit ? LsmrEnd.TooManyIterations
            : null;
    }

    /// <summary>The next left vector of the bidiagonalization, A v - α u, and its length β.</summary>
    private double NextLeft(LinearMap a, ReadOnlySpan<double> v, Span<double> u, double alpha)
    {
        Span<double> product = _rowProduct.AsSpan(0, u.Length);
        a.Multiply(v, product);
        Vectors.Combine(u, -alpha, product);
        return Normalize(u);
    }

    /// <summary>The next right vector, Aᵀ u - β v, and its length α.</summary>
    private double NextRight(LinearMap a, ReadOnlySpan<double> u, Span<double> v, double beta)
    {
        Span<double> product = _columnProduct.AsSpan(0, v.Length);
        a.MultiplyTransposed(u, product);
        Vectors.Combine(v, -beta, product);
        return Normalize(v);
    }

    private static double Normalize(Span<double> vector)
    {
        double norm = Vectors.Norm(vector);
        if (norm > 0)
        {
            Vectors.Multiply(vector, 1 / norm);
        }

        return norm;
    }
}
