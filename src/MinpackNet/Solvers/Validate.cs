using MinpackNet.Interop;

namespace MinpackNet;

/// <content>Options and workspaces.</content>
internal static partial class Validate
{
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
        Known(options.Loss?.Function ?? LossFunction.Linear, nameof(options.Loss));
        Known(options.Method ?? LeastSquaresMethod.Trf, nameof(options.Method));
        Known(options.Differences, nameof(options.Differences));
        if (rowByRow && options.IsBounded)
        {
            throw Errors.BoundedRowByRow(nameof(options));
        }

        bool hasMore = options.Bounds is not null || options.Loss is { IsLinear: false };
        if (hasMore && options.Method == LeastSquaresMethod.Lm)
        {
            throw Errors.MinpackOnly(
                nameof(options.Method), options.Bounds is null ? nameof(options.Loss) : nameof(options.Bounds));
        }

        Options((SolverOptions)options, parameterCount);
    }

    /// <summary>The options of a solve with a sparse Jacobian.</summary>
    public static void SparseOptions(LeastSquaresOptions options, int parameterCount)
    {
        Options(options, parameterCount, rowByRow: false);
        if (options.Method == LeastSquaresMethod.Lm)
        {
            throw Errors.MinpackSparse(nameof(options.Method));
        }

        if (options.CheckJacobian)
        {
            throw Errors.SparseCheck(nameof(options.CheckJacobian));
        }
    }

    /// <summary>Whether a structure has the shape of the Jacobian.</summary>
    public static void Structure(SparseMatrix? structure, (int Rows, int Columns) expected, string argument)
    {
        if (structure is not null && (structure.RowCount, structure.ColumnCount) != expected)
        {
            throw Errors.StructureShape(argument, expected, (structure.RowCount, structure.ColumnCount));
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
        Known(options.NonFiniteValues, nameof(options.NonFiniteValues));
    }

    public static void ResidualCount(int value, string argument)
    {
        if (value <= 0)
        {
            throw Errors.Count(argument, value, "residuals");
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
        Known(value, argument);
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
}
