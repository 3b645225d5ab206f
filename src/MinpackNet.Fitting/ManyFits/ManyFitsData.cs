namespace MinpackNet.Fitting;

/// <summary>The model, data, weights and starts of many fits.</summary>
/// <param name="Model">The model.</param>
/// <param name="Names">The names of its parameters.</param>
/// <param name="X">The predictors.</param>
/// <param name="Y">The observations.</param>
/// <param name="Starts">The starts, in the order of the names.</param>
/// <param name="Sigma">The standard deviations, one for each point or one for all; null for equal weights.</param>
internal sealed record ManyFitsData(
    Model Model,
    string[] Names,
    PerFit<Predictors> X,
    IReadOnlyList<double[]> Y,
    PerFit<double[]> Starts,
    PerFit<IReadOnlyList<double>?> Sigma)
{
    public int Count => Y.Count;

    /// <summary>Checks what belongs to one fit.</summary>
    /// <param name="fit">Which.</param>
    /// <param name="free">How many parameters are not fixed.</param>
    /// <param name="bounds">Those of all parameters.</param>
    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public void Check(int fit, int free, ParameterBound[] bounds)
    {
        double[] y = Y[fit] ?? throw Errors.NullFit("y");
        Predictors x = X[fit] ?? throw Errors.NullFit("x");
        double[] start = Starts[fit] ?? throw Errors.NullFit("start");
        Validate.Observations(y, x.PointCount, "y");
        Validate.Count(y.Length, free, "y");
        if (start.Length != Names.Length)
        {
            throw Errors.StartCount("start", Names, start.Length, Model.HasPredictors);
        }

        for (int j = 0; j < start.Length; j++)
        {
            if (!double.IsFinite(start[j]))
            {
                throw Errors.NonFiniteStart("start", Names[j], start[j]);
            }
        }

        Validate.Start(Names, start, bounds, "start");
        if (Sigma[fit] is { } sigma)
        {
            Validate.Sigma(sigma, y.Length, "sigma");
        }
        else if (Sigma.IsOwn)
        {
            throw Errors.NullFit("sigma");
        }

        if (X.IsOwn)
        {
            _ = Model.Bind(x);
        }
    }
}
