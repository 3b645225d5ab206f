namespace MinpackNet.Fitting;

/// <summary>Puts the parts of a job together, each once, in whatever order they come.</summary>
/// <remarks>It may be used by one thread at a time.</remarks>
public sealed class FitMerge
{
    private readonly FitJob _job;
    private readonly FitPart[] _parts;
    private readonly Dictionary<FitPart, FittedPart> _fitted = [];
    private readonly HashSet<FitPart> _repeated = [];

    /// <summary>A merge without results.</summary>
    /// <param name="job">The job.</param>
    /// <param name="parts">All its parts, in order: see <see cref="FitPart.Cut"/>.</param>
    /// <exception cref="ArgumentException">
    /// There are none, or they are not numbered from 0 and cover the fits from 0 without gaps.
    /// </exception>
    public FitMerge(FitJob job, IReadOnlyList<FitPart> parts)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parts);
        Validate.Parts(parts, nameof(parts));
        (_job, _parts) = (job, [.. parts]);
    }

    /// <summary>The parts without results, in order.</summary>
    public IReadOnlyList<FitPart> Missing => [.. _parts.Where(part => !_fitted.ContainsKey(part))];

    /// <summary>The parts whose results came more than once, with the same bits, in order.</summary>
    public IReadOnlyList<FitPart> Repeated => [.. _parts.Where(_repeated.Contains)];

    /// <summary>Adds the results of a part.</summary>
    /// <param name="fitted">The results; those of a part that is there already change nothing.</param>
    /// <returns>Whether the part was missing.</returns>
    /// <exception cref="ArgumentException">
    /// They are of another job or of none of the parts, or the part is there with other bits.
    /// </exception>
    public bool Add(FittedPart fitted)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        if (fitted.Job.Digest != _job.Digest)
        {
            throw Errors.PartOfOtherJob(nameof(fitted), fitted.Part);
        }

        if (fitted.Part.Number < 0 || fitted.Part.Number >= _parts.Length
            || _parts[fitted.Part.Number] != fitted.Part)
        {
            throw Errors.UnknownPart(nameof(fitted), fitted.Part);
        }

        if (_fitted.TryAdd(fitted.Part, fitted))
        {
            return true;
        }

        if (_fitted[fitted.Part].ToJson() != fitted.ToJson())
        {
            throw Errors.OtherBits(nameof(fitted), fitted.Part);
        }

        _repeated.Add(fitted.Part);
        return false;
    }

    /// <summary>All fits, in their order.</summary>
    /// <returns>The table that a single call has for all data.</returns>
    /// <exception cref="InvalidOperationException">Parts are missing; the message names them.</exception>
    public FitTable ToTable() => Missing is { Count: > 0 } missing
        ? throw Errors.MissingParts([.. missing.Select(part => $"{part.Number}")], _parts.Length)
        : new(
            new StoredFits(_job, FitColumns.Join([.. _parts.Select(part => _fitted[part].Columns)])),
            CancellationToken.None);

    /// <summary>How many parts there are and are missing.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{_fitted.Count} of {NumberText.Count(_parts.Length, "part")}, {_repeated.Count} of them more than once");
}
