using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>How hard a fit tries.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FitStrategy>))]
public enum FitStrategy
{
    /// <summary>One solve with the given options, as SciPy's curve_fit does.</summary>
    Plain = 0,

    /// <summary>
    /// A search for the lowest minimum: solves from the given start with step bounds 100, 10, 1 and 0.1; two
    /// independent searches, which refine the best of hundreds of samples around the start and about the sizes of the
    /// data; solves from the points that stand out; and solves from 32 starts that nothing selected. The lowest end is
    /// the result, of ends that the data cannot tell apart (aliases of a frequency, mirror images) the one closest to
    /// the start, and <see cref="FitResult.IsCertified"/> tells whether it is certified. The samples have parameters of
    /// both signs and all orders of magnitude, so a model should return NaN, not throw, where it is undefined. The same
    /// input gives the same result each time.
    /// <para>
    /// Of a <see cref="Formula"/>, and of an <see cref="ICurveModel"/> with names that does not branch, parameters may
    /// have no start value. The samples then come from ranges that the model and the data suggest, and the best of some
    /// is the start.
    /// </para>
    /// </summary>
    Search = 1,

    /// <summary>
    /// For a formula, or a generic model that does not branch, with parameters in which it is linear together, such as
    /// amplitudes and offsets: a solve in the others alone, with a linear fit at each point (variable projection, Golub
    /// and Pereyra 1973, Kaufman 1975), and one in all parameters from where that ends. The start values of the linear
    /// parameters do not matter and may be left out. Without such parameters, with bounds, a loss or counts, and
    /// for other models, the same as <see cref="Plain"/>.
    /// </summary>
    Projected = 2,
}
