namespace MinpackNet;

/// <content>What functions on arrays return.</content>
internal static partial class Validate
{
    public static void Iterations(int value, string argument)
    {
        if (value <= 0)
        {
            throw Errors.Iterations(argument, value);
        }
    }

    /// <summary>What the method demands of the number of values.</summary>
    public static void EquationCount(RootMethod method, int values, int parameters, string function)
    {
        if (method == RootMethod.Hybr && values != parameters)
        {
            throw Errors.EquationsShape(function, values, parameters, "method: RootMethod.Lm");
        }

        if (values < parameters)
        {
            throw Errors.TooFewValues(function, values, parameters, "value");
        }
    }

    public static void Options(RootOptions options, int parameterCount)
    {
        Tolerance(options.Xtol ?? 0, nameof(options.Xtol));
        Tolerance(options.Ftol, nameof(options.Ftol));
        Tolerance(options.Gtol, nameof(options.Gtol));
        StepFactor(options.Factor, nameof(options.Factor));
        Precision(options.Eps, nameof(options.Eps));
        Scale(options.Diag, parameterCount, nameof(options.Diag));
        Known(options.NonFiniteValues, nameof(options.NonFiniteValues));
    }

    public static void Shape(
        double[,] jacobian, (int Rows, int Columns) expected, ColumnDerivatives? layout, string function)
    {
        (int, int) shape = (jacobian.GetLength(0), jacobian.GetLength(1));
        if (shape != expected)
        {
            throw Errors.JacobianShape(function, expected, shape, layout);
        }
    }

    public static void Loss(Loss value, double scale, string argument, string scaleArgument)
    {
        Known(value.Function ?? LossFunction.Linear, argument);

        if (!value.IsLinear && !MinpackNet.Loss.IsScale(Math.Abs(scale)))
        {
            throw Errors.SignedLossScale(scaleArgument, scale);
        }

        if (!value.IsLinear && value.Scale != 1 && scale != 1)
        {
            throw Errors.TwoScales(scaleArgument, value.Scale);
        }
    }

    public static void Evaluations(int? value, string argument)
    {
        if (value <= 0)
        {
            throw Errors.MaxEvaluations(argument, value.Value);
        }
    }

    public static void Workers(int value, string argument)
    {
        if (value is not (-1 or > 0))
        {
            throw Errors.Workers(argument, value);
        }
    }

    /// <summary>A step for each parameter, from one for all or one for each.</summary>
    public static double[]? DifferenceSteps(double[]? steps, int parameterCount, string argument)
    {
        if (steps is null)
        {
            return null;
        }

        if (steps.Length != 1 && steps.Length != parameterCount)
        {
            throw Errors.DifferenceStepLength(argument, steps.Length, parameterCount);
        }

        int index = NonFinite.IndexIn(steps);
        if (index >= 0)
        {
            throw Errors.DifferenceStep(argument, index, steps[index]);
        }

        double[] all = new double[parameterCount];
        for (int j = 0; j < parameterCount; j++)
        {
            all[j] = steps[steps.Length == 1 ? 0 : j];
        }

        return all;
    }

    /// <summary>What a curve fit takes as arguments of its own.</summary>
    public static void CurveFitOptions(LeastSquaresOptions options, string argument)
    {
        string? property = options switch
        {
            { Bounds: not null } => nameof(options.Bounds),
            { Loss: { IsLinear: false } } => nameof(options.Loss),
            { Method: not (null or LeastSquaresMethod.Lm) } => nameof(options.Method),
            { Differences: not DifferenceScheme.TwoPoint } => nameof(options.Differences),
            _ => null,
        };
        if (property is not null)
        {
            string better = property == nameof(options.Differences) ? "jac" : property.ToLowerInvariant();
            throw Errors.OptionElsewhere(argument, property, better);
        }
    }

    /// <summary>Whether any test for the end can be met.</summary>
    public static void SomeTolerance(double largest, string argument)
    {
        if (largest < Defaults.MachineEpsilon)
        {
            throw Errors.NoTolerance(argument);
        }
    }

    /// <summary>Whether steps are found by LSMR, if the arguments for that belong together.</summary>
    /// <param name="solver">What is asked for, and what the argument is called.</param>
    /// <param name="options">The same.</param>
    /// <param name="method">The method.</param>
    /// <param name="jacobian">The Jacobian.</param>
    /// <param name="columnScale">The argument that asks for the norms of the Jacobian's columns; null for none.</param>
    public static bool UsesLsmr(
        (TrSolver? Value, string Argument) solver,
        (TrOptions? Value, string Argument) options,
        LeastSquaresMethod method,
        JacobianChoice jacobian,
        string? columnScale)
    {
        bool isDense = jacobian.Form == JacobianForm.Dense;
        Known(solver.Value ?? TrSolver.Exact, solver.Argument);
        if (method == LeastSquaresMethod.Lm && !isDense)
        {
            throw Errors.MinpackIsDense(jacobian.Argument);
        }

        if (method == LeastSquaresMethod.Lm && (solver.Value is not null || options.Value is not null))
        {
            throw Errors.MinpackSolver(solver.Value is null ? options.Argument : solver.Argument);
        }

        if (solver.Value == TrSolver.Exact && !isDense)
        {
            throw Errors.ExactIsDense(solver.Argument, jacobian.Argument);
        }

        if (jacobian.Form == JacobianForm.Operator && columnScale is not null)
        {
            throw Errors.OperatorScale(columnScale);
        }

        bool usesLsmr = !isDense || solver.Value == TrSolver.Lsmr;
        if (options.Value is { } given)
        {
            if (!usesLsmr)
            {
                throw Errors.ExactOptions(options.Argument);
            }

            Options(given, method);
        }

        return usesLsmr;
    }

    private static void Options(TrOptions options, LeastSquaresMethod method)
    {
        if (method == LeastSquaresMethod.Dogbox && options.Regularize is not null)
        {
            throw Errors.DogboxRegularize(nameof(options.Regularize));
        }

        Tolerance(options.Atol, nameof(options.Atol));
        Tolerance(options.Btol, nameof(options.Btol));
        Tolerance(options.Conlim, nameof(options.Conlim));
        if (options.Maxiter is { } limit)
        {
            Iterations(limit, nameof(options.Maxiter));
        }

        if (!(options.Damp >= 0 && double.IsFinite(options.Damp)))
        {
            throw Errors.Damp(nameof(options.Damp), options.Damp);
        }
    }

    /// <summary>Whether observations that nobody checked are finite.</summary>
    public static void Observations(double[] ydata, double[] start)
    {
        int index = NonFinite.IndexIn(ydata);
        if (index >= 0)
        {
            throw Errors.NonFiniteObservation(ydata[index], index, start);
        }
    }

    /// <summary>Whether the model, where it is not finite, is so of a point that is finite.</summary>
    public static void Points(object? xdata, ReadOnlySpan<double> model, double[] parameters)
    {
        int index = NonFinite.IndexIn(model);
        if (index >= 0 && CurveData.NonFiniteIn(xdata, index) is { } value)
        {
            throw Errors.NonFinitePoint(value, index, model[index], parameters);
        }
    }

    /// <summary>What method lm demands of each tolerance.</summary>
    public static void MinpackTolerance(double? value, string argument)
    {
        if (!(value >= Defaults.MachineEpsilon))
        {
            throw Errors.MinpackTolerance(argument, value);
        }
    }

    /// <summary>What method lm cannot do.</summary>
    public static void MinpackCan(
        double[] lower, double[] upper, Loss loss, string boundsArgument, string lossArgument)
    {
        if (!loss.IsLinear)
        {
            throw Errors.MinpackLoss(lossArgument, loss);
        }

        if (lower.Any(double.IsFinite) || upper.Any(double.IsFinite))
        {
            throw Errors.MinpackBounds(boundsArgument);
        }
    }

    /// <summary>What the method demands of the number of residuals.</summary>
    public static void ResidualCount(int residuals, int parameters, LeastSquaresMethod method, string function)
    {
        if (residuals == 0)
        {
            throw Errors.NoResiduals(function);
        }

        if (method == LeastSquaresMethod.Lm && residuals < parameters)
        {
            throw Errors.TooFewResiduals(function, residuals, parameters);
        }
    }
}
