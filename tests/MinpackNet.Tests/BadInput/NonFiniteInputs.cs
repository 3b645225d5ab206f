namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Functions that return NaN or infinity where no shorter step can help: at the start, in a difference or in a
/// Jacobian. SciPy spends all its evaluations and returns NaN; this library says which value it met, and where.
/// </summary>
internal static class NonFiniteInputs
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;

    /// <summary>
    /// Each row of the recording by its id, with the residual and the parameter that the exception names.
    /// </summary>
    public static IReadOnlyDictionary<string, (int Residual, int? Parameter, Action Call)> All { get; } =
        new Dictionary<string, (int, int?, Action)>
        {
            ["res-nan-start"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(1, double.NaN), Start())),
            ["res-inf-start"] = (
                2, null, () => Optimize.Leastsq(CountedFunction.Func(1, double.PositiveInfinity), Start())),
            ["res-nan-call2"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(2, double.NaN), Start())),
            ["res-nan-call3"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(3, double.NaN), Start())),
            ["res-nan-call4"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(4, double.NaN), Start())),
            ["res-nan-call5"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(5, double.NaN), Start())),
            // Call 6 is the first step, from where calls 7 and 8 take differences.
            ["res-nan-call8"] = (2, null, () => Optimize.Leastsq(CountedFunction.Func(8, double.NaN), Start())),
            ["res-all-nan-jac"] = (
                2, null, () => Optimize.Leastsq(CountedFunction.Func(1, double.NaN), Start(), Decay.Jacobian)),
            ["jac-nan"] = (0, 0, () => Optimize.Leastsq(F, Start(), _ => TestMatrices.Of(6, 2, (_, _) => double.NaN))),
        };

    private static double[] Start() => [.. Decay.Start];
}
