using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>What a request may ask for.</summary>
internal static class ServiceLimits
{
    public const int MostBytes = 4 << 20;
    public const int MostAtOnce = 8;
    public const int MostHeldBytes = 256 << 20;

    // What a request takes besides its body.
    private const int LeastBytes = 64 << 10;
    private const int MostFits = 10_000;
    private const int MostValues = 200_000;
    private const int MostSymbols = 2_000;

    /// <summary>How long a request may take from its head to its answer.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast a body must come, on the average after two seconds.</summary>
    public static MinDataRate LeastRate { get; } = new(10_000, TimeSpan.FromSeconds(2));

    /// <summary>How many bytes a request counts for.</summary>
    /// <param name="length">That of its body; null where it is not told.</param>
    public static int Bytes(long? length) => (int)Math.Clamp(length ?? MostBytes, LeastBytes, MostBytes);

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
            : Refusal(FitJob.FromJson(json), order);
    }

    private static string? Refusal(FitJob job, FitOrder order) =>
        job.Options.Solver is { MaxDegreeOfParallelism: not (1 or -1) } solver
            ? Say($"maxDegreeOfParallelism is {solver.MaxDegreeOfParallelism}. Leave it out.")
        : job.Formula.PredictorNames.FirstOrDefault(name => !order.X.ContainsKey(name)) is { } missing
            ? Say($"x has no column {missing}. Send one for each predictor.")
        : null;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
