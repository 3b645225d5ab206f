namespace MinpackNet;

/// <summary>Computes the residuals of one of many fits at a point.</summary>
/// <param name="fit">Which fit, and so which data: from 0 to one less than the number of fits.</param>
/// <param name="parameters">The point, n values; valid only during the call.</param>
/// <param name="residuals">To be filled, m values: model minus data, or data minus model.</param>
/// <remarks>
/// <para>
/// An exception thrown here ends this fit alone. With <see cref="LeastSquaresOptions.MaxDegreeOfParallelism"/> above
/// 1 the function is called for several fits at once.
/// </para>
/// <para>
/// The calls for several fits may alternate, even on one thread: what is kept for the next call must be kept by the
/// number of the fit.
/// </para>
/// </remarks>
public delegate void FitResidualFunction(int fit, ReadOnlySpan<double> parameters, Span<double> residuals);
