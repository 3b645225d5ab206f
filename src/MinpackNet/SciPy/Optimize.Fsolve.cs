using MinpackNet.Interop;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Finds a root of n equations in n unknowns, as scipy.optimize.fsolve does.</summary>
    /// <param name="func">Takes n parameters and returns n values. Each call gets an array of its own.</param>
    /// <param name="x0">The start values, n of them, finite; not changed.</param>
    /// <param name="fprime">
    /// The Jacobian of <paramref name="func"/>, n by n, transposed with <paramref name="colDeriv"/>. Null, the default:
    /// forward differences.
    /// </param>
    /// <param name="colDeriv">Whether the rows of <paramref name="fprime"/>'s result hold the derivatives by one parameter.</param>
    /// <param name="xtol">Relative change of the parameters that is small enough; not negative.</param>
    /// <param name="maxfev">
    /// Limit on evaluations; 0 or less means 200 (n + 1), with <paramref name="fprime"/> 100 (n + 1).
    /// </param>
    /// <param name="band">
    /// The diagonals of the Jacobian below and above its main one, (ml, mu), for differences with fewer evaluations; null, or
    /// a negative number, means dense. Ignored with <paramref name="fprime"/>.
    /// </param>
    /// <param name="epsfcn">
    /// Relative error of the values, whose square root is the step of the differences; null, or anything below it, means the
    /// machine epsilon.
    /// </param>
    /// <param name="factor">Bound of the first step as a multiple of the scaled start's norm; positive.</param>
    /// <param name="diag">n positive scale factors for the parameters; null: scaled by the Jacobian's columns.</param>
    /// <returns>
    /// The outcome; <c>var (x, infodict, ier, mesg) = …</c> as in Python. Code 1 means convergence; MINPACK also reports it
    /// where a singular Jacobian stops it away from a root, which <see cref="FsolveResult.IsRoot"/> tells apart.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, or a shape that a function returned, is not as described.</exception>
    /// <exception cref="NonFiniteValueException">Values at the start, or derivatives, are NaN or infinite.</exception>
    /// <remarks>
    /// <paramref name="func"/> is called <c>nfev</c> times, less the trial points that overflow; SciPy calls it twice more. Exceptions thrown by the
    /// functions come out as the same instance. MINPACK: hybrd, hybrj.
    /// </remarks>
    public static FsolveResult Fsolve(
        Func<double[], double[]> func,
        double[] x0,
        Func<double[], double[,]>? fprime = null,
        bool colDeriv = false,
        double xtol = Defaults.Tolerance,
        int maxfev = 0,
        (int Ml, int Mu)? band = null,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        double[]? diag = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        ArgumentNullException.ThrowIfNull(x0);
        Validate.Start(x0, nameof(x0));

        int n = x0.Length;
        double[] start = [.. x0];
        ArrayResiduals equations = new(func, start, nameof(func));
        if (equations.Count != n)
        {
            throw Errors.EquationsShape(nameof(func), equations.Count, n);
        }

        Validate.Precision(epsfcn, nameof(epsfcn));
        ArrayJacobian? jacobian = fprime is null ? null : new(fprime, start, n, colDeriv, nameof(fprime));
        Validate.Tolerance(xtol, nameof(xtol));
        Validate.StepFactor(factor, nameof(factor));
        Validate.Scale(diag, n, nameof(diag));

        SolverFunctions functions =
            new(n, n, equations.Fill, jacobian is null ? null : jacobian.Fill, null, null, default);
        bool dense = band is not { Ml: >= 0, Mu: >= 0 };
        SolverSettings settings = new(
            xtol,
            maxfev > 0 ? maxfev : Defaults.MaxEvaluations(n, functions.HasJacobian),
            epsfcn ?? Defaults.MachineEpsilon,
            factor,
            diag,
            NonFinitePolicy.Throw)
        {
            Ml = SolverSettings.Diagonals(dense ? null : band?.Ml, n),
            Mu = SolverSettings.Diagonals(dense ? null : band?.Mu, n),
        };

        using NonlinearEquationsWorkspace workspace = new(n);
        NonlinearEquationsSummary summary = NonlinearEquationsCall.Run(workspace, start, functions, settings);
        return new(workspace, start, summary, functions.HasJacobian);
    }

    /// <inheritdoc cref="Fsolve(Func{double[], double[]}, double[], Func{double[], double[,]}, bool, double, int, ValueTuple{int, int}?, double?, double, double[])"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed on to both functions at every call.</typeparam>
    public static FsolveResult Fsolve<T>(
        Func<double[], T, double[]> func,
        double[] x0,
        T args,
        Func<double[], T, double[,]>? fprime = null,
        bool colDeriv = false,
        double xtol = Defaults.Tolerance,
        int maxfev = 0,
        (int Ml, int Mu)? band = null,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        double[]? diag = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        Func<double[], double[,]>? bound = fprime is null ? null : x => fprime(x, args);
        return Fsolve(x => func(x, args), x0, bound, colDeriv, xtol, maxfev, band, epsfcn, factor, diag);
    }
}
