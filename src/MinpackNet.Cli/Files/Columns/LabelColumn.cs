namespace MinpackNet.Cli;

/// <summary>A column of texts that tell the group of a row, of which one text is kept for many rows alike.</summary>
internal sealed class LabelColumn
{
    private byte[] _last = [];
    private string? _label;
    private string? _other;
    private List<string> _labels = [];
    private List<LabelSpan> _spans = [];

    /// <summary>Whether a row has the label of the row before it.</summary>
    /// <param name="field">The field of the row.</param>
    public bool IsLast(ReadOnlySpan<byte> field) => _label is not null && field.SequenceEqual(_last);

    /// <summary>Notes a field that is written otherwise than that of the row before.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The text in it.</param>
    /// <returns>Whether it is another label.</returns>
    public bool IsOther(ReadOnlySpan<byte> field, string label)
    {
        (_last, _other) = (field.ToArray(), label);
        return label != _label;
    }

    /// <summary>Starts the label that was noted.</summary>
    /// <param name="line">The line of its first row.</param>
    public void Start(int line)
    {
        _label = _other!;
        _spans.Add(new(_label, line, 0));
    }

    /// <summary>Adds a row with the label.</summary>
    public void AddRow()
    {
        _labels.Add(_label!);
        _spans[^1] = _spans[^1] with { Count = _spans[^1].Count + 1 };
    }

    /// <summary>Hands out the labels so far, and forgets them.</summary>
    public (IReadOnlyList<string> Labels, IReadOnlyList<LabelSpan> Spans) Take()
    {
        (List<string>, List<LabelSpan>) taken = (_labels, _spans);
        (_labels, _spans) = ([], []);
        return taken;
    }
}
