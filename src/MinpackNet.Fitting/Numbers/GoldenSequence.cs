namespace MinpackNet.Fitting;

/// <summary>Numbers from 0 to 1 that are spread evenly however many are taken (Weyl's sequence).</summary>
internal static class GoldenSequence
{
    private const double GoldenShare = 0.6180339887498949;

    public static double Term(int k) => k * GoldenShare % 1;
}
