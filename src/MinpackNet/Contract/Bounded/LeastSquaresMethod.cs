using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The methods of <c>scipy.optimize.least_squares</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeastSquaresMethod>))]
public enum LeastSquaresMethod
{
    /// <summary>
    /// The trust-region reflective method, whose points are always strictly inside the bounds (Branch, Coleman, Li,
    /// SIAM J. Sci. Comput. 21 (1999) 1-23). For any problem. SciPy: 'trf'.
    /// </summary>
    Trf = 0,

    /// <summary>
    /// The dogleg method in a box, whose points may be on the bounds (Voglis, Lagaris, WSEAS Corfu 2004): often fewer
    /// evaluations for small problems with bounds. Not for Jacobians of less than full rank. SciPy: 'dogbox'.
    /// </summary>
    /// <remarks>
    /// It can report success with status 3 or 4 at a point that is not an optimum, where a parameter reached its bound
    /// by chance, as SciPy's does: see whether the result is optimal.
    /// </remarks>
    Dogbox = 1,

    /// <summary>
    /// The method of Levenberg and Marquardt, without bounds and with the linear loss, for at least as many residuals
    /// as parameters. MINPACK: lmder. SciPy: 'lm'.
    /// </summary>
    Lm = 2,
}
