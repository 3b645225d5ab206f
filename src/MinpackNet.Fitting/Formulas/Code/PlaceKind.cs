namespace MinpackNet.Fitting;

/// <summary>What holds the numbers that an instruction reads or writes.</summary>
internal enum PlaceKind : byte
{
    None,

    /// <summary>One vector that stands for all points: a number, or a number for each of the fits in lanes.</summary>
    Row,

    /// <summary>A number for each point of a block, in memory of its own.</summary>
    Block,

    /// <summary>The same of a predictor.</summary>
    Column,

    /// <summary>The same of a result: the values, or the derivatives with respect to a parameter.</summary>
    Output,
}
