using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The outcome of a least-squares solve: the point it ended with and what is known there.</summary>
public sealed unsafe class LeastSquaresResult
{
    private readonly double[] _parameters;
    private readonly double[] _residuals;
    private readonly double[,]? _inverseHessian;

    internal LeastSquaresResult(LeastSquaresWorkspace workspace, double[] parameters, LeastSquaresSummary summary)
    {
        _parameters = parameters;
        _residuals = workspace.Residuals.ToArray();
        fixed (double* residuals = _residuals)
        {
            ResidualNorm = NativeMethods.mn_enorm(_residuals.Length, residuals);
        }

        Summary = summary;
        if (summary.Converged)
        {
            _inverseHessian = Covariance.Unscaled(workspace);
        }
    }

    /// <summary>Why the solver stopped.</summary>
    public LeastSquaresStatus Status => Summary.Status;

    /// <summary>Whether a convergence test was met: the status is one of 1 to 4, as in SciPy.</summary>
    public bool Converged => Summary.Converged;

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(Status);

    /// <summary>The parameters found, n values. SciPy: x.</summary>
    public IReadOnlyList<double> Parameters => _parameters;

    /// <summary>The residuals at <see cref="Parameters"/>, m values. SciPy: fvec.</summary>
    public IReadOnlyList<double> Residuals => _residuals;

    /// <summary>The Euclidean norm of the residuals.</summary>
    public double ResidualNorm { get; }

    /// <summary>The sum of the squares of the residuals.</summary>
    public double SumOfSquares => ResidualNorm * ResidualNorm;

    /// <summary>Residual evaluations, those for finite differences included. MINPACK: nfev.</summary>
    public int Evaluations => Summary.Evaluations;

    /// <summary>Calls for the analytic Jacobian; 0 without one. MINPACK: njev.</summary>
    public int JacobianEvaluations => Summary.JacobianEvaluations;

    /// <summary>How many residuals there are beyond parameters, m - n.</summary>
    public int DegreesOfFreedom => _residuals.Length - _parameters.Length;

    /// <summary>
    /// The sum of squares over the degrees of freedom: the estimated variance of one residual. NaN with no degrees of
    /// freedom.
    /// </summary>
    public double ResidualVariance => DegreesOfFreedom > 0 ? SumOfSquares / DegreesOfFreedom : double.NaN;

    /// <summary>
    /// The inverse of JᵀJ at the solution, n by n: the covariance of the parameters when each residual has variance 1.
    /// Null when the solve did not converge or the Jacobian has dependent columns. SciPy: cov_x.
    /// </summary>
    public double[,]? UnscaledCovariance => (double[,]?)_inverseHessian?.Clone();

    /// <summary>
    /// The standard errors of the parameters, n values, with the residual variance estimated from the fit. Null when
    /// <see cref="UnscaledCovariance"/> is; NaN with no degrees of freedom.
    /// </summary>
    public IReadOnlyList<double>? StandardErrors
    {
        get
        {
            if (_inverseHessian is null)
            {
                return null;
            }

            double[] errors = new double[_parameters.Length];
            for (int j = 0; j < errors.Length; j++)
            {
                errors[j] = Math.Sqrt(ResidualVariance * _inverseHessian[j, j]);
            }

            return errors;
        }
    }

    private LeastSquaresSummary Summary { get; }
}
