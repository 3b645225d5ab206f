using System.Globalization;

namespace MinpackNet.Cli;

/// <content>What the texts of options mean, and which of them contradict each other.</content>
internal sealed partial class FitArguments
{
    private static double LevelFrom(string? text)
    {
        double level = FitRequest.DefaultLevel;
        Refuse(
            text is not null && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out level)
                && level is > 0 and < 1),
            $"--level: '{PlainText.Brief(text)}' is not a probability between 0 and 1, such as 0.95.");
        return level;
    }

    private static int? DigitsFrom(string? text)
    {
        int digits = 0;
        Refuse(
            text is not null
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out digits)
                    && digits is >= 2 and <= 17),
            $"--digits: '{PlainText.Brief(text)}' is not a whole number from 2 to 17.");
        return text is null ? null : digits;
    }

    private static void Check(FitRequest request)
    {
        Refuse(
            request.File.Length == 0, "data: the name of the file is empty. Give a file, or - for standard input.");
        Refuse(request.File.Contains('\0'), "data: no file has a name with the character 0. Give another name.");
        Refuse(
            request.Solver.UselessInSearch is not null && request.Search,
            $"{request.Solver.UselessInSearch} has no effect with --search, which has its own limits. Leave it out.");
        Refuse(
            request.Loss is not null && request.Search,
            "--loss has no effect with --search, which certifies minima of the sum of squares. Leave one of them out.");
        Refuse(
            request.Loss is not null && request.Profiles,
            "--profile has no meaning with --loss, whose sum has no known distribution. Leave one of them out.");
        request.Bootstrap?.CheckFor(request);
        Refuse(
            request.Contours.Count > 0 && !request.Json,
            "--contour writes to the JSON document, and this is the report. Add --json, or leave it out.");
        Refuse(
            request.Contours.Count > 0 && request.Loss is not null,
            "--contour has no meaning with --loss, whose sum has no known distribution. Leave one of them out.");
        Refuse(
            request.AbsoluteSigma && request.Sigma is null && !request.Means,
            "--absolute-sigma has no effect without --sigma. Leave it out, or name the column.");
        Refuse(
            request.Means && request.Counts,
            "--means contradicts --counts: the mean of counts is none. Leave one of them out.");
        Refuse(
            request.Weights is not null && request.Sigma is not null,
            "--weights contradicts --sigma, which gives weights. Leave one of them out.");
        Refuse(
            request.Counts && (request.Weights ?? request.Sigma) is not null,
            $"--counts contradicts {(request.Sigma is null ? "--weights" : "--sigma")}: the distribution of counts "
            + "gives their weights. Leave one of them out.");
        Refuse(
            request.Counts && (request.Search || request.Loss is not null),
            request.Search
                ? "--counts has no effect with --search, which certifies minima of the sum of squares. Leave one of "
                    + "them out."
                : "--counts contradicts --loss. Leave one of them out.");
        Refuse(
            request.Counts && request.Bootstrap is not null,
            "--bootstrap contradicts --counts, because its refits are least squares. Leave one of them out, or take "
            + "--profile, whose limits are those of the deviance.");
        Refuse(
            request.Shared.Count > 0 && request.Set is null,
            "--shared has no effect without --set. Leave it out, or name the column that tells the data set of a row.");
        Refuse(
            (request.LogX || request.LogY) && !request.Draws,
            $"{(request.LogX ? "--log-x" : "--log-y")} has no effect without a picture. Leave it out, or add --plot.");
        Refuse(
            request.Style.HasPanels && request.PlotFile is null,
            "--plot-panels has no effect without --plot. Leave it out, or give --plot a file.");
        Refuse(
            request.Digits is not null && request.Json,
            "--digits has no effect with --json, where every number has all its digits. Leave it out.");
        Refuse(
            request.IsQuiet && request.Json,
            "--quiet contradicts --json, which writes a document. Leave one of them out.");
        CheckGroups(request);
        CheckFiles(request);
    }

    /// <summary>A line for each group has room for estimates, and not for what a single fit has besides.</summary>
    private static void CheckGroups(FitRequest request)
    {
        (string Option, bool IsGiven)[] useless =
        [
            ("--set", request.Set is not null),
            ("--counts", request.Counts),
            ("--derive", request.Derived.Count > 0),
            ("--profile", request.Profiles),
            ("--bootstrap", request.Bootstrap is not null),
            ("--contour", request.Contours.Count > 0),
            ("--curve", request.Answers.CurvePoints is not null),
            ("--predict", request.Answers.Predict is not null),
            ("--points", request.Answers.InDocument),
            ("--parameters", request.Answers.ParameterFile is not null),
            ("--report", request.PageFile is not null),
            ("--digits", request.Digits is not null),
            ("--plot-panels", request.Style.HasPanels),
        ];
        string? option = useless.FirstOrDefault(choice => choice.IsGiven).Option;
        Refuse(
            request.By is not null && option is not null,
            $"{option} has no effect with --by, which writes a line for each group. Leave one of them out.");
        Refuse(
            request.By is not null && request.IsQuiet && request.Answers.TableFile is null,
            "--quiet with --by leaves nothing to write. Give --out a file for the lines of the groups, or leave "
            + "--quiet out.");
        Refuse(
            request.Shard is not null && request.By is null,
            "--shard has no effect without --by, because a single fit cannot be shared out. Name the column that tells "
            + "the group of a row.");
        Refuse(
            request.Shard is not null && request.Answers.TableFile is null,
            "--shard needs --out, the folder for its parts, the same for all shards.");
        Refuse(
            request.Shard is not null && File.Exists(request.Answers.TableFile),
            $"--out: '{PlainText.Brief(request.Answers.TableFile)}' is a file, and --shard writes to a folder. Give "
            + "another name.");
        Refuse(
            request.Shard is not null && AreOneFolder(request.File, request.Answers.TableFile!),
            $"--out: '{PlainText.Brief(request.Answers.TableFile)}' has the data, and what --shard writes there would "
            + "be taken for such. Give another folder.");
        Refuse(
            request.Shard is not null && (request.Json || request.PlotFile is not null),
            $"{(request.Json ? "--json" : "--plot")} has no effect with --shard, whose parts are merged into a table. "
            + "Leave it out.");
        Refuse(
            request.DrawsWorstGroups && (request.By is null || request.PlotFile is null),
            "--worst has no effect without --by and --plot. Leave it out.");
    }

    private static bool AreOneFolder(string first, string second)
    {
        return Directory.Exists(first) && Directory.Exists(second) && PathOf(first) == PathOf(second);

        static string PathOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    }

    private static void CheckFiles(FitRequest request)
    {
        AnswerSettings answers = request.Answers;
        Refuse(
            answers.Predict?.Length == 0 || answers.Predict?.Contains('\0') == true,
            "--predict: the name of the file is not one. Give a file, or - for standard input.");
        Refuse(
            answers.Predict == "-" && request.File == "-",
            "--predict: standard input has the data already. Give a file.");
        (string Option, string? File, string[] Endings)[] outputs =
        [
            ("--plot", request.PlotFile, [".svg"]),
            ("--report", request.PageFile, [".html", ".htm"]),
            ("--out", request.Shard is null ? answers.TableFile : null, [".csv", ".tsv"]),
            ("--parameters", answers.ParameterFile, [".csv", ".tsv", ".md", ".tex"]),
            (ProblemFile.SaveName, request.ProblemFile, [".json"]),
        ];
        foreach ((string option, string? file, string[] endings) in outputs)
        {
            OutputFile.Check(option, file, endings, request.File, answers.Predict);
        }

        string[] names = [.. outputs.Select(output => output.File).OfType<string>().Select(Path.GetFullPath)];
        Refuse(
            names.Distinct().Count() < names.Length,
            "two outputs have the same file. Give each its own name.");
    }

    internal static void Refuse(bool isBad, string message)
    {
        if (isBad)
        {
            throw new InputException(message);
        }
    }
}
