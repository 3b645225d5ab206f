namespace MinpackNet;

/// <summary>Angles of any size less a multiple of a right angle (Payne and Hanek 1983).</summary>
internal static class AngleReduction
{
    private const int FractionBits = 52;
    private const int ExponentBias = 1023;
    private const int WordBits = 64;

    // Of the bits of an angle's product with 2/π those above the last two of its integer are whole turns.
    private const int QuadrantBits = 2;

    // Half of π in units of 2^-127.
    private const ulong HalfPiHigh = 0xc90fdaa22168c234;
    private const ulong HalfPiLow = 0xc4c6628b80dc1cd1;

    /// <summary>2/π, word by word, behind 64 zeros.</summary>
    private static readonly ulong[] TwoOverPi =
    [
        0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
        0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4,
        0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
        0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
    ];

    /// <summary>
    /// The number of right angles modulo 4, and the remainder, at most half of one, with what its rounding lost.
    /// </summary>
    /// <param name="x">An angle in radians that is not small, or not finite, which gives NaN.</param>
    public static (int Quadrant, double Remainder, double Lost) Of(double x)
    {
        if (!double.IsFinite(x))
        {
            return (0, double.NaN, double.NaN);
        }

        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        ulong fraction = ((ulong)bits & ((1UL << FractionBits) - 1)) | (1UL << FractionBits);
        int exponent = (int)(bits >> FractionBits) - ExponentBias - FractionBits;

        // The 192 bits of 2/π whose product with the fraction, in quarters of a turn, is less than one turn.
        int offset = exponent - QuadrantBits + WordBits;
        (UInt128 upper, ulong lower) = Product(
            fraction, Word(offset), Word(offset + WordBits), Word(offset + (2 * WordBits)));

        // To the nearest right angle; what is left is then a signed fraction of half a turn.
        int quadrant = (int)((upper + (UInt128.One << 125)) >> 126);
        Int128 rest = (Int128)(upper - ((UInt128)(uint)quadrant << 126));
        bool isNegative = Int128.IsNegative(rest);
        (UInt128 size, ulong below) = isNegative ? Negated((UInt128)rest, lower) : ((UInt128)rest, lower);
        (double remainder, double lost) = InRadians(size, below);
        quadrant = x < 0 ? -quadrant : quadrant;
        return isNegative == x < 0 ? (quadrant, remainder, lost) : (quadrant, -remainder, -lost);
    }

    /// <summary>64 bits of 2/π.</summary>
    private static ulong Word(int offset)
    {
        (int index, int shift) = Math.DivRem(offset, WordBits);
        ulong first = TwoOverPi[index] << shift;
        return shift == 0 ? first : first | (TwoOverPi[index + 1] >> (WordBits - shift));
    }

    /// <summary>The last 192 bits of a product.</summary>
    private static (UInt128 Upper, ulong Lower) Product(ulong factor, ulong high, ulong middle, ulong low)
    {
        UInt128 lowest = (UInt128)factor * low;
        UInt128 upper = ((UInt128)unchecked(factor * high) << WordBits) + ((UInt128)factor * middle)
            + (lowest >> WordBits);
        return (upper, (ulong)lowest);
    }

    private static (UInt128 Size, ulong Below) Negated(UInt128 upper, ulong lower) =>
        lower == 0 ? (unchecked(-upper), 0) : (~upper, unchecked(0UL - lower));

    /// <summary>A fraction of right angles, in units of 2^-190, times half of π.</summary>
    private static (double Remainder, double Lost) InRadians(UInt128 upper, ulong lower)
    {
        if (upper == 0)
        {
            return (0, 0); // no double comes so close
        }

        // The first 128 bits that are not zero.
        int zeros = (int)UInt128.LeadingZeroCount(upper);
        UInt128 first = zeros == 0 ? upper : (upper << zeros) | (zeros < WordBits
            ? lower >> (WordBits - zeros)
            : (UInt128)lower << (zeros - WordBits));

        // Their product with half of π, in units of 2^-127 times theirs.
        ulong high = (ulong)(first >> WordBits);
        ulong low = (ulong)first;
        UInt128 product = ((UInt128)high * HalfPiHigh)
            + (((UInt128)high * HalfPiLow) >> WordBits)
            + (((UInt128)low * HalfPiHigh) >> WordBits);

        // The first 53 bits, exactly, and the next ones.
        const int Rest = 128 - 64;
        double head = (ulong)(product >> Rest) & ~0x7FFUL;
        double tail = ((double)((ulong)(product >> Rest) & 0x7FF)) + ((ulong)product * Math.ScaleB(1, -WordBits));
        int scale = -126 - zeros + WordBits + 1;
        double remainder = Math.ScaleB(head + tail, scale);
        return (remainder, Math.ScaleB((head - (head + tail)) + tail, scale));
    }
}
