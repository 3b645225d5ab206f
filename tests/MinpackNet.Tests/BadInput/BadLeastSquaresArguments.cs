using System.Numerics;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Input to <c>Optimize.LeastSquares</c> that it refuses, by the rows' ids in the recording, with the argument that the
/// exception names.
/// </summary>
/// <remarks>
/// SciPy refuses these too, but for three that would have no effect: it warns of a negative tolerance and of
/// <c>regularize</c> with dogbox, and ignores <c>tr_options</c> for exact steps. Where it fails without a message of
/// its own, in the arithmetic of arrays or by a division by zero, there is one here.
/// </remarks>
internal static class BadLeastSquaresArguments
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;

    private static readonly SparseMatrix Everywhere = SparseDecay.Everywhere;

    public static IReadOnlyDictionary<string, (string Argument, Action Call)> All { get; } =
        new Dictionary<string, (string, Action)>
        {
            ["method-name"] = ("method", () => Optimize.LeastSquares(F, Start(), method: (LeastSquaresMethod)7)),
            ["jac-name"] = ("jac", () => Optimize.LeastSquares(F, Start(), (DifferenceScheme)7)),
            ["jac-none"] = ("jac", () => Optimize.LeastSquares(F, Start(), (Func<double[], double[,]>)null!)),
            ["tr_solver"] = ("trSolver", () => Optimize.LeastSquares(F, Start(), trSolver: (TrSolver)7)),
            ["loss-name"] = ("loss", () => Optimize.LeastSquares(F, Start(), loss: (LossFunction)7)),
            ["loss-lm"] = ("loss", () => Lm(loss: LossFunction.Huber)),
            ["max_nfev0"] = ("maxNfev", () => Optimize.LeastSquares(F, Start(), maxNfev: 0)),
            ["max_nfev-1"] = ("maxNfev", () => Optimize.LeastSquares(F, Start(), maxNfev: -5)),

            ["x0-complex"] = ("x0", () => Optimize.LeastSquares(F, [new Complex(4, 1), 0.4])),
            ["x0-empty"] = ("x0", () => Optimize.LeastSquares(F, Array.Empty<double>())),
            ["x0-nan"] = ("x0", () => Optimize.LeastSquares(F, [double.NaN, 0.4])),
            ["x0-inf"] = ("x0", () => Optimize.LeastSquares(F, [double.PositiveInfinity, 0.4])),

            ["bounds-shape"] = ("bounds", () => Within(new([0, 0, 0], [9, 9, 9]))),
            ["bounds-equal"] = ("bounds", () => Within(new([4, 0], [4, 1]))),
            ["bounds-crossed"] = ("bounds", () => Within(new([9, 0], [4, 1]))),
            ["bounds-nan"] = ("bounds", () => Within(new([double.NaN, 0], 9))),
            ["bounds-infeasible"] = ("x0", () => Within(new([0, 0], [3, 1]))),
            ["bounds-lm"] = ("bounds", () => Lm(bounds: new(0, 9))),
            ["bounds-order"] = ("method", () => Within(new(9, 0), (LeastSquaresMethod)7)),

            ["x_scale-neg"] = ("xScale", () => Optimize.LeastSquares(F, Start(), xScale: [1, -1])),
            ["x_scale-0"] = ("xScale", () => Optimize.LeastSquares(F, Start(), xScale: 0)),
            ["x_scale-inf"] = (
                "xScale", () => Optimize.LeastSquares(F, Start(), xScale: [1, double.PositiveInfinity])),
            ["x_scale-shape"] = ("xScale", () => Optimize.LeastSquares(F, Start(), xScale: [1, 1, 1])),

            ["tol-all-none"] = ("ftol", () => Optimize.LeastSquares(F, Start(), ftol: null, xtol: null, gtol: null)),
            ["tol-all-tiny"] = (
                "ftol", () => Optimize.LeastSquares(F, Start(), ftol: 1e-17, xtol: 1e-17, gtol: 1e-17)),
            ["tol-negative"] = ("ftol", () => Optimize.LeastSquares(F, Start(), ftol: -1)),
            ["tol-lm-none"] = ("gtol", () => Lm(gtol: null)),
            ["tol-lm-tiny"] = ("ftol", () => Lm(ftol: 1e-17)),

            ["f-shape-later"] = (
                "fun", () => Optimize.LeastSquares(CountedFunction.Func(4, _ => new double[5]), Start())),
            ["f-few-lm"] = (
                "fun", () => Optimize.LeastSquares(b => [b[0] * b[1]], [1, 1], method: LeastSquaresMethod.Lm)),

            ["j-shape"] = ("jac", () => Optimize.LeastSquares(F, Start(), _ => new double[2, 6])),
            ["j-sparse-exact"] = (
                "trSolver",
                () => Optimize.LeastSquares(F, Start(), SparseDecay.Jacobian, trSolver: TrSolver.Exact)),
            ["j-sparse-lm"] = (
                "jac", () => Optimize.LeastSquares(F, Start(), SparseDecay.Jacobian, method: LeastSquaresMethod.Lm)),
            ["j-operator-scale"] = (
                "xScale", () => Optimize.LeastSquares(F, Start(), SparseDecay.Operator, xScale: XScale.Jac)),
            ["j-operator-lm"] = (
                "jac", () => Optimize.LeastSquares(F, Start(), SparseDecay.Operator, method: LeastSquaresMethod.Lm)),
            ["sparsity-lm"] = ("jacSparsity", () => Lm(jacSparsity: Everywhere)),
            ["sparsity-exact"] = (
                "trSolver",
                () => Optimize.LeastSquares(F, Start(), jacSparsity: Everywhere, trSolver: TrSolver.Exact)),
            ["sparsity-shape"] = (
                "jacSparsity",
                () => Optimize.LeastSquares(F, Start(), jacSparsity: SparseMatrix.FromTriplets(2, 6, []))),

            ["diff_step-shape"] = ("diffStep", () => Optimize.LeastSquares(F, Start(), diffStep: [1, 1, 1])),
            ["f_scale-0"] = (
                "fScale", () => Optimize.LeastSquares(F, Start(), loss: LossFunction.SoftL1, fScale: 0)),
            ["loss-callable-shape"] = (
                "loss", () => Optimize.LeastSquares(F, Start(), loss: Loss.Callable(z => new double[2, z.Length]))),
            ["tr_options-exact"] = ("trOptions", () => Optimize.LeastSquares(F, Start(), trOptions: new())),
            ["dogbox-regularize"] = (
                "Regularize",
                () => Optimize.LeastSquares(
                    F, Start(), method: LeastSquaresMethod.Dogbox, trSolver: TrSolver.Lsmr,
                    trOptions: new() { Regularize = true })),
        };

    private static double[] Start() => [.. Decay.Start];

    private static OptimizeResult Within(Bounds bounds, LeastSquaresMethod method = LeastSquaresMethod.Trf) =>
        Optimize.LeastSquares(F, Start(), bounds: bounds, method: method);

    private static OptimizeResult Lm(
        Bounds? bounds = null,
        Loss? loss = null,
        double? ftol = 1e-8,
        double? gtol = 1e-8,
        SparseMatrix? jacSparsity = null) =>
        Optimize.LeastSquares(
            F, Start(), bounds: bounds, method: LeastSquaresMethod.Lm, ftol: ftol, gtol: gtol, loss: loss,
            jacSparsity: jacSparsity);
}
