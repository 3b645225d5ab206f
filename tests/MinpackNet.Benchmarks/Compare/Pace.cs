namespace MinpackNet.Benchmarks.Compare;

/// <summary>How long a race goes on: at least so many rounds, and so many seconds for each contender.</summary>
/// <param name="WarmUp">
/// For how many seconds all run before it counts, in which the runtime compiles hot code anew.
/// </param>
internal readonly record struct Pace(int Rounds, double Seconds, double WarmUp)
{
    public static Pace Of(bool quick, bool isLarge) => (quick, isLarge) switch
    {
        (true, true) => new(1, 0, 0.1),
        (true, false) => new(3, 0.25, 0.5),
        (false, true) => new(5, 1, 0.5),
        (false, false) => new(11, 1, 1.5),
    };
}
