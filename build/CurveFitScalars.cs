// Writes src/MinpackNet/SciPy/CurveFitting/Optimize.CurveFit.Scalars.cs:
//
//     dotnet run build/CurveFitScalars.cs
//
// A test compiles this file too, and fails when what it writes is not what is there.
using System.Text;

#if !CHECKED_BY_A_TEST
File.WriteAllText("src/MinpackNet/SciPy/CurveFitting/Optimize.CurveFit.Scalars.cs", CurveFitScalars.Source);
#endif

/// <summary>The overloads of Optimize.CurveFit that differ in the number of the model's parameters alone.</summary>
internal static class CurveFitScalars
{
    private const int MostParameters = 8;

    private const string Head =
"""
// Written by build/CurveFitScalars.cs: change that, not this.
namespace MinpackNet;

/// <content>
/// Curve fits of models with explicit scalar parameters: how many follows from the lambda, so the start values may be
/// left out.
/// </content>
public static partial class Optimize
{
    /// <summary>Fits a model of one point with explicit scalar parameters, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="T">
    /// The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a tuple or a record.
    /// </typeparam>
    /// <param name="f">Takes a point and the parameters, returns the model there.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n.</param>
    /// <param name="p0">The start values; null for all 1.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">
    /// Whether <paramref name="sigma"/> holds in absolute terms, or gives weights only.
    /// </param>
    /// <param name="checkFinite">
    /// Whether NaN and infinity in the data are errors; null for yes, unless there is a policy.
    /// </param>
    /// <param name="nanPolicy">
    /// What to do with NaN in the data; null to leave it to <paramref name="checkFinite"/>.
    /// </param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">The model at the start, or a derivative, is not finite.</exception>

""";

    private const string Inherited =
"""
    /// <inheritdoc cref="CurveFit{T}(Func{T, double, double}, T[], double[], double[], Sigma, bool, bool?,
    /// NanPolicy?, Func{T, double[], double[]}, LeastSquaresOptions)"/>

""";

    private const string Tail =
"""
    private static double[] StartOf(double[]? p0, int parameterCount)
    {
        double[] start = p0 ?? [.. Enumerable.Repeat(1.0, parameterCount)];
        return start.Length == parameterCount ? start : throw Errors.StartLength("p0", start.Length, parameterCount);
    }
}

""";

    public static string Source
    {
        get
        {
            StringBuilder source = new(Head);
            for (int count = 1; count <= MostParameters; count++)
            {
                source.Append(count == 1 ? string.Empty : Inherited).Append(Overload(count)).Append('\n');
            }

            return source.Append(Tail).ToString();
        }
    }

    private static string Overload(int count)
    {
        string doubles = string.Join(", ", Enumerable.Repeat("double", count + 1));
        string arguments = string.Join(", ", Enumerable.Range(0, count).Select(j => $"p[{j}]"));
        return
            $$"""
                public static CurveFitResult CurveFit<T>(
                    Func<T, {{doubles}}> f,
                    T[] xdata,
                    double[] ydata,
                    double[]? p0 = null,
                    Sigma? sigma = null,
                    bool absoluteSigma = false,
                    bool? checkFinite = null,
                    NanPolicy? nanPolicy = null,
                    Func<T, double[], double[]>? jac = null,
                    LeastSquaresOptions? options = null)
                {
                    ArgumentNullException.ThrowIfNull(f);
                    return CurveFit(
                        (x, p) => f(x, {{arguments}}),
                        xdata,
                        ydata,
                        StartOf(p0, {{count}}),
                        sigma,
                        absoluteSigma,
                        checkFinite,
                        nanPolicy,
                        jac,
                        options);
                }

            """;
    }
}
