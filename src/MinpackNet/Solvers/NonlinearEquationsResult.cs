using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The outcome of a solve of nonlinear equations: the point it ended with and what is known there.</summary>
public sealed unsafe class NonlinearEquationsResult
{
    private readonly NonlinearEquationsSummary _summary;

    internal NonlinearEquationsResult(double[] parameters, double[] residuals, NonlinearEquationsSummary summary)
    {
        Parameters = parameters;
        Residuals = residuals;
        _summary = summary;
        fixed (double* values = residuals)
        {
            ResidualNorm = NativeMethods.mn_enorm(residuals.Length, values);
        }
    }

    /// <summary>Why the solver stopped.</summary>
    public NonlinearEquationsStatus Status => _summary.Status;

    /// <summary>Whether the convergence test was met at a root.</summary>
    public bool Converged => _summary.Converged;

    /// <summary>
    /// Whether the point counts as a root: the equations hold exactly, or their norm fell by twelve digits from the
    /// start, or the Newton step that remains is within a thousand step tolerances of the parameters. False where a
    /// singular Jacobian has stopped MINPACK in its tracks, which it reports as convergence.
    /// </summary>
    public bool IsRoot => _summary.IsRoot;

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(Status, IsRoot);

    /// <summary>The parameters found, n values. SciPy: x.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>The equations' values at <see cref="Parameters"/>, n of them; zero at a root. SciPy: fvec.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>The Euclidean norm of the equations' values.</summary>
    public double ResidualNorm { get; }

    /// <summary>Evaluations, those for finite differences included. MINPACK: nfev.</summary>
    public int Evaluations => _summary.Evaluations;

    /// <summary>Calls for the analytic Jacobian; 0 without one. MINPACK: njev.</summary>
    public int JacobianEvaluations => _summary.JacobianEvaluations;
}
