namespace MinpackNet;

/// <content>What functions on arrays return, and the data of curve fits.</content>
internal static partial class Errors
{
    public static ArgumentException StartLength(string argument, int length, int parameters) =>
        new(
            $"The model has {Count(parameters, "parameter")} but there {Are(length, "start value")}. Pass one for "
            + "each.",
            argument);

    public static ArgumentException NotReal(string argument, int index, string value) =>
        new($"Number {index} of {argument} is {value}. Pass real numbers.", argument);

    public static ArgumentException NullFromFunction(string function) =>
        new($"{function} returned null. It must return an array at every call.", function);

    public static ArgumentException ChangedLength(string function, int expected, int actual) =>
        new(
            $"{function} returned {Count(actual, "value")} where its first call returned {expected}. It must return "
            + "the same number at every call.",
            function);

    /// <param name="function">Which function.</param>
    /// <param name="equations">How many values it returned.</param>
    /// <param name="parameters">How many there should be.</param>
    /// <param name="way">What takes more equations.</param>
    public static ArgumentException EquationsShape(string function, int equations, int parameters, string way) =>
        new(
            $"{function} should return {Count(parameters, "value")}, one for each parameter, but returned {equations}. "
            + $"A system must have as many equations as unknowns; for more equations use {way}.",
            function);

    public static ArgumentOutOfRangeException Iterations(string argument, int value) =>
        new(argument, value, "The limit on iterations must be positive.");

    public static ArgumentException FixedPointShape(string function, int values, int parameters) =>
        new($"{function} should return as many values as it takes, {parameters}, but returned {values}.", function);

    public static FixedPointException TooManyIterations(int limit, double[] point) =>
        new(
            $"No fixed point was found within {Count(limit, "iteration")}; the last point is {Show(point)}. Start "
            + "closer, raise maxiter, or solve func(x) - x = 0 by Optimize.Fsolve.",
            point);

    public static FixedPointException IterationIsNaN(int iterations, double[] point) =>
        new(
            $"No fixed point was found: after {Count(iterations, "iteration")} the point is {Show(point)}. Start "
            + "elsewhere, or solve func(x) - x = 0 by Optimize.Fsolve.",
            point);

    public static ArgumentException JacobianShape(
        string function, (int Rows, int Columns) expected, (int Rows, int Columns) actual, ColumnDerivatives? layout) =>
        new(
            $"{function} should return shape ({expected.Rows}, {expected.Columns}) but returned ({actual.Rows}, "
            + $"{actual.Columns}). {Described(layout)}.",
            function);

    /// <param name="layout">Null at a door without the option.</param>
    private static string Described(ColumnDerivatives? layout) => layout is not { } given
        ? "The derivatives with respect to one parameter are a column"
        : $"With {given.Option} {(given.IsOn ? "true" : "false")}, the derivatives with respect to one parameter are a "
            + (given.IsOn ? "row" : "column");

    public static ArgumentException EmptyData(string argument) =>
        new("There are no data to fit. Pass at least as many observations as parameters.", argument);

    public static ArgumentException TooFewData(string argument, int observations, int parameters) =>
        new(
            $"There {Are(parameters, "parameter")} but only {Count(observations, "observation")}. Pass at least as "
            + "many observations as parameters, or give the model fewer parameters.",
            argument);

    public static ArgumentException DataLengths(string argument, int points, int observations) =>
        new(
            $"xdata has {Count(points, "point")} but ydata has {observations}. Pass one observation for each point.",
            argument);

    /// <param name="argument">The data.</param>
    /// <param name="index">Which point.</param>
    /// <param name="value">What it contains.</param>
    /// <param name="canOmit">Whether such a point can be left out.</param>
    public static ArgumentException NonFiniteDatum(string argument, int index, double value, bool canOmit) =>
        new(
            $"Point {index} of {argument} contains {Show(value)}. Remove it"
            + (canOmit ? ", or pass nanPolicy: NanPolicy.Omit to leave out points with NaN." : "."),
            argument);

    /// <remarks>Its residual is not finite either, whatever the model says.</remarks>
    public static NonFiniteValueException NonFiniteObservation(double value, int index, double[] start) =>
        new(
            $"Observation {index} is {Show(value)}, so no parameters can fit it. Remove it"
            + (double.IsNaN(value) ? ", or pass nanPolicy: NanPolicy.Omit to leave out points with NaN." : "."),
            value,
            index,
            parameter: null,
            [.. start]);

    public static NonFiniteValueException NonFinitePoint(double value, int index, double model, double[] start) =>
        new(
            $"Point {index} contains {Show(value)}, where the model is {Show(model)}. Remove it.",
            model,
            index,
            parameter: null,
            [.. start]);

    public static ArgumentException CannotOmit(string argument, Type type) =>
        new(
            $"Points of type {type} cannot be left out. Remove those with NaN before the fit, or pass several "
            + "variables as a double[k, m].",
            argument);

    public static ArgumentException ModelLength(string function, int values, int observations) =>
        new(
            $"{function} returned {Count(values, "value")} for {Count(observations, "observation")}. It must return "
            + "one for each.",
            function);

    public static ArgumentException GradientLength(string function, int values, int parameters) =>
        new(
            $"{function} returned {Count(values, "derivative")} for {Count(parameters, "parameter")}. It must return "
            + "one for each.",
            function);

    public static ArgumentOutOfRangeException SignedLossScale(string argument, double value) =>
        new(argument, value, "The margin of a loss must be from 1.5e-154 to 1.3e154; its sign does not matter. Pass "
            + "the size of residuals beyond which they are outliers.");

    public static ArgumentException SigmaShape(string argument, string shape, int observations) =>
        new(
            $"sigma has shape {shape}, but there {Are(observations, "observation")}. Pass one standard deviation, "
            + $"{observations} of them, or a {observations} by {observations} covariance matrix.",
            argument);

    public static ArgumentException SigmaValue(string argument, int index, double value) =>
        new(
            $"The standard deviation at index {index} is {Show(value)}. Pass numbers other than zero; infinity gives "
            + "an observation no weight.",
            argument);

    public static ArgumentException SigmaElement(string argument, int row, int column, double value) =>
        new(
            $"The element of the covariance matrix in row {row} and column {column} is {Show(value)}. Pass finite "
            + "numbers; an infinite standard deviation in place of the matrix gives an observation no weight.",
            argument);

    public static ArgumentException RowLength(string argument, int row, int? length, int columns) =>
        new(
            $"Row {row} of the matrix {(length is { } given ? $"has {Count(given, "number")}" : "is null")}, but the "
            + $"first row has {columns}. Pass rows of equal length.",
            argument);

    public static ArgumentException NoWeights(string argument) =>
        new(
            "All standard deviations are infinite, so that no observation has any weight. Pass finite ones for those "
            + "to fit.",
            argument);

    public static ArgumentException SigmaNotPositiveDefinite(string argument) =>
        new("The covariance matrix is not positive definite. Check its diagonal and that it is symmetric.", argument);

    public static ArgumentException NoStart(string argument) =>
        new(
            "The model takes an array of parameters, so nothing tells how many there are. Pass a start value for each "
            + "or bounds for each.",
            argument);

    /// <param name="argument">What method lm does not have.</param>
    public static ArgumentException NotInLm(string argument) =>
        new(
            argument switch
            {
                "bounds" => "Method Lm has no bounds.",
                "loss" => "Method Lm has the linear loss only.",
                "jac" => "Method Lm has forward differences only.",
                "xScale" => "Method Lm has no xScale; what it has is LeastSquaresOptions.ParameterScale in options.",
                "maxNfev" => "Method Lm has no maxNfev; what it has is LeastSquaresOptions.MaxEvaluations in options, "
                    + "which counts the evaluations for differences too.",
                _ =>
                    $"Method Lm has no {argument}; what it has is LeastSquaresOptions.ResidualPrecision in options.",
            }
            + " Leave the method out, or use LeastSquaresMethod.Trf.",
            argument);

    public static ArgumentException TwoSettings(string argument, string other) =>
        new($"Pass {argument} or {other}, not both.", argument);

    public static ArgumentException OptionsOfLm(string argument, LeastSquaresMethod method) =>
        new(
            $"These are the options of method Lm, but the method is {method}. Tolerances, scales, limits and steps are "
            + "ftol, xtol, gtol, xScale, maxNfev and diffStep there; for other options use Optimize.LeastSquares.",
            argument);

    /// <param name="argument">The options.</param>
    /// <param name="property">What is set in them.</param>
    /// <param name="better">The argument of the function that does the same.</param>
    public static ArgumentException OptionElsewhere(string argument, string property, string better) =>
        new(
            $"LeastSquaresOptions.{property} is set, but this function has {better} for that. Pass it there.",
            argument);

    public static ArgumentException StepsWithJacobian(string argument) =>
        new("The derivatives come from jac, so no differences are taken. Leave out the steps, or jac.", argument);

    public static FitFailedException FitFailed(LeastsqResult result) =>
        new($"Optimal parameters were not found. {result.Mesg}", result);

    public static ArgumentException DifferenceStepLength(string argument, int length, int parameters) =>
        new(
            $"There {Are(parameters, "parameter")} but {Count(length, "step")}. Pass one relative step for all "
            + "parameters or one for each.",
            argument);

    public static ArgumentException DifferenceStep(string argument, int index, double value) =>
        new($"Step {index} is {Show(value)}. Pass finite relative steps, such as 1e-6.", argument);

    public static ArgumentOutOfRangeException Workers(string argument, int value) =>
        new(argument, value, "The number of workers must be positive, or -1 for as many as there are processors.");

    public static ArgumentException NoTolerance(string argument) =>
        new(
            "All of ftol, xtol and gtol are off or below 2.2e-16, so that no test for the end can be met. Set one of "
            + "them to 2.2e-16 or more.",
            argument);

    public static ArgumentException MinpackTolerance(string argument, double? value) =>
        new(
            $"{argument} is {(value is { } given ? Show(given) : "null, which turns the test off")}, but method Lm "
            + "needs ftol, xtol and gtol of 2.2e-16 or more. Give it such a value, or use LeastSquaresMethod.Trf.",
            argument);

    public static ArgumentException MinpackLoss(string argument, Loss value) =>
        new(
            $"Method Lm has the linear loss only, not {value}. Use LeastSquaresMethod.Trf for a robust loss.",
            argument);

    public static ArgumentException MinpackBounds(string argument) =>
        new("Method Lm has no bounds. Use LeastSquaresMethod.Trf for bounds.", argument);

    public static ArgumentException TwoScales(string argument, double scale) =>
        new($"The loss has a size already, {Show(scale)}. Give the size there or as {argument}, not twice.", argument);

    public static ArgumentException MinpackIsDense(string argument) =>
        new(
            "Method Lm has dense Jacobians only. Use LeastSquaresMethod.Trf for a sparse one or an operator.",
            argument);

    public static ArgumentException MinpackSolver(string argument) =>
        new($"Method Lm has its own steps. Leave {argument} out, or use LeastSquaresMethod.Trf.", argument);

    public static ArgumentException ExactIsDense(string argument, string jacobianArgument) =>
        new(
            $"TrSolver.Exact has dense Jacobians only, but {jacobianArgument} says that this one is not. Pass "
            + "TrSolver.Lsmr, or null.",
            argument);

    public static ArgumentException OperatorScale(string argument) =>
        new("The norms of an operator's columns are unknown. Pass numbers.", argument);

    public static ArgumentException ExactOptions(string argument) =>
        new("These are options of TrSolver.Lsmr, but steps are exact. Pass null, or TrSolver.Lsmr too.", argument);

    public static ArgumentException DogboxRegularize(string argument) =>
        new("Method Dogbox does not regularize. Leave it null, or use LeastSquaresMethod.Trf.", argument);

    public static ArgumentOutOfRangeException Damp(string argument, double value) =>
        new(argument, value, "The damping must be a finite number that is not negative.");

    public static ArgumentException NoResiduals(string function) =>
        new($"{function} returned no residuals. It must return at least one.", function);
}
