using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The methods of <c>scipy.optimize.root</c> that are MINPACK's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RootMethod>))]
public enum RootMethod
{
    /// <summary>Powell's hybrid method, for as many equations as unknowns. MINPACK: hybrd, hybrj.</summary>
    Hybr = 0,

    /// <summary>
    /// The method of Levenberg and Marquardt, which minimizes the sum of squares: for at least as many equations as
    /// unknowns, and where there may be no root. MINPACK: lmdif, lmder.
    /// </summary>
    Lm = 1,
}
