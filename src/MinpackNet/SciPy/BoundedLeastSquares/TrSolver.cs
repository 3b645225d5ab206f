using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>How the steps of <c>Optimize.LeastSquares</c> are found within a trust region. SciPy: tr_solver.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrSolver>))]
public enum TrSolver
{
    /// <summary>
    /// From the singular values of a dense Jacobian: the best step, at a cost that grows with m n². SciPy: 'exact'.
    /// </summary>
    Exact = 0,

    /// <summary>
    /// From products with the Jacobian, by LSMR (Fong, Saunders, SIAM J. Sci. Comput. 33 (2011) 2950-2971): for large
    /// sparse Jacobians and operators. SciPy: 'lsmr'.
    /// </summary>
    Lsmr = 1,
}
