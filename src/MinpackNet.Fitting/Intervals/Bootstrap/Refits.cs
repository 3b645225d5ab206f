namespace MinpackNet.Fitting;

/// <summary>Fits the data sets of a bootstrap from the estimates, many at a time.</summary>
internal sealed class Refits
{
    // So many observations are held at a time, 2 MB, unless that were too few data sets for lanes and threads.
    private const int MostObservations = 1 << 18;
    private const int FewestSets = 64;

    // A data set that leaves a parameter's error so many times larger than all data do has no estimate of it: where a
    // point is drawn twice instead of two points, only the last digits of the Jacobian tell parameters apart.
    private const double MostErrorRatio = 1e6;

    private readonly FitOptions _options;
    private readonly double[] _errors;
    private readonly List<double>[] _draws;

    /// <param name="options">Those of the fit.</param>
    /// <param name="errors">The standard errors of all parameters for unit weights; NaN where unknown.</param>
    public Refits(FitOptions options, double[] errors)
    {
        // With absolute errors the fits tell how well each data set determines the parameters, whatever is left of it.
        _options = options with
        {
            Strategy = FitStrategy.Plain,
            AbsoluteSigma = true,
            Sigma = options.Sigma ?? [1],
            Solver = options.Solver is { } solver ? solver with { Observer = null, MaxEvaluations = null } : null,
        };
        _errors = errors;
        _draws = [.. errors.Select(_ => new List<double>())];
    }

    /// <summary>The estimates of the refits that succeeded, a column for each of all parameters.</summary>
    /// <param name="resampling">The data sets.</param>
    /// <param name="samples">How many.</param>
    /// <param name="progress">Receives the number of refits that have ended; null for none.</param>
    /// <param name="cancellation">Ends the refits.</param>
    public double[][] Run(Resampling resampling, int samples, IProgress<int>? progress, CancellationToken cancellation)
    {
        int most = Math.Max(FewestSets, MostObservations / resampling.PointCount);
        for (int before = 0; before < samples; before += most)
        {
            ManyFits fits = new(resampling.Next(Math.Min(most, samples - before)), _options);
            fits.Run(progress is null ? null : new OffsetProgress(progress, before), cancellation);
            cancellation.ThrowIfCancellationRequested();
            foreach (int fit in Enumerable.Range(0, fits.Count).Where(fit => Succeeded(fits, fit)))
            {
                for (int j = 0; j < _draws.Length; j++)
                {
                    _draws[j].Add(fits.Estimate(fit, j));
                }
            }
        }

        return [.. _draws.Select(column => column.ToArray())];
    }

    private bool Succeeded(ManyFits fits, int fit) => fits.HasConverged(fit)
        && !Enumerable.Range(0, _errors.Length).Any(j =>
            double.IsPositiveInfinity(fits.Error(fit, j)) || fits.Error(fit, j) > MostErrorRatio * _errors[j]);
}
