using System.Globalization;

namespace MinpackNet.Fitting;

/// <content>Jobs.</content>
internal static partial class Errors
{
    private const int MostNamedParts = 20;
    private const int MostShown = 40;

    public static ArgumentException LossOfJob(string argument) =>
        new(
            "The loss is one of the caller's own, which cannot be sent to other machines. Take one of the known ones, "
            + "such as Loss.Huber(1).",
            argument);

    public static ArgumentException NotADocument(
        string argument, string what, string mistake, Exception? exception = null) =>
        new($"This is not a {what}: {mistake}", argument, exception);

    public static ArgumentException WithoutFormat(string argument, string what, int format) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"This is not a {what}: it is no object with \"format\":{format}. Correct it."),
            argument);

    public static ArgumentException OtherFormat(string argument, string what, string given, int format) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The {what} has the format {Brief(given)}, and this version of MinpackNet reads {format}. "
                + $"Use the version that wrote it."),
            argument);

    public static ArgumentException JobMember(string argument, string member, string what) =>
        new($"The fit job has no {member}. Give {what}.", argument);

    public static InvalidOperationException OtherLibrary(string made, string here) =>
        new(
            $"The job was made by MinpackNet {Brief(made)}, and this is {here}, which may give other last "
            + "bits. Use the same version everywhere.");

    public static ArgumentException DataOfPart(string argument, FitPart part, int count) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Capital(part)} has {NumberText.Count(part.Count, "fit")}, but there "
                + $"{NumberText.Are(count, "data set")} in {argument}. Pass those of the part alone."),
            argument);

    public static ArgumentException LibraryOfPart(string argument, FitPart part, string? ran, string made) =>
        new(
            $"{Capital(part)} was run by MinpackNet {Brief(ran ?? "null")}, and the job is of {made}, which "
            + "may give other last bits. Run it again with that version.",
            argument);

    public static ArgumentException PartOfOtherJob(string argument, FitPart part) =>
        new(
            $"{Capital(part)} is of another job: formula, start values or options differ. Keep the results of jobs "
            + "apart.",
            argument);

    public static ArgumentException ColumnsOfPart(string argument, FitPart part, string mistake) =>
        new($"{Capital(part)} is not as it was written: {mistake}. Run it again.", argument);

    public static ArgumentException BitsOfPart(string argument, FitPart part) =>
        new(
            $"{Capital(part)} is not as it was written: its text and its sha256 differ. Send it or run it again.",
            argument);

    public static ArgumentException PartRange(string argument, FitPart part) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"There can be no {part}: numbers and fits count from 0, a part has a fit or more, and all are at "
                + $"most {int.MaxValue}. Take the parts of FitPart.Cut."),
            argument);

    public static ArgumentOutOfRangeException NotPositive(string argument, int value) =>
        new(argument, value, $"{argument} is {value.ToString(CultureInfo.InvariantCulture)}. Give 1 or more.");

    public static ArgumentException PredictorOfJob(string argument, string name, IReadOnlyList<string> known) =>
        new(
            $"The job has no predictor {Brief(name)}. Name the columns {string.Join(" and ", known)}.",
            argument);

    public static ArgumentException UnknownPart(string argument, FitPart part) =>
        new($"{Capital(part)} is not one of the merge. Cut the fits for it and for the runs alike.", argument);

    public static ArgumentException OtherBits(string argument, FitPart part) =>
        new(
            $"{Capital(part)} is there with other bits. Give all runs the same data, and run them on machines of one "
            + "kind.",
            argument);

    public static ArgumentException NoParts(string argument) =>
        new("There are no parts. Pass those of FitPart.Cut.", argument);

    public static ArgumentException PartOrder(string argument, FitPart part, int number, long first) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Capital(part)} stands where number {number} with fits from {first} on should. Pass the parts of "
                + $"FitPart.Cut in their order."),
            argument);

    public static InvalidOperationException MissingParts(IReadOnlyList<string> missing, int parts)
    {
        string more = missing.Count > MostNamedParts
            ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - MostNamedParts} more")
            : "";
        string numbers = string.Join(", ", missing.Take(MostNamedParts));
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"{missing.Count} of {NumberText.Count(parts, "part")} {(missing.Count == 1 ? "is" : "are")} missing: "
            + $"{numbers}{more}. Run them and add their results."));
    }

    private static string Capital(FitPart part) => string.Concat("P", part.ToString().AsSpan(1));

    public static string Brief(string text) =>
        Printable.Of(text.Length <= MostShown ? text : $"{text.AsSpan(0, MostShown)}...");
}
