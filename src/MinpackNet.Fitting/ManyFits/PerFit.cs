namespace MinpackNet.Fitting;

/// <summary>What all fits have in common, or each has of its own.</summary>
internal readonly struct PerFit<T>
{
    private readonly T? _common;
    private readonly IReadOnlyList<T>? _own;

    public PerFit(T common) => _common = common;

    public PerFit(IReadOnlyList<T> own) => _own = own;

    public bool IsOwn => _own is not null;

    /// <summary>How many there are; null for one in common.</summary>
    public int? Count => _own?.Count;

    public T this[int fit] => _own is null ? _common! : _own[fit];
}
