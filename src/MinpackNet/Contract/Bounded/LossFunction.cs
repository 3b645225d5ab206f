using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// What a least-squares solve adds up for each residual f: a loss ρ(z) of z = (f / C)², times C², where C is the margin
/// between inliers and outliers. All but the first weigh outliers less. The names are those of
/// <c>scipy.optimize.least_squares</c>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<LossFunction>))]
public enum LossFunction
{
    /// <summary>ρ = z: plain least squares. SciPy: 'linear'.</summary>
    Linear = 0,

    /// <summary>ρ = 2 (√(1 + z) − 1): a smooth absolute value. SciPy: 'soft_l1'.</summary>
    SoftL1 = 1,

    /// <summary>ρ = z up to 1, then 2 √z − 1: Huber's. SciPy: 'huber'.</summary>
    Huber = 2,

    /// <summary>ρ = ln(1 + z): weighs outliers much less, and may have several minima. SciPy: 'cauchy'.</summary>
    Cauchy = 3,

    /// <summary>
    /// ρ = atan z: what an outlier adds is limited; there may be several minima. SciPy: 'arctan'.
    /// </summary>
    Arctan = 4,
}
