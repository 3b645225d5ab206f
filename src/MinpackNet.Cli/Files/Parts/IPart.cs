namespace MinpackNet.Cli;

/// <summary>
/// A part of a table behind the head of the whole one, which settles the format, so that the part is read as that is.
/// </summary>
internal interface IPart
{
    /// <summary>Whether the group of the first line is of this part.</summary>
    bool HasFirstGroup { get; }

    /// <summary>The number of lines of the head, which are not of the part.</summary>
    int LinesBefore { get; }

    /// <summary>The first line that begins behind the part, counted from its first one; null until known.</summary>
    int? FirstLineBehind { get; }
}
