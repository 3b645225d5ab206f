using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace MinpackNet.Fitting;

/// <summary>
/// Draws the data sets of a bootstrap. One generator makes all of them in order, before any is fitted, so that they do
/// not depend on threads.
/// </summary>
internal sealed class Resampling
{
    // A point that determines a parameter alone has no residual of its own, and says nothing about errors.
    private const double MostLeverage = 1 - 1e-9;

    private readonly BootstrapKind _kind;
    private readonly FitProblem _problem;
    private readonly double[] _start;
    private readonly double[] _fitted;
    private readonly double _deviation;
    private readonly double[] _errors;
    private readonly double[] _scores;
    private readonly Xoshiro256StarStar _random;

    /// <param name="kind">What to draw.</param>
    /// <param name="problem">The fit.</param>
    /// <param name="start">All parameters where it ended.</param>
    /// <param name="end">The model there.</param>
    /// <param name="influence">What observations do to the estimates there.</param>
    /// <param name="deviation">The standard deviation of an observation of unit weight.</param>
    /// <param name="seed">That of the generator.</param>
    public Resampling(
        BootstrapKind kind,
        FitProblem problem,
        double[] start,
        EndPoint end,
        Influence influence,
        double deviation,
        int seed)
    {
        (_kind, _problem, _start, _fitted, _deviation) = (kind, problem, start, end.Values, deviation);
        _random = new(seed, threadSafe: false);
        _errors = Pool(end.Residuals, influence.Leverages);
        _scores = [.. end.Residuals.Select(r => -r * (problem.Loss is null ? 1 : problem.LossOf(r).Slope))];
    }

    public int PointCount => _problem.PointCount;

    /// <summary>
    /// The skewness of what the errors do to a quantity, given what a change of each observation does.
    /// </summary>
    /// <remarks>
    /// Of points, the third and second moments of the products; of residuals, those of a sum of independent errors
    /// (Davison and Hinkley 1997, sections 5.3.2 and 6.3.2); zero of normal errors.
    /// </remarks>
    public double SkewnessOf(double[] effects)
    {
        if (_kind == BootstrapKind.Parametric)
        {
            return 0;
        }

        double[] products = [.. effects.Zip(_scores, (effect, score) => effect * score)];
        (double third, double second) = _kind == BootstrapKind.Case
            ? (products.Sum(Cube), Norms.SumOfSquares(products))
            : (effects.Sum(Cube) * _errors.Average(Cube), Norms.SumOfSquares(effects) * _errors.Average(e => e * e));
        return second > 0 ? third / (second * Math.Sqrt(second)) : 0;

        static double Cube(double value) => value * value * value;
    }

    /// <summary>The next data sets.</summary>
    public ManyFitsData Next(int count)
    {
        IReadOnlyList<double>? sigma = _problem.Options.Sigma;
        if (_kind != BootstrapKind.Case)
        {
            double[][] noisy = [.. Enumerable.Range(0, count).Select(_ => Observations())];
            return Data(new(_problem.Predictors), noisy, new(sigma));
        }

        int[][] points = [.. Enumerable.Range(0, count).Select(_ => Points())];
        return Data(
            new([.. points.Select(_problem.Predictors.At)]),
            [.. points.Select(drawn => Array.ConvertAll(drawn, i => _problem.Observations[i]))],
            sigma?.Count > 1
                ? new([.. points.Select(drawn => Array.ConvertAll(drawn, i => sigma[i]))])
                : new(sigma));
    }

    private static double[] Pool(RealVector residuals, double[] leverages)
    {
        double[] errors = [.. residuals.Zip(leverages)
            .Where(point => point.Second < MostLeverage)
            .Select(point => -point.First / Math.Sqrt(1 - point.Second))];
        double mean = errors.Length == 0 ? 0 : errors.Average();
        return Array.ConvertAll(errors, error => error - mean);
    }

    private ManyFitsData Data(
        PerFit<Predictors> x, double[][] y, PerFit<IReadOnlyList<double>?> sigma) =>
        new(_problem.Model, _problem.Names, x, y, new(_start), sigma);

    private int[] Points()
    {
        int[] points = new int[PointCount];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = _random.Next(points.Length);
        }

        return points;
    }

    private double[] Observations()
    {
        double[] y = new double[_fitted.Length];
        if (_kind == BootstrapKind.Parametric)
        {
            Normal.Samples(_random, y, 0, _deviation);
        }
        else
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = _errors[_random.Next(_errors.Length)];
            }
        }

        for (int i = 0; i < y.Length; i++)
        {
            y[i] = _fitted[i] + (_problem.Weights is { } weights ? y[i] / weights[i] : y[i]);
        }

        return y;
    }
}
