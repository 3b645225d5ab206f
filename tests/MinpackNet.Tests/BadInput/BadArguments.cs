using System.Numerics;

namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Input that no solver can work with, and the argument that the exception names. SciPy raises an error of its own for
/// some, reports "improper input" as a status for others, and walks into NaN with the rest.
/// </summary>
internal static class BadArguments
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;
    private static readonly Func<double[], double[,]> J = Decay.Jacobian;

    /// <summary>Each row of the recording by its id.</summary>
    public static IReadOnlyDictionary<string, (string Argument, Action Call)> All { get; } =
        new Dictionary<string, (string, Action)>
        {
            ["m<n"] = ("func", () => Optimize.Leastsq(Six, new double[7])),
            ["x0-complex"] = ("x0", () => Optimize.Leastsq(F, [new Complex(4, 1), 0.4])),
            ["x0-empty"] = ("x0", () => Optimize.Leastsq(_ => [1, 2], Array.Empty<double>())),
            ["x0-nan"] = ("x0", () => Optimize.Leastsq(F, [double.NaN, 0.4])),
            ["x0-inf"] = ("x0", () => Optimize.Leastsq(F, [double.PositiveInfinity, 0.4])),

            ["res-scalar-n2"] = ("func", () => Optimize.Leastsq(_ => [1], Start())),
            ["res-none"] = ("func", () => Optimize.Leastsq(_ => null!, Start())),
            ["res-empty"] = ("func", () => Optimize.Leastsq(_ => [], Start())),
            ["res-shorter-later"] = ("func", () => Optimize.Leastsq(CountedFunction.Func(4, b => F(b)[..5]), Start())),
            ["res-longer-later"] = (
                "func", () => Optimize.Leastsq(CountedFunction.Func(4, b => [.. F(b), 0]), Start())),
            ["res-scalar-later"] = ("func", () => Optimize.Leastsq(CountedFunction.Func(4, _ => [1]), Start())),
            ["res-none-later"] = ("func", () => Optimize.Leastsq(CountedFunction.Func(4, _ => null!), Start())),

            ["jac-transposed"] = ("dfun", () => Optimize.Leastsq(F, Start(), b => TestMatrices.Transposed(J(b)))),
            ["jac-colderiv-untransposed"] = ("dfun", () => Optimize.Leastsq(F, Start(), J, colDeriv: true)),
            ["jac-wrong-rows"] = ("dfun", () => Optimize.Leastsq(F, Start(), _ => new double[5, 2])),
            ["jac-shape-later"] = (
                "dfun", () => Optimize.Leastsq(F, Start(), CountedFunction.Dfun(3, _ => new double[5, 2]))),

            ["ftol=-1e-08"] = ("ftol", () => Optimize.Leastsq(F, Start(), ftol: -1e-8)),
            ["ftol=-1e-08-jac"] = ("ftol", () => Optimize.Leastsq(F, Start(), J, ftol: -1e-8)),
            ["ftol=nan"] = ("ftol", () => Optimize.Leastsq(F, Start(), ftol: double.NaN)),
            ["ftol=nan-jac"] = ("ftol", () => Optimize.Leastsq(F, Start(), J, ftol: double.NaN)),
            ["xtol=-1e-08"] = ("xtol", () => Optimize.Leastsq(F, Start(), xtol: -1e-8)),
            ["gtol=-1e-08"] = ("gtol", () => Optimize.Leastsq(F, Start(), gtol: -1e-8)),
            ["epsfcn=nan"] = ("epsfcn", () => Optimize.Leastsq(F, Start(), epsfcn: double.NaN)),

            ["factor=0"] = ("factor", () => Optimize.Leastsq(F, Start(), factor: 0)),
            ["factor=0-jac"] = ("factor", () => Optimize.Leastsq(F, Start(), J, factor: 0)),
            ["factor=-1"] = ("factor", () => Optimize.Leastsq(F, Start(), factor: -1)),
            ["factor=-1-jac"] = ("factor", () => Optimize.Leastsq(F, Start(), J, factor: -1)),
            ["factor=nan"] = ("factor", () => Optimize.Leastsq(F, Start(), factor: double.NaN)),
            ["factor=nan-jac"] = ("factor", () => Optimize.Leastsq(F, Start(), J, factor: double.NaN)),
            // The same input with SciPy's short result, for which SciPy raises.
            ["raise-flag-ier0"] = ("factor", () => { var (_, _) = Optimize.Leastsq(F, Start(), factor: -1); }),

            ["diag-zero"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [1, 0])),
            ["diag-zero-jac"] = ("diag", () => Optimize.Leastsq(F, Start(), J, diag: [1, 0])),
            ["diag-negative"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [1, -1])),
            ["diag-short"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [1])),
            ["diag-long"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [1, 1, 1])),
            ["diag-nan"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [double.NaN, 1])),
            ["diag-inf"] = ("diag", () => Optimize.Leastsq(F, Start(), diag: [double.PositiveInfinity, 1])),
        };

    private static double[] Start() => [.. Decay.Start];

    private static double[] Six(double[] b) => [.. b[..6]];
}
