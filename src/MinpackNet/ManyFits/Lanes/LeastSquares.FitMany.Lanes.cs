using MinpackNet.Interop;

namespace MinpackNet;

public static partial class LeastSquares
{
    /// <summary>
    /// Fits one model, written for several fits at once, to many data sets from one start: faster for small fits.
    /// </summary>
    /// <param name="start">The start values of every fit, n of them, finite.</param>
    /// <param name="fitCount">The number of fits.</param>
    /// <param name="residualCount">The number of residuals of each fit, m; at least n.</param>
    /// <param name="data">
    /// What the model needs to know about each fit, d values for each, one fit after the other: the observations, and
    /// whatever else differs between fits. d is the length divided by <paramref name="fitCount"/>.
    /// </param>
    /// <param name="residuals">Fills the residuals at points, one fit in each lane of the vectors.</param>
    /// <param name="jacobian">Fills the Jacobians at points; null for forward differences.</param>
    /// <param name="options">
    /// As in the overload for one fit at a time; <see cref="Arithmetic.Fast"/> is not allowed.
    /// </param>
    /// <param name="progress">As in the overload for one fit at a time.</param>
    /// <param name="cancellationToken">As in the overload for one fit at a time.</param>
    /// <returns>The parameters, standard errors and status of every fit.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is out of its range, or there are more than 2³¹ parameters in total.
    /// </exception>
    /// <exception cref="OverflowException">There are more than 2³¹ elements in a Jacobian.</exception>
    /// <remarks>
    /// <para>
    /// Each fit gives the same bits as a <c>Solve</c> of it alone with the same functions, whatever the number of
    /// threads and lanes and whatever its neighbors, and allocates nothing. One bad fit never stops the others. Over an
    /// installed CMinpack the results are the same, but the fits run one at a time.
    /// </para>
    /// <example>
    /// A thousand decays, each of 50 observations y[fit * 50 + i] at times t[i]:
    /// <code>
    /// FitBatch fits = LeastSquares.FitMany(
    ///     start: [1, 0.5],
    ///     fitCount: 1000,
    ///     residualCount: 50,
    ///     data: y,
    ///     residuals: (p, observed, r) =>
    ///     {
    ///         for (int i = 0; i &lt; r.Length; i++)
    ///         {
    ///             r[i] = p[0] * LaneMath.Exp(-p[1] * t[i]) - observed[i];
    ///         }
    ///     });
    /// </code>
    /// </example>
    /// </remarks>
    public static FitBatch FitMany(
        ReadOnlySpan<double> start,
        int fitCount,
        int residualCount,
        ReadOnlyMemory<double> data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        FitBatch fits = FromOneStart(start, fitCount, residualCount, options?.Bounds);
        FitMany(fits, data, residuals, jacobian, options, progress, cancellationToken);
        return fits;
    }

    /// <summary>
    /// Fits one model, written for several fits at once, to many data sets, each from its own start, in memory that can
    /// be used again.
    /// </summary>
    /// <param name="fits">
    /// Made for the number of fits, parameters and residuals; its <see cref="FitBatch.Parameters"/> hold the starts
    /// before and the solutions after.
    /// </param>
    /// <param name="data">As in the other overload.</param>
    /// <param name="residuals">Fills the residuals at points, one fit in each lane of the vectors.</param>
    /// <param name="jacobian">Fills the Jacobians at points; null for forward differences.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="progress">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">Another run is using <paramref name="fits"/>.</exception>
    /// <exception cref="OverflowException">There are more than 2³¹ elements in a Jacobian.</exception>
    /// <remarks>As in the other overload. A start that is not finite fails that fit alone.</remarks>
    public static void FitMany(
        FitBatch fits,
        ReadOnlyMemory<double> data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fits);
        ArgumentNullException.ThrowIfNull(residuals);
        options ??= LeastSquaresOptions.Default;
        Validate.LaneOptions(options, fits.ParameterCount);
        Validate.FitData(data.Length, fits.FitCount);
        FitData dataOfFits = new(data, fits.FitCount);
        int groups = (fits.FitCount / LockstepBuffers.LaneCount) + 1;
        FitScheduler.Run(
            fits,
            Math.Min(options.Threads, groups),
            share => FitWorkers.Create(fits, dataOfFits, share, residuals, jacobian, options, cancellationToken),
            progress,
            cancellationToken);
    }
}
