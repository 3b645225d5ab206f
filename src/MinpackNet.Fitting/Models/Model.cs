namespace MinpackNet.Fitting;

/// <summary>
/// A model to fit: a function of parameters and predictors, with or without its derivatives. A <see cref="Formula"/> is
/// one.
/// </summary>
/// <remarks>An instance never changes and may be shared between threads if the user's functions may.</remarks>
public abstract class Model
{
    private protected Model()
    {
    }

    /// <summary>The names of the parameters, in order; null when the model does not know them.</summary>
    public virtual IReadOnlyList<string>? ParameterNames => null;

    /// <summary>What the model is, for a report; null when it cannot tell.</summary>
    internal virtual string? Text => null;

    /// <summary>Where the derivatives come from.</summary>
    public abstract DerivativeSource Derivatives { get; }

    /// <summary>A curve without derivatives: they are taken by differences.</summary>
    /// <param name="function">The model's value at a point.</param>
    /// <returns>The model.</returns>
    public static Model Of(CurveFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new CurveDelegateModel(function, gradient: null);
    }

    /// <summary>A curve with derivatives written by hand.</summary>
    /// <param name="function">The model's value at a point.</param>
    /// <param name="gradient">Its derivatives by the parameters there.</param>
    /// <returns>The model.</returns>
    public static Model Of(CurveFunction function, CurveGradient gradient)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        return new CurveDelegateModel(function, gradient);
    }

    /// <summary>A model of several predictors without derivatives: they are taken by differences.</summary>
    /// <param name="function">The model's value at a point.</param>
    /// <returns>The model.</returns>
    public static Model OfPoints(PointFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new PointDelegateModel(function, gradient: null);
    }

    /// <summary>A model of several predictors with derivatives written by hand.</summary>
    /// <param name="function">The model's value at a point.</param>
    /// <param name="gradient">Its derivatives by the parameters there.</param>
    /// <returns>The model.</returns>
    public static Model OfPoints(PointFunction function, PointGradient gradient)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        return new PointDelegateModel(function, gradient);
    }

    /// <summary>A curve written over any number type, which has exact derivatives.</summary>
    /// <typeparam name="TModel">The type that holds the curve.</typeparam>
    /// <returns>The model.</returns>
    public static Model Of<TModel>()
        where TModel : struct, ICurveModel => new GenericCurveModel<TModel>();

    /// <summary>A model of several predictors written over any number type, which has exact derivatives.</summary>
    /// <typeparam name="TModel">The type that holds the model.</typeparam>
    /// <returns>The model.</returns>
    public static Model OfPoints<TModel>()
        where TModel : struct, IPointModel => new GenericPointModel<TModel>();

    /// <summary>The columns that the model wants, in its order, out of those given.</summary>
    /// <exception cref="ArgumentException">The model cannot use them.</exception>
    internal abstract double[][] Bind(Predictors x);

    /// <summary>The model at every point.</summary>
    /// <param name="parameters">All n parameters.</param>
    /// <param name="columns">What <see cref="Bind"/> gave.</param>
    /// <param name="values">Takes m values.</param>
    internal abstract void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values);

    /// <summary>The derivatives at every point; only with a source other than differences.</summary>
    /// <param name="parameters">All n parameters.</param>
    /// <param name="columns">What <see cref="Bind"/> gave.</param>
    /// <param name="by">The indices of the parameters to differentiate by.</param>
    /// <param name="derivatives">Takes m derivatives by the first of those parameters, m by the second, ...</param>
    internal abstract void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives);

    /// <summary>
    /// The derivatives at every point, by differences if the model has none; see <see cref="Differentiate"/>.
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

    /// <summary>The derivatives at every point by central differences; see <see cref="Differentiate"/>.</summary>
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
