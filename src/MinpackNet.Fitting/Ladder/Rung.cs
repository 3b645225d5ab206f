namespace MinpackNet.Fitting;

/// <summary>One solve of the ladder.</summary>
/// <param name="Attempt">What the user is told about it.</param>
/// <param name="Outcome">The solve, with the refined point.</param>
internal sealed record Rung(FitAttempt Attempt, FitOutcome Outcome)
{
    // Sums of squares that agree to half their digits are the same: more cannot be expected next to a minimum.
    private const double SameSum = 1e-8;

    /// <summary>Whether this point is lower than another by more than rounding.</summary>
    /// <param name="other">The other.</param>
    /// <param name="floor">The sum of squares that rounding of the model's values alone explains.</param>
    public bool IsLowerThan(Rung other, double floor) =>
        Attempt.ChiSquared < (other.Attempt.ChiSquared * (1 - SameSum)) - floor;

    /// <summary>Whether both are optima with the same sum of squares.</summary>
    /// <param name="other">The other.</param>
    /// <param name="floor">As above.</param>
    public bool Confirms(Rung other, double floor) => Attempt.IsOptimum && other.Attempt.IsOptimum
        && !IsLowerThan(other, floor) && !other.IsLowerThan(this, floor);
}
