using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The checks at the border: behind them, everything is taken to be in order.</summary>
internal static class Validate
{
    public static void Start(ReadOnlySpan<double> start, string argument = "start")
    {
        if (start.IsEmpty)
        {
            throw Errors.TooFewParameters(argument);
        }

        int index = NonFinite.IndexIn(start);
        if (index >= 0)
        {
            throw Errors.NonFiniteStart(argument, index, start[index]);
        }
    }

    public static void Workspace(LeastSquaresWorkspace workspace, int parameterCount, bool rowByRow)
    {
        if (workspace.ParameterCount != parameterCount)
        {
            throw Errors.WorkspaceShape(
                nameof(workspace), workspace.ParameterCount, workspace.ResidualCount, parameterCount);
        }

        if (workspace.IsRowByRow != rowByRow)
        {
            throw Errors.WorkspaceRowByRow(workspace.IsRowByRow);
        }
    }

    public static void Workspace(NonlinearEquationsWorkspace workspace, int parameterCount)
    {
        if (workspace.ParameterCount != parameterCount)
        {
            throw Errors.WorkspaceShape(
                nameof(workspace), workspace.ParameterCount, workspace.ParameterCount, parameterCount);
        }
    }

    public static void Options(NonlinearEquationsOptions options, int parameterCount)
    {
        if (options.Bandwidth is { } band && (band.Lower < 0 || band.Upper < 0))
        {
            throw Errors.Bandwidth(nameof(options.Bandwidth), band);
        }

        Options((SolverOptions)options, parameterCount);
    }

    public static void Options(LeastSquaresOptions options, int parameterCount, bool rowByRow)
    {
        Degree(options.MaxDegreeOfParallelism, nameof(options.MaxDegreeOfParallelism));
        Arithmetic(options.Arithmetic, rowByRow, nameof(options.Arithmetic));
        Tolerance(options.FunctionTolerance, nameof(options.FunctionTolerance));
        Tolerance(options.GradientTolerance, nameof(options.GradientTolerance));
        Options((SolverOptions)options, parameterCount);
    }

    public static void FitOptions(LeastSquaresOptions options, int parameterCount)
    {
        Options(options, parameterCount, rowByRow: false);
        if (options.Observer is not null)
        {
            throw Errors.ObserverOfManyFits(nameof(options.Observer));
        }
    }

    public static void LaneOptions(LeastSquaresOptions options, int parameterCount)
    {
        FitOptions(options, parameterCount);
        if (options.Arithmetic != MinpackNet.Arithmetic.Exact)
        {
            throw Errors.FastInLanes(nameof(options.Arithmetic));
        }
    }

    public static void FitData(int length, int fitCount, string argument = "data")
    {
        if (fitCount == 0 ? length != 0 : length % fitCount != 0)
        {
            throw Errors.FitData(argument, length, fitCount);
        }
    }

    public static void FitShape(int fitCount, int parameterCount, int residualCount)
    {
        if (fitCount < 0)
        {
            throw Errors.FitCount(nameof(fitCount), fitCount);
        }

        Shape(parameterCount, residualCount);
    }

    /// <summary>What a least-squares problem must have.</summary>
    public static void Shape(int parameterCount, int residualCount)
    {
        if (parameterCount <= 0)
        {
            throw Errors.Count(nameof(parameterCount), parameterCount, "parameters");
        }

        if (residualCount < parameterCount)
        {
            throw Errors.TooFewResiduals(nameof(residualCount), residualCount, parameterCount);
        }
    }

    public static void Tolerance(double value, string argument)
    {
        if (!(value >= 0))
        {
            throw Errors.Tolerance(argument, value);
        }
    }

    public static void StepFactor(double value, string argument)
    {
        if (!(value > 0))
        {
            throw Errors.StepFactor(argument, value);
        }
    }

    public static void Precision(double? value, string argument)
    {
        if (value is { } precision && !double.IsFinite(precision))
        {
            throw Errors.ResidualPrecision(argument, precision);
        }
    }

    public static void Scale(IReadOnlyList<double>? scale, int parameterCount, string argument)
    {
        if (scale is null)
        {
            return;
        }

        if (scale.Count != parameterCount)
        {
            throw Errors.ScaleLength(argument, scale.Count, parameterCount);
        }

        for (int j = 0; j < parameterCount; j++)
        {
            if (!(scale[j] > 0 && double.IsFinite(scale[j])))
            {
                throw Errors.ScaleValue(argument, j, scale[j]);
            }
        }
    }

    public static void Shape(
        double[,] jacobian, (int Rows, int Columns) expected, bool columnDerivatives, string function)
    {
        (int, int) shape = (jacobian.GetLength(0), jacobian.GetLength(1));
        if (shape != expected)
        {
            throw Errors.JacobianShape(function, expected, shape, columnDerivatives);
        }
    }

    private static void Degree(int value, string argument)
    {
        if (value is 0 or < -1)
        {
            throw Errors.Degree(argument, value);
        }
    }

    private static void Arithmetic(Arithmetic value, bool rowByRow, string argument)
    {
        if (value is not (MinpackNet.Arithmetic.Exact or MinpackNet.Arithmetic.Fast))
        {
            throw Errors.UnknownArithmetic(argument, value);
        }

        if (value == MinpackNet.Arithmetic.Exact)
        {
            return;
        }

        if (rowByRow)
        {
            throw Errors.FastRowByRow(argument);
        }

        if (!NativeLibraryState.HasFastArithmetic)
        {
            throw Errors.NoFastArithmetic(NativeLibraryState.Description);
        }
    }

    private static void Options(SolverOptions options, int parameterCount)
    {
        Tolerance(options.StepTolerance, nameof(options.StepTolerance));
        if (options.MaxEvaluations is { } limit && limit <= 0)
        {
            throw Errors.MaxEvaluations(nameof(options.MaxEvaluations), limit);
        }

        StepFactor(options.InitialStepFactor, nameof(options.InitialStepFactor));
        Precision(options.ResidualPrecision, nameof(options.ResidualPrecision));
        Scale(options.ParameterScale, parameterCount, nameof(options.ParameterScale));
        if (options.NonFiniteValues is not (NonFinitePolicy.Throw or NonFinitePolicy.Propagate))
        {
            throw Errors.Policy(nameof(options.NonFiniteValues), options.NonFiniteValues);
        }
    }
}
