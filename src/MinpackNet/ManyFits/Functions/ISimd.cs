namespace MinpackNet;

/// <summary>
/// Doubles that one instruction works on, so that a loop is written once for registers of every width.
/// </summary>
/// <remarks>
/// A condition is a number of this kind as well: where it holds all bits are set, elsewhere none. .NET's own
/// <c>Vector</c> and <c>Vector512</c> have no common type with these operations.
/// </remarks>
internal interface ISimd<TSelf>
    where TSelf : struct, ISimd<TSelf>
{
    /// <summary>How many doubles.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x);

    static abstract TSelf operator *(TSelf x, TSelf y);

    static abstract TSelf operator /(TSelf x, TSelf y);

    static abstract TSelf operator &(TSelf x, TSelf y);

    static abstract TSelf operator |(TSelf x, TSelf y);

    static abstract TSelf operator ^(TSelf x, TSelf y);

    static abstract TSelf operator ~(TSelf x);

    /// <summary>The same number in all places.</summary>
    static abstract TSelf All(double x);

    /// <summary>The same bits in all places.</summary>
    static abstract TSelf AllBits(long x);

    /// <summary>The numbers from this place on.</summary>
    static abstract TSelf Load(ref double from, int index);

    /// <summary>The numbers of one <c>Vector</c>, over and over.</summary>
    static abstract TSelf Repeat(ref double vector);

    /// <summary>Writes the numbers from this place on.</summary>
    void Store(ref double to, int index);

    static abstract TSelf Abs(TSelf x);

    static abstract TSelf Floor(TSelf x);

    static abstract TSelf Sqrt(TSelf x);

    static abstract TSelf Equal(TSelf x, TSelf y);

    static abstract TSelf Less(TSelf x, TSelf y);

    static abstract TSelf AtMost(TSelf x, TSelf y);

    static abstract bool AllAtMost(TSelf x, TSelf y);

    /// <summary>Whether a condition holds everywhere.</summary>
    static abstract bool Everywhere(TSelf condition);

    /// <summary>x where a condition holds, and y elsewhere.</summary>
    static abstract TSelf Select(TSelf condition, TSelf x, TSelf y);

    /// <summary>The sum of the bits as integers.</summary>
    static abstract TSelf AddBits(TSelf x, TSelf y);

    /// <summary>The difference of the bits as integers.</summary>
    static abstract TSelf SubtractBits(TSelf x, TSelf y);

    static abstract TSelf EqualBits(TSelf x, TSelf y);

    static abstract TSelf ShiftBitsLeft(TSelf x, int by);

    static abstract TSelf ShiftBitsRight(TSelf x, int by);
}
