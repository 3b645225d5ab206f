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

    /// <summary>Whether the model has predictors, or may have some.</summary>
    internal virtual bool HasPredictors => true;

    /// <summary>Whether the model calls a function by a name in its text.</summary>
    internal virtual bool Calls(string name) => false;

    /// <summary>Whether the model has a function that oscillates; null when its inside is unknown.</summary>
    internal virtual bool? Oscillates => null;

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
        where TModel : struct, ICurveModel => new GenericCurveModel<TModel>(null);

    /// <summary>
    /// A curve written for any number type, whose parameters have names: one that does not branch can be fitted without
    /// start values, as a <see cref="Formula"/> can; see <see cref="ICurveModel"/>.
    /// </summary>
    /// <typeparam name="TModel">The type that implements the curve.</typeparam>
    /// <param name="parameters">The names of all its parameters, in their order.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A name is empty or used twice, or there are none.</exception>
    public static Model FromCurve<TModel>(params IReadOnlyList<string> parameters)
        where TModel : struct, ICurveModel =>
        new GenericCurveModel<TModel>(Validate.ParameterNames(parameters, nameof(parameters)));

    /// <summary>A model of several predictors written for any number type, with exact derivatives.</summary>
    /// <typeparam name="TModel">The type that implements the model.</typeparam>
    /// <returns>The model.</returns>
    public static Model FromSurface<TModel>()
        where TModel : struct, ISurfaceModel => new GenericSurfaceModel<TModel>(null);

    /// <summary>
    /// A model of several predictors written for any number type, whose parameters have names: one that does not branch
    /// can be fitted without start values, as a <see cref="Formula"/> can; see <see cref="ICurveModel"/>.
    /// </summary>
    /// <typeparam name="TModel">The type that implements the model.</typeparam>
    /// <param name="parameters">The names of all its parameters, in their order.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A name is empty or used twice, or there are none.</exception>
    public static Model FromSurface<TModel>(params IReadOnlyList<string> parameters)
        where TModel : struct, ISurfaceModel =>
        new GenericSurfaceModel<TModel>(Validate.ParameterNames(parameters, nameof(parameters)));

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
    /// <returns>How often the model was evaluated over all points for differences.</returns>
    internal int DerivativesAt(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        ReadOnlySpan<int> by,
        DifferenceSteps steps,
        Span<double> derivatives)
    {
        if (Derivatives == DerivativeSource.Differences)
        {
            return CentralDifferences(parameters, columns, by, steps, derivatives);
        }

        ExactDerivatives(parameters, columns, by, derivatives, steps);
        return 0;
    }

    /// <summary>
    /// The model's own derivatives; automatic ones that are not finite where the model is are replaced by their limits,
    /// and at a bound, if they have none, by those of a step inward. See <see cref="Differentiate"/>.
    /// </summary>
    internal void ExactDerivatives(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        ReadOnlySpan<int> by,
        Span<double> derivatives,
        DifferenceSteps? steps = null)
    {
        Differentiate(parameters, columns, by, derivatives);
        for (int k = 0; Derivatives == DerivativeSource.Automatic && k < by.Length; k++)
        {
            int m = derivatives.Length / by.Length;
            TakeLimits(parameters, columns, by[k], steps, derivatives.Slice(k * m, m));
        }
    }

    /// <summary>The derivatives at all points by central differences; see <see cref="Differentiate"/>.</summary>
    /// <returns>How often the model was evaluated over all points.</returns>
    internal int CentralDifferences(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        ReadOnlySpan<int> by,
        DifferenceSteps steps,
        Span<double> derivatives)
    {
        int m = derivatives.Length / by.Length;
        int evaluations = 1;
        double[] point = parameters.ToArray();
        double[] values = new double[m];
        Evaluate(point, columns, values);
        for (int k = 0; k < by.Length; k++)
        {
            int j = by[k];
            double here = point[j];
            steps.CentralDifference(EvaluateAt, j, here, values, derivatives.Slice(k * m, m));
            point[j] = here;

            void EvaluateAt(double value, Span<double> there)
            {
                evaluations++;
                point[j] = value;
                Evaluate(point, columns, there);
            }
        }

        return evaluations;
    }

    /// <summary>Puts limits of difference quotients where the derivatives by parameter j are not finite.</summary>
    private void TakeLimits(
        ReadOnlySpan<double> parameters,
        double[][] columns,
        int j,
        DifferenceSteps? steps,
        Span<double> derivatives)
    {
        int first = Finite.FirstOther(derivatives);
        if (first < 0)
        {
            return;
        }

        List<int> rows = [];
        for (int i = first; i < derivatives.Length; i++)
        {
            if (!double.IsFinite(derivatives[i]))
            {
                rows.Add(i);
            }
        }

        double[] point = parameters.ToArray();
        double[][] some = [.. columns.Select(column => rows.Select(i => column[i]).ToArray())];
        double here = point[j];
        double[] limits = DifferenceLimit.Of((value, there) => Evaluate(value, there), here, rows.Count);
        if (steps?.IsAtBound(j, here) == true && !Array.TrueForAll(limits, double.IsFinite))
        {
            // The slope of a root at zero is infinite; a step inward tells which way is down.
            double[] values = new double[rows.Count];
            Evaluate(here, values);
            steps.CentralDifference(Evaluate, j, here, values, limits);
        }

        foreach ((int i, double limit) in rows.Zip(limits).Where(pair => double.IsFinite(pair.Second)))
        {
            derivatives[i] = limit;
        }

        void Evaluate(double value, Span<double> values)
        {
            if (steps?.IsWithin(j, value) == false)
            {
                values.Fill(double.NaN);
                return;
            }

            point[j] = value;
            this.Evaluate(point, some, values);
        }
    }
}
