using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A part of many fits: its number, and which fits it covers.</summary>
/// <param name="Number">From 0. It names the results, whoever computes them.</param>
/// <param name="First">The first fit, from 0.</param>
/// <param name="Count">The number of fits.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct FitPart(int Number, int First, int Count)
{
    /// <summary>Cuts many fits into parts.</summary>
    /// <param name="fits">The number of fits; positive.</param>
    /// <param name="size">
    /// The most fits in a part; positive. A part that runs for 1 to 60 seconds makes what is lost with a machine and
    /// what each part costs besides equally small: of short fits of a formula some 10,000 to 1,000,000.
    /// </param>
    /// <returns>The parts in order, all of this size but the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static IReadOnlyList<FitPart> Cut(int fits, int size)
    {
        Validate.Positive(fits, nameof(fits));
        Validate.Positive(size, nameof(size));
        return Array.AsReadOnly(
        [
            .. Enumerable.Range(0, ((fits - 1) / size) + 1)
                .Select(number => new FitPart(number, number * size, Math.Min(size, fits - (number * size)))),
        ]);
    }

    /// <summary>The number and the fits.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"part {Number} (fits {First} to {(long)First + Count - 1})");
}
