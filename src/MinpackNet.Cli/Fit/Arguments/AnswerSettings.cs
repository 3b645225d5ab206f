using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Which numbers of a fit are written besides the report, and where.</summary>
internal sealed record AnswerSettings
{
    private const int FewestCurvePoints = 2;
    private const int MostCurvePoints = 1_000_000;

    /// <summary>The file of the table; null for none.</summary>
    public string? TableFile { get; init; }

    /// <summary>The number of points along the curve, in place of the rows; null for the rows.</summary>
    public int? CurvePoints { get; init; }

    /// <summary>The file with places to predict at, in place of the rows; null for the rows.</summary>
    public string? Predict { get; init; }

    /// <summary>Whether the JSON document has the rows.</summary>
    public bool InDocument { get; init; }

    /// <summary>The file of the estimates; null for none.</summary>
    public string? ParameterFile { get; init; }

    /// <summary>Whether the rows of the data are written somewhere.</summary>
    public bool WritesRows => TableFile is not null || InDocument;

    /// <summary>The options of the command for these.</summary>
    internal sealed class Options
    {
        private readonly Option<string?> _out = new("--out")
        {
            Description = "Write the rows with fitted values, residuals, and confidence and prediction bands to this "
                + ".csv or .tsv file, with all digits.",
        };

        private readonly Option<string?> _curve = new("--curve")
        {
            Description = "Take so many points along the curve instead of the rows, for --out, the report or --json.",
        };

        private readonly Option<string?> _predict = new("--predict")
        {
            Description = "Take the rows of this file instead, which has the columns of the predictors under the same "
                + "names.",
        };

        private readonly Option<bool> _points = new("--points")
        {
            Description = "Add the rows with fitted values, residuals and bands to the JSON document.",
        };

        private readonly Option<string?> _parameters = new("--parameters")
        {
            Description = "Write the estimates and derived quantities to this file: .csv or .tsv with all digits, .md "
                + "or .tex as a table with the digits of the report.",
        };

        public Option[] All => [_out, _curve, _predict, _points, _parameters];

        /// <exception cref="InputException">An argument cannot be used.</exception>
        public AnswerSettings Read(ParseResult parsed, bool isJson)
        {
            AnswerSettings settings = new()
            {
                TableFile = parsed.GetValue(_out),
                CurvePoints = CountFrom(parsed.GetValue(_curve)),
                Predict = parsed.GetValue(_predict),
                InDocument = parsed.GetValue(_points),
                ParameterFile = parsed.GetValue(_parameters),
            };
            FitArguments.Refuse(
                settings is { CurvePoints: not null, Predict: not null },
                "--curve contradicts --predict: a table is along the curve or at given places. Leave one of them out.");
            FitArguments.Refuse(
                settings.InDocument && !isJson,
                "--points writes to the JSON document, and this is the report. Add --json, or give --out a file.");
            FitArguments.Refuse(
                settings.InDocument && (settings.CurvePoints is not null || settings.Predict is not null),
                $"--points contradicts {(settings.Predict is null ? "--curve" : "--predict")}, which takes other "
                + "places than the rows. Leave one of them out.");
            return settings;
        }

        private static int? CountFrom(string? text)
        {
            int count = 0;
            FitArguments.Refuse(
                text is not null
                    && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count)
                        && count is >= FewestCurvePoints and <= MostCurvePoints),
                $"--curve: '{PlainText.Brief(text)}' is not a whole number from {FewestCurvePoints} to "
                + $"{MostCurvePoints}.");
            return text is null ? null : count;
        }
    }
}
