namespace MinpackNet.Cli;

/// <summary>What a column seems to hold.</summary>
internal enum ColumnKind
{
    /// <summary>Values of any kind.</summary>
    Quantity,

    /// <summary>One number in all of the first rows.</summary>
    Constant,

    /// <summary>Dates written as numbers.</summary>
    Dates,

    /// <summary>Consecutive whole numbers, which by their name may count the rows or be a quantity.</summary>
    MayCountRows,

    /// <summary>Names or numbers of the rows.</summary>
    CountsRows,
}
