namespace MinpackNet.Fitting;

/// <summary>How a bootstrap makes the data sets that it fits.</summary>
public enum BootstrapKind
{
    /// <summary>
    /// The fitted curve plus residuals drawn with replacement, each divided by √(1 - h) with its leverage h, less their
    /// mean (Davison and Hinkley 1997, section 6.2.3): for errors that are alike at all points, in units of
    /// <see cref="FitOptions.Sigma"/>, and need not be normal. The points stay where they are.
    /// </summary>
    Residual = 0,

    /// <summary>
    /// As many of the points as there are, drawn with replacement, with their standard deviations: for points that are
    /// themselves a sample, for errors that differ from point to point, and with <see cref="FitOptions.Loss"/>. Points
    /// must be many: a draw may lack those that a parameter needs.
    /// </summary>
    Case = 1,

    /// <summary>
    /// The fitted curve plus normal errors, of the residual standard deviation or, with
    /// <see cref="FitOptions.AbsoluteSigma"/>, of the given ones.
    /// </summary>
    Parametric = 2,
}
