namespace MinpackNet.Fitting;

/// <summary>The results of a part of a job.</summary>
public sealed class FittedPart
{
    private FittedPart(FitJob job, FitPart part, FitColumns columns)
    {
        Job = job;
        Part = part;
        Columns = columns;
        Fits = new(new StoredFits(job, columns), CancellationToken.None);
    }

    /// <summary>Which part.</summary>
    public FitPart Part { get; }

    /// <summary>Its fits; the first fit of the part has the index 0.</summary>
    public FitTable Fits { get; }

    internal FitJob Job { get; }

    internal FitColumns Columns { get; }

    /// <summary>Reads the results of a part.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <param name="job">The job that they must be of.</param>
    /// <returns>The results, with the same bits in all their numbers.</returns>
    /// <exception cref="ArgumentException">
    /// These are not results of a known format, their text has changed on the way, or they are of another job or
    /// another version of this library.
    /// </exception>
    public static FittedPart FromJson(string json, FitJob job)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(job);
        FittedPartDocument document = JobDocuments.Read(
            json, "fitted part", FittedPartDocument.ThisFormat, JobJsonContext.OneLine.FittedPartDocument);
        if (!FittedPartDocument.IsWhole(json))
        {
            throw Errors.BitsOfPart(nameof(json), document.Part);
        }

        Validate.Part(document.Part, nameof(json));
        if (document.Library != job.Library)
        {
            throw Errors.LibraryOfPart(nameof(json), document.Part, document.Library, job.Library);
        }

        if (document.Job != job.Digest)
        {
            throw Errors.PartOfOtherJob(nameof(json), document.Part);
        }

        return document.Fits.Mistake(job.Names, document.Part.Count) is { } mistake
            ? throw Errors.ColumnsOfPart(nameof(json), document.Part, mistake)
            : new(job, document.Part, document.Fits);
    }

    /// <summary>Writes the results.</summary>
    /// <returns>
    /// One line of JSON, the same for the same results: columns by the names of the parameters, and a digest of them.
    /// Store and send it as text: <see cref="FromJson"/> refuses any other.
    /// </returns>
    public string ToJson() =>
        new FittedPartDocument { Library = Job.Library, Job = Job.Digest, Part = Part, Fits = Columns }.ToJson();

    /// <summary>The part, and how many of its fits converged and failed.</summary>
    public override string ToString() => $"{Part}: {Fits}";

    internal static FittedPart Of(FitJob job, FitPart part, FitTable fits) =>
        new(job, part, FitColumns.Of(fits.ThrowIfCanceled()));
}
