using System.Buffers;

namespace MinpackNet.Fitting;

/// <summary>
/// The model linearized at a point: residuals, Jacobian, and the singular values of the Jacobian with its columns
/// scaled to length one, which do not depend on the units of the parameters.
/// </summary>
internal sealed class Linearization
{
    // A singular value below this share of the largest is rounding, of exact derivatives or of central differences; the
    // error of those is the square of their relative step, 4e-11 at best.
    private const double ExactTolerance = 1e-13;
    private const double DifferenceFactor = 30;

    // The data determine a parameter whose share in the directions without effect is at most this.
    private const double Share = 1e-4;

    // A change of the model below this share of its size is rounding, with exact derivatives or with differences.
    private const double ExactFloor = 1e-13;
    private const double DifferenceFloor = 1e-10;

    // Residuals below this share of the observations' variation do not matter, nor do those below this share of the
    // model's size, which are the last three digits of its values.
    private const double NegligibleShare = 1e-6;
    private const double Rounding = 1000 * Precision.MachineEpsilon;

    // Below this share of the largest singular value, a direction is so uncertain that what lies along it may be noise.
    private const double ExactDirection = 1e-10;
    private const double DifferenceDirection = 1e-5;

    // A scale next to which the solver's steps are not short, and the cosine at which a solve should have ended.
    private const double SmallScale = 0.01;
    private const double BlurredCosine = 1e-4;

    private readonly bool[] _flat;
    private readonly Lazy<double> _reachableShare;
    private readonly double[] _products;
    private readonly ScaledJacobian _scaled;
    private readonly Lazy<double[,]> _unscaledCovariance;

    /// <param name="problem">The fit.</param>
    /// <param name="free">Where.</param>
    /// <param name="residuals">The whitened residuals.</param>
    /// <param name="modelSize">The norm of the model's values, whitened.</param>
    /// <param name="norms">The lengths of the Jacobian's columns.</param>
    /// <param name="flat">Which columns are nothing but rounding.</param>
    /// <param name="products">The products of the residuals with the columns scaled to length one.</param>
    /// <param name="scaled">These columns.</param>
    private Linearization(
        FitProblem problem,
        double[] free,
        RealVector residuals,
        double modelSize,
        double[] norms,
        bool[] flat,
        double[] products,
        ScaledJacobian scaled)
    {
        (_flat, _products, _scaled) = (flat, products, scaled);
        ModelSize = modelSize;
        Residuals = residuals;
        Scales = problem.HasDerivatives ? null : [.. problem.Steps.Scales];
        ColumnNorms = norms;
        SumOfSquares = Norms.SumOfSquares(residuals);
        double norm = Math.Sqrt(SumOfSquares);
        double variation = Math.Sqrt(problem.TotalSumOfSquares);
        HasResiduals = norm > Math.Max(NegligibleShare * variation, Rounding * ModelSize);
        Cosines = Array.ConvertAll(products, product => norm == 0 ? 0 : Math.Abs(product) / norm);
        _unscaledCovariance = new(InvertNormalMatrix);
        IsBlurred = HasResiduals
            && Cosines.Max() > BlurredCosine
            && Enumerable.Range(0, norms.Length).Any(k => Scales?[problem.Free[k]] < SmallScale * Math.Abs(free[k]));
        double direction = problem.HasDerivatives ? ExactDirection : DifferenceDirection;
        _reachableShare = new(() => HasResiduals
            ? Math.Min(_scaled.SquaredProjection(_products, direction) / SumOfSquares, 1)
            : 0);
    }

    /// <summary>The whitened residuals.</summary>
    public RealVector Residuals { get; }

    public double SumOfSquares { get; }

    /// <summary>The norm of the model's values, whitened.</summary>
    public double ModelSize { get; }

    /// <summary>
    /// The scales of all parameters over which differences were taken; null with the model's own derivatives.
    /// </summary>
    public double[]? Scales { get; }

    /// <summary>The lengths of the Jacobian's columns.</summary>
    public double[] ColumnNorms { get; }

    /// <summary>The cosines of the angles between the residuals and the columns; zero at a minimum.</summary>
    public double[] Cosines { get; }

    /// <summary>
    /// The Jacobian with columns scaled to length one, one after the other; those of several data sets together may
    /// have fewer rows than there are points. Of few points only.
    /// </summary>
    public double[] ScaledColumns => _scaled.Columns.ToArray();

    /// <summary>The singular values, largest first.</summary>
    public double[] SingularValues => _scaled.SingularValues;

    /// <summary>Row k is the direction of singular value k, in parameters scaled by the column norms.</summary>
    public double[,] Directions => _scaled.Directions;

    /// <summary>The number of directions in which the model changes.</summary>
    public int Rank => _scaled.Rank;

    /// <summary>
    /// Whether the residuals matter. Where the model meets the data to many digits of their variation, or to all but
    /// the last digits of their values, even the remainder of the last step lies along the Jacobian's columns.
    /// </summary>
    public bool HasResiduals { get; }

    /// <summary>
    /// The share of the sum of squares along the directions of all parameters together, from 0 to 1: zero at a minimum,
    /// and zero where the residuals do not matter. Columns that are nearly parallel have small cosines and yet reach
    /// much.
    /// </summary>
    public double ReachableShare => _reachableShare.Value;

    /// <summary>
    /// Whether a gradient is left. At the default tolerances the cosines end below 1e-4, the square root of ftol, and
    /// the reachable share below ftol.
    /// </summary>
    public bool HasGradient => HasResiduals && (Cosines.Max() > 0.01 || ReachableShare > 0.01);

    /// <summary>
    /// Whether the solver's own differences, over steps that are shares of the parameters, missed the minimum: the
    /// model bends over a small share of a parameter, as over some days of a day number, and a gradient is left.
    /// </summary>
    public bool IsBlurred { get; }

    public int ParameterCount => ColumnNorms.Length;

    public bool HasFullRank => Rank == ParameterCount;

    /// <summary>Linearizes at a point; null when the values or derivatives are not finite there.</summary>
    public static Linearization? At(FitProblem problem, double[] free) =>
        At(problem, free, RealVector.Create(problem.ResidualsAt(free)));

    /// <summary>Linearizes at a point with known residuals.</summary>
    public static Linearization? At(FitProblem problem, double[] free, RealVector residuals)
    {
        if (!Finite.AreAll(residuals))
        {
            return null;
        }

        int length = checked(problem.RowCount * free.Length);
        if (!ScaledJacobian.IsLarge(length))
        {
            return At(problem, free, residuals, new double[length]);
        }

        if (BySums(problem, free, residuals) is { } known)
        {
            return known;
        }

        // New memory is slow where it is touched first, and this much of it takes longer than a step of the fit.
        double[] memory = ArrayPool<double>.Shared.Rent(length);
        Linearization? there = At(problem, free, residuals, memory.AsMemory(0, length));
        ArrayPool<double>.Shared.Return(memory);
        return there;
    }

    /// <summary>
    /// Whether a parameter has no effect: changing it by its own size, by that of its start, or by one changes the
    /// model by no more than rounding.
    /// </summary>
    public static bool IsFlat(FitProblem problem, int k, double norm, double value, double modelSize)
    {
        double floor = problem.HasDerivatives ? ExactFloor : DifferenceFloor;
        double start = problem.Start[problem.Free[k]];
        return norm == 0 || norm * Math.Max(Math.Max(Math.Abs(value), Math.Abs(start)), 1) <= floor * modelSize;
    }

    /// <summary>Whether parameter k has no effect here.</summary>
    public bool IsFlat(int k) => _flat[k];

    /// <summary>The step to where the linearized model fits best; requires full rank.</summary>
    public double[] GaussNewtonStep()
    {
        double[,] inverse = _scaled.Inverse;
        double[] step = new double[ParameterCount];
        for (int k = 0; k < step.Length; k++)
        {
            for (int j = 0; j < step.Length; j++)
            {
                step[k] -= inverse[k, j] * _products[j];
            }

            step[k] /= ColumnNorms[k];
        }

        return step;
    }

    /// <summary>Whether the data determine parameter k: it has no share in the directions without effect.</summary>
    public bool Determines(int k) => ShareWithoutEffect(k) <= Share;

    /// <summary>The share of parameter k in the directions without effect, from 0 to 1.</summary>
    public double ShareWithoutEffect(int k)
    {
        double sum = 0;
        for (int d = Rank; d < ParameterCount; d++)
        {
            sum += Directions[d, k] * Directions[d, k];
        }

        return Math.Sqrt(sum);
    }

    /// <summary>
    /// The inverse of JᵀJ, with infinite variances and NaN covariances for parameters that the data do not determine.
    /// </summary>
    public double[,] UnscaledCovariance => _unscaledCovariance.Value;

    /// <summary>
    /// The root of a variance in <see cref="UnscaledCovariance"/>, also where that is out of the range of numbers.
    /// </summary>
    public double UnscaledError(int k) =>
        Determines(k) ? Math.Sqrt(_scaled.Inverse[k, k]) / ColumnNorms[k] : double.PositiveInfinity;

    /// <summary>The correlation of two parameters; NaN where the data do not determine one.</summary>
    public double Correlation(int k, int l) => Determines(k) && Determines(l)
        ? _scaled.Inverse[k, l] / Math.Sqrt(_scaled.Inverse[k, k]) / Math.Sqrt(_scaled.Inverse[l, l])
        : double.NaN;

    /// <summary>gᵀ (JᵀJ)⁻¹ g; infinite when g has a share in the directions without effect.</summary>
    public double QuadraticForm(ReadOnlySpan<double> g)
    {
        double[] scaled = [.. g];
        for (int k = 0; k < scaled.Length; k++)
        {
            scaled[k] = _flat[k] ? scaled[k] : scaled[k] / ColumnNorms[k];
        }

        return _scaled.QuadraticForm(scaled, Share);
    }

    private static Linearization? At(FitProblem problem, double[] free, RealVector residuals, Memory<double> jacobian)
    {
        ReadOnlySpan<double> rows = problem.RowsAt(free, residuals, jacobian.Span);
        residuals = problem.Loss is null ? residuals : Reweighted(problem, residuals, jacobian.Span);
        rows = problem.Loss is null ? rows : residuals;
        double[] norms = Norms.OfColumns(jacobian.Span, rows.Length);
        if (!Array.TrueForAll(norms, double.IsFinite))
        {
            return null;
        }

        double modelSize = problem.ModelSize(residuals);
        bool[] flat = FlatColumns(problem, free, norms, modelSize);
        double[] products = new double[norms.Length];
        for (int k = 0; k < products.Length; k++)
        {
            Span<double> column = jacobian.Span.Slice(k * rows.Length, rows.Length);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = flat[k] ? 0 : column[i] / norms[k];
                products[k] += column[i] * rows[i];
            }
        }

        double tolerance =
            problem.HasDerivatives ? ExactTolerance : DifferenceFactor * problem.Steps.Share * problem.Steps.Share;
        ScaledJacobian scaled = new(jacobian, rows.Length, norms.Length, tolerance);
        return new(problem, free, residuals, modelSize, norms, flat, products, scaled);
    }

    /// <summary>The same by sums over the points; null where they do not tell enough.</summary>
    private static Linearization? BySums(FitProblem problem, double[] free, RealVector residuals)
    {
        if (NormalEquations.Of(problem, free, residuals) is not { ColumnNorms: var norms } sums)
        {
            return null;
        }

        double modelSize = problem.ModelSize(residuals);
        bool[] flat = FlatColumns(problem, free, norms, modelSize);
        double[] products = [.. sums.RightSide.Zip(norms, (product, norm) => product / norm)];
        if (flat.Contains(true)
            || ScaledJacobian.Of(norms.Length, (k, l) => sums.Matrix[k, l] / norms[k] / norms[l]) is not { } scaled)
        {
            return null;
        }

        problem.CountDerivatives();
        return new(problem, free, residuals, modelSize, norms, flat, products, scaled);
    }

    private static bool[] FlatColumns(FitProblem problem, double[] free, double[] norms, double modelSize) =>
        [.. norms.Select((norm, k) => IsFlat(problem, k, norm, free[k], modelSize))];

    /// <summary>
    /// Residuals and Jacobian of the least squares that a loss amounts to: each row times the root of the loss's slope,
    /// which has the gradient of the loss.
    /// </summary>
    private static RealVector Reweighted(FitProblem problem, RealVector residuals, Span<double> jacobian)
    {
        double[] roots = [.. residuals.Select(residual => Math.Sqrt(Math.Max(problem.LossOf(residual).Slope, 0)))];
        for (int i = 0; i < jacobian.Length; i++)
        {
            jacobian[i] *= roots[i % roots.Length];
        }

        return [.. residuals.Zip(roots, (residual, root) => residual * root)];
    }

    private double[,] InvertNormalMatrix()
    {
        int n = ParameterCount;
        double[,] scaled = _scaled.Inverse;
        bool[] determined = [.. Enumerable.Range(0, n).Select(Determines)];
        double[,] inverse = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                inverse[i, j] = inverse[j, i] =
                    determined[i] && determined[j] ? scaled[i, j] / ColumnNorms[i] / ColumnNorms[j]
                    : i == j ? double.PositiveInfinity : double.NaN;
            }
        }

        return inverse;
    }
}
