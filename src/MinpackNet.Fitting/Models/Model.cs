namespace MinpackNet.Fitting;

/// <summary>
/// A model to fit: a function of parameters and predictors, with or without derivatives. A <see cref="Formula"/> is
/// one.
/// </summary>
/// <remarks>An instance never changes and may be shared between threads if the user's functions may.</remarks>
public abstract class Model
{
    private protected Model()
    {
    }

    /// <summary>The names of the parameters, in order; null when they have none.</summary>
    public virtual IReadOnlyList<string>? ParameterNames => null;

    /// <summary>The model as text, for a report; null for none.</summary>
    internal virtual string? Text => null;

    /// <summary>Where the derivatives come from.</summary>
    public abstract DerivativeSource Derivatives { get; }

    /// <summary>A curve whose derivatives are taken by differences.</summary>
    /// <param name="function">The model's value at one point.</param>
    /// <returns>The model.</returns>
    public static Model FromCurve(CurveFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new CurveDelegateModel(function, gradient: null);
    }

    /// <summary>A curve with derivatives written by hand.</summary>
    /// <param name="function">The model's value at one point.</param>
    /// <param name="gradient">Its derivatives with respect to the parameters.</param>
    /// <returns>The model.</returns>
    public static Model FromCurve(CurveFunction function, CurveGradient gradient)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        return new CurveDelegateModel(function, gradient);
    }

    /// <summary>A model of several predictors whose derivatives are taken by differences.</summary>
    /// <param name="function">The model's value at one point.</param>
    /// <returns>The model.</returns>
    public static Model FromSurface(SurfaceFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new SurfaceDelegateModel(function, gradient: null);
    }

    /// <summary>A model of several predictors with derivatives written by hand.</summary>
    /// <param name="function">The model's value at one point.</param>
    /// <param name="gradient">Its derivatives with respect to the parameters.</param>
    /// <returns>The model.</returns>
    public static Model FromSurface(SurfaceFunction function, SurfaceGradient gradient)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        return new SurfaceDelegateModel(function, gradient);
    }

    /// <summary>A curve written for any number type, with exact derivatives.</summary>
    /// <typeparam name="TModel">The type that implements the curve.</typeparam>
    /// <returns>The model.</returns>
    public static Model FromCurve<TModel>()
        where TModel : struct, ICurveModel => new GenericCurveModel<TModel>();

    /// <summary>A model of several predictors written for any number type, with exact derivatives.</summary>
    /// <typeparam name="TModel">The type that implements the model.</typeparam>
    /// <returns>The model.</returns>
    public static Model FromSurface<TModel>()
        where TModel : struct, ISurfaceModel => new GenericSurfaceModel<TModel>();

    /// <summary>The columns that the model uses, in its own order.</summary>
    /// <exception cref="ArgumentException">The model cannot use them.</exception>
    internal abstract double[][] Bind(Predictors x);

    /// <summary>The model's values at all points.</summary>
    /// <param name="parameters">All n parameters.</param>
    /// <param name="columns">The columns from <see cref="Bind"/>.</param>
    /// <param name="values">Receives m values.</param>
    internal abstract void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values);

    /// <summary>The model's own derivatives at all points; not for a model without any.</summary>
    /// <param name="parameters">All n parameters.</param>
    /// <param name="columns">The columns from <see cref="Bind"/>.</param>
    /// <param name="by">The indices of the parameters to differentiate with respect to.</param>
    /// <param name="derivatives">Receives m derivatives for the first of those parameters, then m for the next.</param>
    internal abstract void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives);

    /// <summary>
    /// The derivatives at all points, by differences if the model has none of its own; see <see cref="Differentiate"/>.
    /// </summary>
    internal void DerivativesAt(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        ReadOnlySpan<int> by,
        double relativeStep,
        Span<double> derivatives)
    {
        if (Derivatives == DerivativeSource.Differences)
        {
            CentralDifferences(parameters, columns, by, relativeStep, derivatives);
        }
        else
        {
            Differentiate(parameters, columns, by, derivatives);
        }
    }

    /// <summary>The derivatives at all points by central differences; see <see cref="Differentiate"/>.</summary>
    internal void CentralDifferences(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        ReadOnlySpan<int> by,
        double relativeStep,
        Span<double> derivatives)
    {
        int m = derivatives.Length / by.Length;
        double[] point = parameters.ToArray();
        double[] above = new double[m];
        for (int k = 0; k < by.Length; k++)
        {
            double here = point[by[k]];
            double step = relativeStep * (here == 0 ? 1 : Math.Abs(here));
            double right = here + step;
            double left = here - step;
            Span<double> column = derivatives.Slice(k * m, m);
            point[by[k]] = right;
            Evaluate(point, columns, above);
            point[by[k]] = left;
            Evaluate(point, columns, column);
            point[by[k]] = here;
            for (int i = 0; i < m; i++)
            {
                column[i] = (above[i] - column[i]) / (right - left);
            }
        }
    }
}
