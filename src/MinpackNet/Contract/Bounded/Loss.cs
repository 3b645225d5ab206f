using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// A loss ρ with its margin C: a solve adds up C² ρ(z), where z = (f / C)², in place of the squares of the residuals f.
/// </summary>
/// <remarks>
/// Residuals well within the margin count as in least squares, those far outside, outliers, for less. A
/// <see cref="LossFunction"/> converts to its loss with the margin 1. Losses are equal if their functions and margins
/// are. SciPy: loss, f_scale.
/// </remarks>
[JsonConverter(typeof(LossJsonConverter))]
public sealed class Loss : IEquatable<Loss>
{
    private readonly Func<double, (double Value, double Slope, double Curvature)>? _custom;
    private readonly Func<double[], double[,]>? _callable;

    private Loss(
        LossFunction? function,
        double scale,
        Func<double, (double Value, double Slope, double Curvature)>? custom = null,
        Func<double[], double[,]>? callable = null)
    {
        Function = function;
        Scale = scale;
        _custom = custom;
        _callable = callable;
    }

    /// <summary>Plain least squares.</summary>
    public static Loss Linear { get; } = new(LossFunction.Linear, 1);

    /// <summary>Which of the known losses this is; null for one of the caller's own.</summary>
    public LossFunction? Function { get; }

    /// <summary>C, the margin between inliers and outliers, in the unit of the residuals.</summary>
    public double Scale { get; }

    internal bool IsLinear => Function == LossFunction.Linear;

    /// <summary>The loss of a function with the margin 1.</summary>
    /// <param name="function">One of the known ones.</param>
    public static implicit operator Loss(LossFunction function) => FromLossFunction(function);

    /// <summary>The same for languages without implicit conversions.</summary>
    /// <param name="function">One of the known ones.</param>
    /// <returns>Its loss with the margin 1.</returns>
    public static Loss FromLossFunction(LossFunction function) =>
        function == LossFunction.Linear ? Linear : new(function, 1);

    /// <summary>See <see cref="LossFunction.SoftL1"/>.</summary>
    /// <param name="scale">The margin; positive, from 1.5e-154 to 1.3e154. Default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is out of its range.</exception>
    public static Loss SoftL1(double scale = 1) => Known(LossFunction.SoftL1, scale);

    /// <summary>See <see cref="LossFunction.Huber"/>.</summary>
    /// <inheritdoc cref="SoftL1"/>
    public static Loss Huber(double scale = 1) => Known(LossFunction.Huber, scale);

    /// <summary>See <see cref="LossFunction.Cauchy"/>.</summary>
    /// <inheritdoc cref="SoftL1"/>
    public static Loss Cauchy(double scale = 1) => Known(LossFunction.Cauchy, scale);

    /// <summary>See <see cref="LossFunction.Arctan"/>.</summary>
    /// <inheritdoc cref="SoftL1"/>
    public static Loss Arctan(double scale = 1) => Known(LossFunction.Arctan, scale);

    /// <summary>A loss of the caller's own.</summary>
    /// <param name="rho">
    /// Takes z, not negative, and returns ρ(z) with its first and second derivative. It should start as z does, with
    /// the slope 1, and rise more and more slowly.
    /// </param>
    /// <param name="scale">The margin; positive, from 1.5e-154 to 1.3e154. Default 1.</param>
    /// <returns>The loss. It cannot be written as JSON.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is out of its range.</exception>
    public static Loss Custom(Func<double, (double Value, double Slope, double Curvature)> rho, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(rho);
        return new(null, CheckedScale(scale), custom: rho);
    }

    /// <summary>A loss of the caller's own, written as SciPy's callable losses are.</summary>
    /// <param name="rho">
    /// Takes the m values of z and returns a matrix of 3 by m: ρ, its first and its second derivatives.
    /// </param>
    /// <param name="scale">The margin; positive, from 1.5e-154 to 1.3e154. Default 1.</param>
    /// <returns>The loss. It cannot be written as JSON.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is out of its range.</exception>
    public static Loss Callable(Func<double[], double[,]> rho, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(rho);
        return new(null, CheckedScale(scale), callable: rho);
    }

    /// <summary>The loss and its derivatives.</summary>
    /// <param name="z">The square of a residual over the margin, not negative.</param>
    /// <returns>ρ(z), ρ′(z) and ρ″(z).</returns>
    public (double Value, double Slope, double Curvature) At(double z)
    {
        double slope = 0;
        double curvature = 0;
        Evaluate(new(ref z), new(ref slope), new(ref curvature));
        return (z, slope, curvature);
    }

    /// <inheritdoc/>
    public bool Equals(Loss? other) => other is not null && other.Function == Function && other.Scale.Equals(Scale)
        && Equals(other._custom, _custom) && Equals(other._callable, _callable);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Loss);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Function, Scale, _custom, _callable);

    /// <summary>The name of the loss and its margin.</summary>
    public override string ToString() =>
        IsLinear ? "Linear" : FormattableString.Invariant($"{Function?.ToString() ?? "Custom"}({Scale})");

    /// <summary>The same loss with a margin that has been checked.</summary>
    internal Loss WithScale(double scale) => new(Function, scale, _custom, _callable);

    /// <summary>Whether a margin, whose square a solve multiplies and divides by, is one.</summary>
    internal static bool IsScale(double value) => value > 0 && double.IsNormal(value * value);

    /// <summary>ρ and its derivatives at each z, in place.</summary>
    /// <param name="z">m values; receives ρ.</param>
    /// <param name="slopes">Receives ρ′; empty if not needed.</param>
    /// <param name="curvatures">Receives ρ″; empty if not needed.</param>
    /// <param name="isSciPys">Whether values round as SciPy's do, unless that leaves few digits.</param>
    internal void Evaluate(
        Span<double> z, Span<double> slopes, Span<double> curvatures, bool isSciPys = false)
    {
        double[,]? table = _callable?.Invoke(z.ToArray());
        if (_callable is not null && (table is null || table.GetLength(0) != 3 || table.GetLength(1) != z.Length))
        {
            throw Errors.LossShape("loss", table, z.Length);
        }

        bool keepsDigits = !isSciPys || LossFormulas.AreSmall(z);
        for (int i = 0; i < z.Length; i++)
        {
            (double value, double slope, double curvature) = table is null
                ? _custom?.Invoke(z[i]) ?? LossFormulas.At(Function!.Value, z[i], keepsDigits)
                : (table[0, i], table[1, i], table[2, i]);
            if (!slopes.IsEmpty)
            {
                if (Function is null && !double.IsFinite(value + slope + curvature))
                {
                    throw Errors.LossDerivative("loss", z[i]);
                }

                (slopes[i], curvatures[i]) = (slope, curvature);
            }

            z[i] = value;
        }
    }

    private static Loss Known(LossFunction function, double scale) => new(function, CheckedScale(scale));

    private static double CheckedScale(double scale) =>
        IsScale(scale) ? scale : throw Errors.LossScale(nameof(scale), scale);
}
