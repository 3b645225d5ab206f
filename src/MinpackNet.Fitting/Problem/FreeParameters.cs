namespace MinpackNet.Fitting;

/// <summary>What options say of parameters, residuals and weights: of one fit, and of many.</summary>
internal static class FreeParameters
{
    /// <summary>The bounds of all parameters.</summary>
    /// <exception cref="ArgumentException">A name is unknown, all are fixed, or bounds are wrong.</exception>
    public static ParameterBound[] Bounds(FitOptions options, string[] names)
    {
        Validate.Fixed(options.Fixed, names, nameof(options.Fixed));
        Validate.Bounds(options.Bounds, names, nameof(options.Bounds));
        return [.. names.Select(name => options.Bounds.FirstOrDefault(bound => bound.Name == name) ?? new(name))];
    }

    /// <summary>The indices of the parameters that neither the options nor equal bounds fix.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int[] Of(FitOptions options, string[] names, ParameterBound[] bounds)
    {
        int[] free = [.. Enumerable.Range(0, names.Length)
            .Where(j => !options.Fixed.Contains(names[j]) && bounds[j].Lower < bounds[j].Upper)];
        return free.Length > 0 ? free : throw Errors.NothingFree(nameof(options.Bounds));
    }

    /// <summary>Whether a free parameter is at one of its bounds, which then holds it back.</summary>
    public static BoundState State(ParameterBound bound, double value) =>
        value == bound.Lower ? BoundState.AtLower : value == bound.Upper ? BoundState.AtUpper : BoundState.Free;

    /// <summary>Bounds for the solver; null for none.</summary>
    public static Bounds? SolverBounds(double[] lower, double[] upper) =>
        lower.Any(double.IsFinite) || upper.Any(double.IsFinite) ? new(lower, upper) : null;

    /// <summary>The loss that replaces the square of each residual; null for none.</summary>
    public static Loss? Loss(FitOptions options) =>
        options.Loss is { Function: LossFunction.Linear } ? null : options.Loss;

    /// <summary>The relative error of the model's values. MINPACK: epsfcn.</summary>
    public static double ValuePrecision(FitOptions options) =>
        Math.Max(Precision.MachineEpsilon, options.Solver?.ResidualPrecision ?? 0);

    /// <summary>The inverse standard deviation of point i.</summary>
    public static double Weight(IReadOnlyList<double> sigma, int i) => 1 / sigma[sigma.Count == 1 ? 0 : i];

    /// <summary>The inverse standard deviations of so many points.</summary>
    public static double[] Weights(IReadOnlyList<double> sigma, int count)
    {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            weights[i] = Weight(sigma, i);
        }

        return weights;
    }
}
