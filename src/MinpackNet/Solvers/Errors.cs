namespace MinpackNet;

/// <content>Options, workspaces and Jacobians.</content>
internal static partial class Errors
{
    public static ArgumentOutOfRangeException MaxEvaluations(string argument, int value) =>
        new(argument, value, "The limit on evaluations must be positive. Leave it null for the default.");

    public static ArgumentOutOfRangeException Degree(string argument, int value) =>
        new(argument, value, "The number of threads must be positive, or -1 for as many as there are processors.");

    public static ArgumentException FastRowByRow(string argument) =>
        new(
            "Fast arithmetic factorizes a whole Jacobian, which a row-by-row solve never has. Leave Arithmetic at "
            + "Exact, or use Solve.",
            argument);

    public static NotSupportedException NoFastArithmetic(string description) =>
        new(
            $"The native library underneath ({description}) has no fast arithmetic. Leave Arithmetic at Exact, or use "
            + "the library that comes with this package.");

    public static ArgumentException BoundedRowByRow(string argument) =>
        new(
            "Bounds and losses need a whole Jacobian, which a row-by-row solve never has. Use Solve, or leave Bounds, "
            + "Loss and Method null.",
            argument);

    public static ArgumentException MinpackOnly(string argument, string option) =>
        new(
            $"{option} is not for LeastSquaresMethod.Lm, which is MINPACK's method. Leave Method null, or use "
            + "LeastSquaresMethod.Trf or LeastSquaresMethod.Dogbox.",
            argument);

    public static ArgumentException StructureShape(
        string argument, (int Rows, int Columns) expected, (int Rows, int Columns) actual) =>
        new(
            $"The Jacobian has shape ({expected.Rows}, {expected.Columns}), but its structure ({actual.Rows}, "
            + $"{actual.Columns}). Pass a row for each residual and a column for each parameter.",
            argument);

    public static ArgumentException SparseShape(
        string function, (int Rows, int Columns) expected, (int Rows, int Columns) actual) =>
        new(
            $"{function} should return a matrix of shape ({expected.Rows}, {expected.Columns}) but returned "
            + $"({actual.Rows}, {actual.Columns}). A row belongs to a residual, a column to a parameter.",
            function);

    public static ArgumentException NullMatrix(string function) =>
        new($"{function} returned null. It must return a matrix at every call.", function);

    public static ArgumentException MinpackSparse(string argument) =>
        new(
            "LeastSquaresMethod.Lm, MINPACK's method, has dense Jacobians only. Leave Method null, or use "
            + "LeastSquaresMethod.Trf or LeastSquaresMethod.Dogbox.",
            argument);

    public static ArgumentException SparseCheck(string argument) =>
        new(
            "CheckJacobian compares a whole Jacobian, which a sparse solve never has. Check a small case by Solve, and "
            + "leave CheckJacobian false.",
            argument);

    public static ArgumentOutOfRangeException Bandwidth(string argument, (int Lower, int Upper) value) =>
        new(argument, value, "Neither bandwidth may be negative. Leave it null for a dense Jacobian.");

    public static ArgumentOutOfRangeException EquationCount(string argument, int value, int most) =>
        new(argument, value, $"The number of equations must be from 1 to {most}.");

    public static ArgumentException WorkspaceShape(string argument, int parameters, int residuals, int expected) =>
        new(
            $"The workspace is for {Count(parameters, "parameter")} and {Count(residuals, "residual")}, but there "
            + $"{Are(expected, "parameter")}. Make a workspace of the right size.",
            argument);

    public static NotSupportedException NoColumns() => new("The columns of an operator are unknown.");

    public static InvalidOperationException WorkspaceRowByRow(bool isRowByRow) =>
        new(isRowByRow
            ? "The workspace was made for row-by-row solves and has no room for a whole Jacobian. Make one without "
                + "rowByRow."
            : "The workspace was made for whole Jacobians. Make one with rowByRow: true for row-by-row solves.");

    public static JacobianMismatchException JacobianMismatch(
        IReadOnlyList<JacobianEntry> entries, OptionNames names)
    {
        const int Most = 5;
        IEnumerable<string> shown = entries.Take(Most).Select(entry =>
            $"the derivative of {names.Value} {entry.Row} with respect to parameter {entry.Column} is "
            + $"{Show(entry.Given)} instead of about {Show(entry.Estimated)}");
        string more = entries.Count > Most ? $"; and {entries.Count - Most} more" : string.Empty;
        string count = entries.Count == 1 ? "one entry" : $"{entries.Count} entries";
        return new(
            $"The Jacobian disagrees with the {names.Values} at the start in {count}: {string.Join("; ", shown)}{more}"
            + ". Fix the Jacobian, or leave it out for finite differences.",
            entries);
    }
}
