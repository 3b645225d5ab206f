namespace MinpackNet.Fitting;

/// <summary>What a change of a predictor's origin does to a model.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Place">
/// The free parameter that is a place x - m on the predictor's axis; -1 for none, and for one with the other sign.
/// </param>
/// <param name="Mixed">The free parameters that would change, if they have to be mixed.</param>
internal sealed record Shift(ShiftEffect Effect, int Place, int[] Mixed)
{
    public static Shift Unknown { get; } = new(ShiftEffect.Unknown, -1, []);
}
