namespace MinpackNet.Fitting;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every platform.</summary>
internal struct SplitMix(int sequence, int k)
{
    private ulong _state = ((ulong)(uint)sequence << 32) ^ (uint)k;

    public int Next(int count) => (int)(Bits() % (ulong)count);

    public double Fraction() => (Bits() >> 11) * (1.0 / (1L << 53));

    private ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
