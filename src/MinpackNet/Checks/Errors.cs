using System.Globalization;

namespace MinpackNet;

/// <summary>
/// Every exception of the library is made here, so that each names the argument, the value and what to change.
/// </summary>
internal static class Errors
{
    public static ArgumentException TooFewParameters(string argument) =>
        new("At least one parameter is needed, but the start is empty. Pass a start value for each parameter.", argument);

    public static ArgumentException StartLength(string argument, int length, int parameters) =>
        new($"The model has {parameters} parameters but there are {length} start values. Pass one for each.", argument);

    public static ArgumentException NonFiniteStart(string argument, int index, double value) =>
        new($"Start value {index} is {Show(value)}. Pass finite start values.", argument);

    public static ArgumentException TooFewResiduals(string argument, int residuals, int parameters) =>
        new(
            $"There are {parameters} parameters but only {residuals} residuals; least squares needs at least as many "
            + "residuals as parameters. Add data or fix some of the parameters.",
            argument);

    public static ArgumentOutOfRangeException Tolerance(string argument, double value) =>
        new(argument, value, "A tolerance must be a number and not negative. Pass 0 or more.");

    public static ArgumentOutOfRangeException MaxEvaluations(string argument, int value) =>
        new(argument, value, "The limit on evaluations must be positive. Leave it null for the default.");

    public static ArgumentOutOfRangeException StepFactor(string argument, double value) =>
        new(argument, value, "The initial step factor must be a positive number. The usual range is 0.1 to 100.");

    public static ArgumentOutOfRangeException ResidualPrecision(string argument, double value) =>
        new(argument, value, "The relative error of the residuals must be a finite number. Leave it null for the default.");

    public static ArgumentException ScaleLength(string argument, int length, int parameters) =>
        new($"There are {parameters} parameters but {length} scale factors. Pass one factor for each parameter.", argument);

    public static ArgumentException ScaleValue(string argument, int index, double value) =>
        new($"Scale factor {index} is {Show(value)}. Pass positive finite factors.", argument);

    public static ArgumentOutOfRangeException Policy(string argument, NonFinitePolicy value) =>
        new(argument, value, "This is no policy for values that are not finite. Pass Throw or Propagate.");

    public static ArgumentOutOfRangeException Degree(string argument, int value) =>
        new(argument, value, "The number of threads must be positive, or -1 for as many as there are processors.");

    public static ArgumentOutOfRangeException UnknownArithmetic(string argument, Arithmetic value) =>
        new(argument, value, "This is no arithmetic. Pass Exact or Fast.");

    public static ArgumentException FastRowByRow(string argument) =>
        new(
            "Fast arithmetic factorizes a whole Jacobian, which a row-by-row solve never has. Leave Arithmetic at Exact, "
            + "or use Solve.",
            argument);

    public static NotSupportedException NoFastArithmetic(string description) =>
        new(
            $"The native library underneath ({description}) has no fast arithmetic. Leave Arithmetic at Exact, or use "
            + "the library that comes with this package.");

    public static ArgumentException WorkspaceShape(
        string argument, int parameters, int residuals, int wantedParameters) =>
        new(
            $"The workspace is for {parameters} parameters and {residuals} residuals, but there are {wantedParameters} "
            + "parameters. Make a workspace of the right size.",
            argument);

    public static InvalidOperationException WorkspaceInUse() =>
        new(
            "The workspace is in use by another solve. A workspace serves one solve at a time: make one for each thread "
            + "and for each solve inside a callback.");

    public static InvalidOperationException WorkspaceRowByRow(bool isRowByRow) =>
        new(isRowByRow
            ? "The workspace was made for row-by-row solves and has no room for a whole Jacobian. Make one without rowByRow."
            : "The workspace was made for whole Jacobians. Make one with rowByRow: true for row-by-row solves.");

    public static ArgumentOutOfRangeException Count(string argument, int value, string what) =>
        new(argument, value, $"The number of {what} must be positive.");

    public static ArgumentOutOfRangeException FitCount(string argument, int value) =>
        new(argument, value, "The number of fits must not be negative.");

    public static ArgumentOutOfRangeException FitIndex(string argument, int value, int fits) =>
        new(argument, value, $"There are {fits} fits, numbered from 0.");

    public static ArgumentException FitData(string argument, int length, int fits) =>
        new(
            $"There are {length} data values for {fits} fits. Pass the same number of values for each fit, one fit after "
            + "the other.",
            argument);

    public static ArgumentException FastInLanes(string argument) =>
        new("Fits in lanes have exact arithmetic only. Leave Arithmetic at Exact; the lanes are what is fast.", argument);

    public static InvalidOperationException FitsInUse() =>
        new("Another run is using these fits. Make a result of its own for each run.");

    public static ArgumentException ObserverOfManyFits(string argument) =>
        new("An observer cannot tell many fits apart. Leave it null; pass progress to see how far they are.", argument);

    public static ArgumentOutOfRangeException EquationCount(string argument, int value, int most) =>
        new(argument, value, $"The number of equations must be from 1 to {most}.");

    public static ArgumentOutOfRangeException Bandwidth(string argument, (int Lower, int Upper) value) =>
        new(argument, value, "Neither bandwidth may be negative. Leave it null for a dense Jacobian.");

    public static ArgumentOutOfRangeException JacobianIndex(int row, int column, int rows, int columns) =>
        new(
            (uint)row >= (uint)rows ? "row" : "column",
            (uint)row >= (uint)rows ? row : column,
            $"The Jacobian has {rows} rows and {columns} columns.");

    public static NonFiniteValueException NonFiniteResidual(
        double value, int index, ReadOnlySpan<double> point, bool forDifference)
    {
        string where = forDifference ? "while a finite difference was taken near" : "at the start";
        return new(
            $"Residual {index} is {Show(value)} {where} {Show(point)}. Start where the model is finite, or set "
            + "NonFiniteValues in the options of the solve to Propagate for MINPACK's own behavior.",
            value,
            index,
            parameter: null,
            point.ToArray());
    }

    public static NonFiniteValueException NonFiniteDerivative(
        double value, int row, int column, ReadOnlySpan<double> point) =>
        new(
            $"The derivative of residual {row} by parameter {column} is {Show(value)} at {Show(point)}. Mend the Jacobian "
            + "there, or set NonFiniteValues in the options of the solve to Propagate for MINPACK's own behavior.",
            value,
            row,
            column,
            point.ToArray());

    public static ArgumentException ChangedLength(string function, int expected, int actual) =>
        new(
            $"{function} returned {actual} values where the first call returned {expected}. It must return the same "
            + "number at every call.",
            function);

    public static ArgumentException EquationsShape(string function, int equations, int parameters) =>
        new(
            $"{function} should return {parameters} values, one for each parameter, but returned {equations}. A system must "
            + "have as many equations as unknowns; for more equations use least squares.",
            function);

    public static ArgumentException NullFromFunction(string function) =>
        new($"{function} returned null. It must return an array at every call.", function);

    public static ArgumentException JacobianShape(
        string function, (int Rows, int Columns) expected, (int Rows, int Columns) actual, bool columnDerivatives) =>
        new(
            $"{function} should return shape ({expected.Rows}, {expected.Columns}) but returned ({actual.Rows}, "
            + $"{actual.Columns}). With colDeriv {(columnDerivatives ? "true" : "false")} the derivatives by one parameter "
            + $"are a {(columnDerivatives ? "row" : "column")}.",
            function);

    public static JacobianMismatchException JacobianMismatch(IReadOnlyList<JacobianEntry> entries)
    {
        const int Most = 5;
        IEnumerable<string> shown = entries.Take(Most).Select(e =>
            $"residual {e.Row} by parameter {e.Column}: {Show(e.Given)} given, about {Show(e.Estimated)} expected");
        string more = entries.Count > Most ? $"; and {entries.Count - Most} more" : string.Empty;
        return new(
            $"The Jacobian disagrees with the residuals at the start in {entries.Count} entries. "
            + $"{string.Join("; ", shown)}{more}. Mend the Jacobian, or leave it out for finite differences.",
            entries);
    }

    public static ArgumentException RelativeLibraryPath(string argument, string path) =>
        new($"'{path}' is not an absolute path. Pass the full path of the native library's file.", argument);

    public static InvalidOperationException LibraryAlreadyLoaded() =>
        new("The native library has been loaded already. Call MinpackLibrary.Use before anything else of MinpackNet.");

    public static ArgumentException EmptyData(string argument) =>
        new("There are no data to fit. Pass at least as many observations as parameters.", argument);

    public static ArgumentException DataLengths(string argument, int points, int observations) =>
        new($"xdata has {points} points but ydata has {observations}. Pass one observation for each point.", argument);

    public static ArgumentException NonFiniteDatum(string argument, int index, double value) =>
        new(
            $"Point {index} of {argument} holds {Show(value)}. Remove it, or pass nanPolicy: NanPolicy.Omit to leave out NaN.",
            argument);

    public static ArgumentOutOfRangeException UnknownNanPolicy(string argument, NanPolicy value) =>
        new(argument, value, "This is no policy for NaN. Pass Raise or Omit.");

    public static ArgumentException CannotOmit(string argument, Type type) =>
        new($"Points cannot be left out of a {type}. Remove those with NaN before the fit.", argument);

    public static ArgumentException ModelLength(string function, int values, int observations) =>
        new($"{function} returned {values} values for {observations} observations. It must return one for each.", function);

    public static ArgumentException GradientLength(string function, int values, int parameters) =>
        new($"{function} returned {values} derivatives for {parameters} parameters. It must return one for each.", function);

    public static ArgumentException SigmaShape(string argument, string shape, int observations) =>
        new(
            $"sigma has shape {shape}, but there are {observations} observations. Pass one standard deviation, "
            + $"{observations} of them, or a {observations} by {observations} covariance.",
            argument);

    public static ArgumentException SigmaValue(string argument, int index, double value) =>
        new($"Standard deviation {index} is {Show(value)}. Pass finite values other than zero.", argument);

    public static ArgumentException SigmaNotPositiveDefinite(string argument) =>
        new("The covariance matrix is not positive definite. Check its diagonal and that it is symmetric.", argument);

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Show(ReadOnlySpan<double> point)
    {
        const int Most = 8;
        List<string> shown = [];
        foreach (double value in point[..Math.Min(point.Length, Most)])
        {
            shown.Add(Show(value));
        }

        if (point.Length > Most)
        {
            shown.Add("...");
        }

        return $"({string.Join(", ", shown)})";
    }
}
