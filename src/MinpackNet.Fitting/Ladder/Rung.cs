namespace MinpackNet.Fitting.Ladder;

/// <summary>A solve of the ladder and what became of it.</summary>
/// <param name="Attempt">What is told of it.</param>
/// <param name="Outcome">The solve, with the refined point.</param>
internal sealed record Rung(FitAttempt Attempt, FitOutcome Outcome)
{
    // Sums of squares closer than this are the same: they agree to half the digits, as they do at neighbors of a
    // minimum.
    private const double SameSum = 1e-8;

    /// <summary>Whether this point is lower than another by more than rounding.</summary>
    /// <param name="other">The other.</param>
    /// <param name="floor">The sum of squares that is rounding of the model's values alone.</param>
    public bool IsLowerThan(Rung other, double floor) =>
        Attempt.ChiSquared < (other.Attempt.ChiSquared * (1 - SameSum)) - floor;

    /// <summary>Whether both are optima of the same height.</summary>
    /// <param name="other">The other.</param>
    /// <param name="floor">As above.</param>
    public bool Confirms(Rung other, double floor) => Attempt.IsOptimum && other.Attempt.IsOptimum
        && !IsLowerThan(other, floor) && !other.IsLowerThan(this, floor);
}
