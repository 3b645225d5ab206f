using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Finds a root of n equations in n unknowns, as scipy.optimize.fsolve does.</summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="func">Takes n parameters and returns n values. Each call gets its own array.</param>
    /// <param name="x0">The start values, n finite values; not changed.</param>
    /// <param name="fprime">
    /// The Jacobian of <paramref name="func"/>, n by n, transposed with <paramref name="colDeriv"/>. Null, the default,
    /// for forward differences.
    /// </param>
    /// <param name="colDeriv">
    /// Whether each row of <paramref name="fprime"/>'s result holds the derivatives with respect to one parameter.
    /// </param>
    /// <param name="xtol">The relative change of the parameters at which to stop; not negative.</param>
    /// <param name="maxfev">
    /// The limit on evaluations; 0 or less means 200 (n + 1), or 100 (n + 1) with <paramref name="fprime"/>.
    /// </param>
    /// <param name="band">
    /// How many diagonals the Jacobian has below and above its main one, (ml, mu), for differences with fewer
    /// evaluations; null, or a negative number, means dense. Ignored with <paramref name="fprime"/>.
    /// </param>
    /// <param name="epsfcn">
    /// The relative error of the values; its square root is the relative step of the differences. Null, and anything
    /// below the machine epsilon, mean the machine epsilon.
    /// </param>
    /// <param name="factor">The bound of the first step, as a multiple of the scaled start's norm; positive.</param>
    /// <param name="diag">
    /// n positive scale factors for the parameters; null to scale by the norms of the Jacobian's columns.
    /// </param>
    /// <param name="nonFiniteValues">
    /// What happens when a value at the start or a derivative is NaN or infinite: an exception, the default, or what
    /// SciPy does.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the solve: the result has the status <see cref="NonlinearEquationsStatus.Canceled"/> and the best point so
    /// far.
    /// </param>
    /// <returns>
    /// The outcome; <c>var (x, infodict, ier, mesg) = …</c> as in Python. Code 1 means convergence. MINPACK also
    /// reports it where a singular Jacobian stops it away from a root; <see cref="FsolveResult.IsRoot"/> tells the two
    /// apart.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="NonFiniteValueException">A value at the start, or a derivative, is NaN or infinite.</exception>
    /// <remarks>
    /// <paramref name="func"/> is called <c>nfev</c> times, less the trial points that overflow; SciPy calls it twice
    /// more. Exceptions thrown by the functions come out as the same instance. MINPACK: hybrd, hybrj.
    /// </remarks>
    public static FsolveResult Fsolve<TStart>(
        Func<double[], double[]> func,
        IReadOnlyList<TStart> x0,
        Func<double[], double[,]>? fprime = null,
        bool colDeriv = false,
        double xtol = Defaults.Tolerance,
        int maxfev = 0,
        (int Ml, int Mu)? band = null,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        double[] start = StartOf(x0, nameof(x0));
        int n = start.Length;
        ArrayResiduals equations = new(func, start, nameof(func));
        if (equations.Count != n)
        {
            throw Errors.EquationsShape(nameof(func), equations.Count, n, "Optimize.Leastsq");
        }

        Validate.Precision(epsfcn, nameof(epsfcn));
        ArrayJacobian? jacobian = fprime is null ? null : new(fprime, start, n, new(colDeriv), nameof(fprime));
        Validate.Tolerance(xtol, nameof(xtol));
        Validate.StepFactor(factor, nameof(factor));
        Validate.Scale(diag, n, nameof(diag));
        Validate.Known(nonFiniteValues, nameof(nonFiniteValues));

        RootOptions options = new()
        {
            Xtol = xtol,
            Maxfev = maxfev,
            Band = band,
            Eps = epsfcn,
            Factor = factor,
            Diag = diag,
            NonFiniteValues = nonFiniteValues,
        };
        return Fsolve(
            equations, jacobian, start, options.ToEquations(tol: null), OptionNames.Fsolve, cancellationToken);
    }

    /// <summary>Solves a system that has been checked; <paramref name="start"/> becomes the solution.</summary>
    private static FsolveResult Fsolve(
        ArrayResiduals equations,
        ArrayJacobian? jacobian,
        double[] start,
        NonlinearEquationsOptions options,
        OptionNames names,
        CancellationToken cancellationToken)
    {
        int n = start.Length;
        JacobianFunction? fillJacobian = jacobian is null ? null : jacobian.Fill;
        SolverFunctions functions = new(n, n, equations.Fill, fillJacobian, null, null, cancellationToken);

        using NonlinearEquationsWorkspace workspace = new(n);
        SolverMemory memory = workspace.Memory;
        SolverSettings settings = options.ToSettings(n, functions.HasJacobian, names);
        NonlinearEquationsSummary summary = MultipleRoot.Judge(
            NonlinearEquationsCall.Run(memory, start, functions, settings),
            start,
            equations.Fill,
            fillJacobian,
            bounds: null);
        return new(start, new(memory, summary, functions.HasJacobian), summary, names, cancellationToken);
    }
}
