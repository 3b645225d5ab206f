namespace MinpackNet.Fitting;

/// <summary>The sign that a parameter is likely to have.</summary>
internal enum Signs
{
    /// <summary>Either one.</summary>
    Either,

    /// <summary>The one with which the formula is written in three of four.</summary>
    MostlyPositive,

    /// <summary>Positive.</summary>
    Positive,

    /// <summary>Negative.</summary>
    Negative,
}
