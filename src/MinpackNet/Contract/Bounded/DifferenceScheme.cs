using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>How derivatives are estimated where no Jacobian is given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DifferenceScheme>))]
public enum DifferenceScheme
{
    /// <summary>
    /// Forward differences: one evaluation for each parameter, about 8 right digits. SciPy: '2-point'.
    /// </summary>
    TwoPoint = 0,

    /// <summary>
    /// Central differences, one-sided ones of three points near a bound: two evaluations for each parameter, about 10
    /// right digits. SciPy: '3-point'.
    /// </summary>
    ThreePoint = 1,
}
