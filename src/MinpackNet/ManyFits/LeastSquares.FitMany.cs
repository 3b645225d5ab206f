namespace MinpackNet;

public static partial class LeastSquares
{
    /// <summary>
    /// Fits one model to many data sets from one start, with the Jacobian given or by forward differences.
    /// </summary>
    /// <param name="start">The start values of every fit, n of them, finite.</param>
    /// <param name="fitCount">The number of fits.</param>
    /// <param name="residualCount">The number of residuals of each fit, m; at least n.</param>
    /// <param name="residuals">Fills the residuals of one fit, whose number it is given, at a point.</param>
    /// <param name="jacobian">Fills the Jacobian of one fit at a point; null for forward differences.</param>
    /// <param name="options">
    /// Tolerances, limits and scaling of each fit. <see cref="LeastSquaresOptions.MaxDegreeOfParallelism"/> is the
    /// number of threads that run fits, by default one. An observer is not allowed.
    /// </param>
    /// <param name="progress">
    /// Receives the number of fits that have ended, about ten times a second and at the end, on any of the threads;
    /// null for none.
    /// </param>
    /// <param name="cancellationToken">
    /// Checked before each call of a function. Once it is set, fits in progress get the status
    /// <see cref="LeastSquaresStatus.Canceled"/> and those not started <see cref="LeastSquaresStatus.None"/>.
    /// </param>
    /// <returns>The parameters, standard errors and status of every fit.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is out of its range, or there are more than 2³¹ parameters in total.
    /// </exception>
    /// <exception cref="NotSupportedException">See <see cref="Arithmetic.Fast"/>.</exception>
    /// <remarks>
    /// <para>
    /// Each fit gives the same bits as a <c>Solve</c> of it alone, whatever the number of threads, and allocates
    /// nothing. One bad fit never stops the others: where a function throws, or <c>Solve</c> would, the fit gets the
    /// status
    /// <see cref="LeastSquaresStatus.Failed"/> and its exception is in <see cref="FitBatch.Exceptions"/>.
    /// </para>
    /// <para>
    /// With about 64 fits per thread or more (16 for each SIMD lane), unless a Jacobian has more than 2¹⁸ elements, the
    /// solver works on several fits at once, and the calls of the functions for these alternate, even on one thread: a
    /// function that keeps something for its next call must keep it by the number of the fit. With
    /// <see cref="Arithmetic.Fast"/> and over an installed CMinpack the fits run one at a time.
    /// </para>
    /// <example>
    /// A thousand decays, each of 50 observations y[fit * 50 + i] at times t[i]:
    /// <code>
    /// FitBatch fits = LeastSquares.FitMany(
    ///     start: [1, 0.5],
    ///     fitCount: 1000,
    ///     residualCount: 50,
    ///     residuals: (fit, p, r) =>
    ///     {
    ///         for (int i = 0; i &lt; r.Length; i++)
    ///         {
    ///             r[i] = p[0] * Math.Exp(-p[1] * t[i]) - y[fit * 50 + i];
    ///         }
    ///     },
    ///     options: new() { MaxDegreeOfParallelism = -1 });
    /// Console.WriteLine($"{fits.ConvergedCount} converged; the first rate is {fits.ParametersOf(0)[1]}");
    /// </code>
    /// </example>
    /// </remarks>
    public static FitBatch FitMany(
        ReadOnlySpan<double> start,
        int fitCount,
        int residualCount,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        FitBatch fits = FromOneStart(start, fitCount, residualCount, options?.Bounds);
        FitMany(fits, residuals, jacobian, options, progress, cancellationToken);
        return fits;
    }

    /// <summary>Fits one model to many data sets, each from its own start, in memory that can be used again.</summary>
    /// <param name="fits">
    /// Made for the number of fits, parameters and residuals; its <see cref="FitBatch.Parameters"/> hold the starts
    /// before and the solutions after.
    /// </param>
    /// <param name="residuals">Fills the residuals of one fit, whose number it is told, at a point.</param>
    /// <param name="jacobian">Fills the Jacobian of one fit at a point; null for forward differences.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="progress">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">Another run is using <paramref name="fits"/>.</exception>
    /// <exception cref="NotSupportedException">See <see cref="Arithmetic.Fast"/>.</exception>
    /// <remarks>As in the other overload. A start that is not finite fails that fit alone.</remarks>
    public static void FitMany(
        FitBatch fits,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fits);
        ArgumentNullException.ThrowIfNull(residuals);
        options ??= LeastSquaresOptions.Default;
        Validate.FitOptions(options, fits.ParameterCount);
        int workers = Math.Max(1, Math.Min(options.Threads, fits.FitCount));
        FitScheduler.Run(
            fits,
            workers,
            share => FitWorkers.Create(fits, share, residuals, jacobian, options, workers, cancellationToken),
            progress,
            cancellationToken);
    }

    private static FitBatch FromOneStart(
        ReadOnlySpan<double> start, int fitCount, int residualCount, Bounds? bounds)
    {
        Validate.Start(start);
        if (bounds is not null)
        {
            int n = start.Length;
            Validate.Bounds(
                bounds.LowerOf(n),
                bounds.UpperOf(n),
                mayFix: true,
                start,
                nameof(LeastSquaresOptions.Bounds),
                nameof(start));
        }

        FitBatch fits = new(fitCount, start.Length, residualCount);
        for (int fit = 0; fit < fitCount; fit++)
        {
            start.CopyTo(fits.ParametersOf(fit));
        }

        return fits;
    }
}
