namespace MinpackNet.Fitting;

/// <summary>One solve of a search.</summary>
/// <param name="Origin">Where its start came from.</param>
/// <param name="Attempt">What the user is told about it.</param>
/// <param name="Outcome">The solve, with the refined point.</param>
internal sealed record SearchEnd(Origin Origin, FitAttempt Attempt, FitOutcome Outcome)
{
    // Points next to one minimum agree at least to this in their sums of squares.
    private const double SameSum = 1e-6;

    // The sums of squares of points at one minimum differ by rounding.
    private const double Rounding = 1e-12;

    /// <summary>The sum of squares; infinite where the model is not finite.</summary>
    public double Sum => double.IsNaN(Attempt.ChiSquared) ? double.PositiveInfinity : Attempt.ChiSquared;

    /// <summary>Whether the end was refined, and tested for being an optimum.</summary>
    public bool IsRefined { get; init; }

    /// <summary>Whether it took the place of an end with a frequency further from the start.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The end whose place it took, which nobody but the data could prefer; null for none.</summary>
    public Faster? Faster { get; init; }

    /// <summary>Whether the solve led to an optimum that was known by then.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether the end is an optimum, and so confirms another end with its sum of squares.</summary>
    public bool Confirms => IsKnown || Attempt.IsOptimum;

    /// <summary>Whether a sum of squares is lower than this one by more than rounding.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="floor">The sum of squares that rounding of the model's values alone explains.</param>
    public bool IsAbove(double sum, double floor) => sum < (Sum * (1 - Rounding)) - floor;

    /// <summary>Whether a sum of squares is that of the same minimum.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="floor">As above.</param>
    public bool IsSame(double sum, double floor) =>
        double.IsFinite(Sum) && Math.Abs(sum - Sum) <= (SameSum * Math.Min(sum, Sum)) + floor;
}

/// <summary>An end with a frequency that gave way to a lower one.</summary>
/// <param name="Sum">Its sum of squares.</param>
/// <param name="Frequency">The name of the parameter and its value.</param>
internal sealed record Faster(double Sum, string Frequency);
