using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>What the user says about the solver's steps.</summary>
/// <param name="Tolerance">Of the sum of squares and of the parameters; null for the solver's own.</param>
/// <param name="StepFactor">The bound of the first step; null for the solver's own.</param>
/// <param name="MaxEvaluations">The limit on evaluations; null for the solver's own.</param>
internal sealed record SolverSettings(double? Tolerance, double? StepFactor, int? MaxEvaluations)
{
    private const double LeastTolerance = 1e-16;

    /// <summary>The option that has no meaning for a search, which has its own; null for none.</summary>
    public string? UselessInSearch =>
        MaxEvaluations is not null ? Options.MaxEvaluationsName
        : Tolerance is not null ? Options.ToleranceName
        : StepFactor is not null ? Options.StepFactorName
        : null;

    /// <summary>Options of the solver with these, and the others as they are.</summary>
    public LeastSquaresOptions ApplyTo(LeastSquaresOptions options) => options with
    {
        MaxEvaluations = MaxEvaluations,
        FunctionTolerance = Tolerance ?? options.FunctionTolerance,
        StepTolerance = Tolerance ?? options.StepTolerance,
        InitialStepFactor = StepFactor ?? options.InitialStepFactor,
    };

    /// <summary>The options of the command for these.</summary>
    internal sealed class Options
    {
        public const string MaxEvaluationsName = "--max-evaluations";
        public const string ToleranceName = "--tolerance";
        public const string StepFactorName = "--step-factor";

        private readonly Option<string?> _maxEvaluations = new(MaxEvaluationsName)
        {
            Description = "The limit on evaluations. Default: 100 (n + 1) for n parameters.",
        };

        private readonly Option<string?> _tolerance = new(ToleranceName)
        {
            Description = "The relative change of the sum of squares, or of the parameters, at which the solver stops "
                + "(ftol and xtol of SciPy). Default: 1.49e-8.",
        };

        private readonly Option<string?> _stepFactor = new(StepFactorName)
        {
            Description = "The bound of the first step, as a multiple of the scaled start, from 0.1 to 100 (factor of "
                + "SciPy). Default: 100.",
        };

        public Option[] All => [_maxEvaluations, _tolerance, _stepFactor];

        /// <exception cref="InputException">An argument cannot be used.</exception>
        public SolverSettings Read(ParseResult parsed) => new(
            Number(ToleranceName, parsed.GetValue(_tolerance), LeastTolerance, 0.1, "1e-12"),
            Number(StepFactorName, parsed.GetValue(_stepFactor), 0.1, 100, "1"),
            CountFrom(parsed.GetValue(_maxEvaluations)));

        private static double? Number(string option, string? text, double least, double most, string example)
        {
            if (text is null)
            {
                return null;
            }

            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && value >= least && value <= most
                ? value
                : throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option}: '{PlainText.Brief(text)}' is not a number from {least} to {most}, such as {example}."));
        }

        private static int? CountFrom(string? text)
        {
            int limit = 0;
            FitArguments.Refuse(
                text is not null
                    && !(int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out limit)
                        && limit > 0),
                $"{MaxEvaluationsName}: '{PlainText.Brief(text)}' is not a positive whole number of at most "
                + $"{int.MaxValue}.");
            return text is null ? null : limit;
        }
    }
}
