using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>What a request may ask for.</summary>
internal static class ServiceLimits
{
    public const int MostBytes = 4 << 20;
    public const int MostAtOnce = 8;
    public const int MostWaiting = 1000;

    private const int MostFits = 10_000;
    private const int MostValues = 200_000;
    private const int MostSymbols = 2_000;

    /// <summary>How long a request may wait and run.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Checks an order before anything of it runs.</summary>
    /// <returns>What to change; null for nothing.</returns>
    /// <exception cref="ArgumentException">The job cannot be used.</exception>
    /// <exception cref="FormatException">Its formula cannot be understood.</exception>
    public static string? Refusal(FitOrder order)
    {
        string json = order.Job.GetRawText();
        long values =
            order.X.Values.Concat(order.Y).Concat(order.Sigma ?? []).Sum(column => (long)(column?.Length ?? 0));
        return json.Length > MostSymbols
                ? Say($"The job has {json.Length} characters. Send one of at most {MostSymbols}.")
            : order.Y.Length is 0 or > MostFits
                ? Say($"There are {order.Y.Length} data sets in y. Send 1 to {MostFits}.")
            : values > MostValues
                ? Say($"There are {values} numbers in x, y and sigma. Send at most {MostValues}.")
            : FitJob.FromJson(json).Options.Solver is { MaxDegreeOfParallelism: not (1 or -1) } solver
                ? Say($"maxDegreeOfParallelism is {solver.MaxDegreeOfParallelism}. Leave it out.")
            : null;

        static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
