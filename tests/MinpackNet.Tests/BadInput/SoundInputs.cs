namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Unusual input that a solver can work with: SciPy returns a result, and so does this library, the same.
/// </summary>
internal static class SoundInputs
{
    /// <summary>
    /// The epsilon of the recorded differences, off in the 12th digit: that decides about the second step where a
    /// residual is linear, so that the first one leaves no other error.
    /// </summary>
    private const double RecordedEpsilon = 2.22044604926e-16;

    private static readonly Func<double[], double[]> F = Decay.Residuals;
    private static readonly Func<double[], double[,]> J = Decay.Jacobian;

    /// <summary>Each row of the recording by its id.</summary>
    public static IReadOnlyDictionary<string, Func<LeastsqResult>> All { get; } =
        new Dictionary<string, Func<LeastsqResult>>
        {
            ["ok"] = () => Optimize.Leastsq(F, Start()),
            ["ok-jac"] = () => Optimize.Leastsq(F, Start(), J),
            ["m==n"] = () => Optimize.Leastsq(b => F(b)[..2], Start()),
            ["x0-scalar"] = () => Optimize.Leastsq(Line, [4]),
            ["x0-int"] = () => Optimize.Leastsq(F, [4, 1]),
            ["at-solution"] = () => Optimize.Leastsq(F, [5.069822195898345, 0.4970492248953703]),
            ["args-nontuple"] = () => Optimize.Leastsq(Scaled, Start(), 2.0),

            ["res-inf-call6"] = () => Optimize.Leastsq(CountedFunction.Func(6, double.PositiveInfinity), Start()),
            ["res-zero"] = () => Optimize.Leastsq(_ => new double[6], Start()),
            ["res-const"] = () => Optimize.Leastsq(_ => [1, 1, 1, 1, 1, 1], Start()),
            ["res-insensitive-param"] = () => Optimize.Leastsq(Line, Start()),
            ["res-scalar"] = () => Optimize.Leastsq(b => [b[0] - 3], [4], epsfcn: RecordedEpsilon),
            ["res-int"] = () => Optimize.Leastsq(WholeLine, Start()),

            ["jac-transposed-colderiv"] =
                () => Optimize.Leastsq(F, Start(), b => TestMatrices.Transposed(J(b)), colDeriv: true),
            ["jac-zero"] = () => Optimize.Leastsq(F, Start(), _ => new double[6, 2]),
            ["jac-wrong-sign"] = () => Optimize.Leastsq(F, Start(), b => TestMatrices.Negated(J(b))),

            ["ftol=0"] = () => Optimize.Leastsq(F, Start(), ftol: 0),
            ["ftol=0-jac"] = () => Optimize.Leastsq(F, Start(), J, ftol: 0),
            ["all-tol-0"] = () => Optimize.Leastsq(F, Start(), ftol: 0, xtol: 0, gtol: 0),
            ["gtol-large"] = () => Optimize.Leastsq(F, Start(), gtol: 0.9),
            ["epsfcn=-1"] = () => Optimize.Leastsq(F, Start(), epsfcn: -1),
            ["epsfcn=0"] = () => Optimize.Leastsq(F, Start(), epsfcn: 0),
            ["epsfcn=0.0001"] = () => Optimize.Leastsq(F, Start(), epsfcn: 0.0001),

            ["maxfev=1"] = () => Optimize.Leastsq(F, Start(), maxfev: 1),
            ["maxfev=1-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 1),
            ["maxfev=2"] = () => Optimize.Leastsq(F, Start(), maxfev: 2),
            ["maxfev=2-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 2),
            ["maxfev=3"] = () => Optimize.Leastsq(F, Start(), maxfev: 3),
            ["maxfev=3-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 3),
            ["maxfev=4"] = () => Optimize.Leastsq(F, Start(), maxfev: 4),
            ["maxfev=4-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 4),
            ["maxfev=7"] = () => Optimize.Leastsq(F, Start(), maxfev: 7),
            ["maxfev=7-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 7),
            ["maxfev=-5"] = () => Optimize.Leastsq(F, Start(), maxfev: -5),
            ["maxfev=-5-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: -5),
            ["maxfev=0"] = () => Optimize.Leastsq(F, Start(), maxfev: 0),
            ["maxfev=0-jac"] = () => Optimize.Leastsq(F, Start(), J, maxfev: 0),

            ["factor=0.05"] = () => Optimize.Leastsq(F, Start(), factor: 0.05),
            ["factor=0.05-jac"] = () => Optimize.Leastsq(F, Start(), J, factor: 0.05),
            ["factor=1e+06"] = () => Optimize.Leastsq(F, Start(), factor: 1e6),
            ["factor=1e+06-jac"] = () => Optimize.Leastsq(F, Start(), J, factor: 1e6),
            ["factor=0.001"] = () => Optimize.Leastsq(F, Start(), factor: 0.001),
            ["factor=0.001-jac"] = () => Optimize.Leastsq(F, Start(), J, factor: 0.001),
            ["factor=inf"] = () => Optimize.Leastsq(F, Start(), factor: double.PositiveInfinity),
            ["factor=inf-jac"] = () => Optimize.Leastsq(F, Start(), J, factor: double.PositiveInfinity),

            ["diag-ok"] = () => Optimize.Leastsq(F, Start(), diag: [1.0, 2.0]),
            ["diag-int"] = () => Optimize.Leastsq(F, Start(), diag: [1, 2]),
        };

    private static double[] Start() => [.. Decay.Start];

    /// <summary>b_0 t - y.</summary>
    private static double[] Line(double[] b) =>
        [.. Decay.Times.Zip(Decay.Values, (t, y) => (b[0] * t) - y)];

    /// <summary>10 (b_0 - t), cut off to whole numbers.</summary>
    private static double[] WholeLine(double[] b) =>
        Array.ConvertAll(Decay.Times, t => Math.Truncate(10 * (b[0] - t)));

    /// <summary>The baseline when <paramref name="twice"/> is 2.</summary>
    private static double[] Scaled(double[] b, double twice) => Array.ConvertAll(F(b), f => f * twice / 2);
}
