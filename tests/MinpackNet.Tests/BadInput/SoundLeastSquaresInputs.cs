namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Unusual input to <c>Optimize.LeastSquares</c> that can be solved, by the rows' ids in the recording.
/// </summary>
internal static class SoundLeastSquaresInputs
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;
    private static readonly Func<double[], double[,]> J = Decay.Jacobian;

    /// <summary>What SciPy solves too, with the same result.</summary>
    public static IReadOnlyDictionary<string, Func<OptimizeResult>> All { get; } =
        new Dictionary<string, Func<OptimizeResult>>
        {
            ["ok"] = () => Optimize.LeastSquares(F, Start()),
            ["ok-bounds"] = () => Optimize.LeastSquares(F, Start(), bounds: new([0, 0], [4.5, 1])),
            ["bounds-scalar"] = () => Optimize.LeastSquares(F, Start(), bounds: (0.0, 9.0)),
            ["bounds-on"] = () => Optimize.LeastSquares(F, Start(), bounds: new([4, 0], 9)),
            ["bounds-on-dogbox"] = () => Optimize.LeastSquares(
                F, Start(), bounds: new([4, 0], 9), method: LeastSquaresMethod.Dogbox),
            ["bounds-Bounds"] = () => Optimize.LeastSquares(F, Start(), bounds: new(0, [9, 9])),
            ["bounds-lm-inf"] = () => Optimize.LeastSquares(
                F, Start(), bounds: Bounds.None, method: LeastSquaresMethod.Lm),
            ["tol-one-tiny"] = () => Optimize.LeastSquares(F, Start(), gtol: 1e-17),
            ["f-scalar"] = () => Optimize.LeastSquares(x => x - 3, 1.0),
            ["f-nan-later"] = () => Optimize.LeastSquares(
                CountedFunction.Func(4, double.NaN), Start(), J, maxNfev: 20),
            ["f-few"] = () => Optimize.LeastSquares(Product, [1, 1]),
            ["f-few-dogbox"] = () => Optimize.LeastSquares(Product, [1, 1], method: LeastSquaresMethod.Dogbox),
            ["jac-3point-lm"] = () => Optimize.LeastSquares(
                F, Start(), DifferenceScheme.ThreePoint, method: LeastSquaresMethod.Lm),
            ["diff_step-0"] = () => Optimize.LeastSquares(F, Start(), diffStep: 0),
            ["diff_step-neg"] = () => Optimize.LeastSquares(F, Start(), diffStep: -1e-6),
            ["f_scale-neg"] = () => Optimize.LeastSquares(F, Start(), loss: LossFunction.SoftL1, fScale: -0.1),
            ["f_scale-linear"] = () => Optimize.LeastSquares(F, Start(), fScale: 0.01),
            ["loss-callable"] = () => Optimize.LeastSquares(F, Start(), loss: Loss.Callable(Saturating)),
            ["args"] = () => Optimize.LeastSquares((b, f, _) => f(b), Start(), (F, J), (b, _, j) => j(b)),
        };

    /// <summary>What SciPy refuses up to 1.15 and solves since, each with an input that means the same.</summary>
    public static IReadOnlyDictionary<string, (Func<OptimizeResult> Solve, Func<OptimizeResult> Same)> Newer { get; } =
        new Dictionary<string, (Func<OptimizeResult>, Func<OptimizeResult>)>
        {
            ["x_scale-none"] = (
                () => Optimize.LeastSquares(F, Start(), xScale: null),
                () => Optimize.LeastSquares(F, Start(), xScale: 1)),
            ["diff_step-lm-vector"] = (
                () => Optimize.LeastSquares(F, Start(), diffStep: [1e-6, 1e-6], method: LeastSquaresMethod.Lm),
                () => Optimize.LeastSquares(F, Start(), diffStep: 1e-6, method: LeastSquaresMethod.Lm)),
        };

    private static double[] Start() => [.. Decay.Start];

    private static double[] Product(double[] b) => [(b[0] * b[1]) - 2];

    /// <summary>ρ = z / (1 + z) with its derivatives.</summary>
    private static double[,] Saturating(double[] z) => TestMatrices.Of(3, z.Length, (row, i) => row switch
    {
        0 => z[i] / (1 + z[i]),
        1 => 1 / ((1 + z[i]) * (1 + z[i])),
        _ => -2 / ((1 + z[i]) * (1 + z[i]) * (1 + z[i])),
    });
}
