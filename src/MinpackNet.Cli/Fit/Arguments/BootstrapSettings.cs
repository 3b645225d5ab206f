using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The bootstrap that the user asks for.</summary>
/// <param name="Samples">The number of refits.</param>
/// <param name="Kind">How it makes its data.</param>
/// <param name="Seed">That of its random numbers.</param>
internal sealed record BootstrapSettings(int Samples, BootstrapKind Kind, int Seed)
{
    public const string Kinds = "residual (residuals are drawn again), case (rows are) or parametric (normal errors)";

    private const int Usual = 2000;
    private const int UsualSeed = 1;
    private const int Most = 10_000_000;

    /// <summary>Parses what stands behind the options.</summary>
    /// <param name="isGiven">Whether a bootstrap is asked for.</param>
    /// <param name="samples">The number behind it; null for none.</param>
    /// <param name="kind">What stands behind the other option; null for what suits the fit.</param>
    /// <param name="seed">The seed; null for the usual one.</param>
    /// <param name="hasLoss">Whether the fit has a loss.</param>
    /// <returns>Null if no bootstrap is asked for.</returns>
    /// <exception cref="InputException">It cannot be understood.</exception>
    public static BootstrapSettings? Parse(
        bool isGiven, string? samples, string? kind, string? seed, bool hasLoss)
    {
        int count = Usual;
        if (samples is not null
            && !(int.TryParse(samples, NumberStyles.None, CultureInfo.InvariantCulture, out count)
                && count is >= 2 and <= Most))
        {
            throw new InputException(
                $"--bootstrap: '{PlainText.Brief(samples)}' is not a whole number from 2 to {Most}. Give the file "
                + "before the options, or a number, such as 2000.");
        }

        int number = UsualSeed;
        if (seed is not null && !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw new InputException(
                $"--seed: '{PlainText.Brief(seed)}' is not a whole number from 0 to {int.MaxValue}.");
        }

        BootstrapKind parsed = kind switch
        {
            null => hasLoss ? BootstrapKind.Case : BootstrapKind.Residual,
            "residual" => BootstrapKind.Residual,
            "case" => BootstrapKind.Case,
            "parametric" => BootstrapKind.Parametric,
            _ => throw new InputException($"--bootstrap-kind: '{PlainText.Brief(kind)}' is not one of {Kinds}."),
        };
        return isGiven ? new(count, parsed, number)
            : (kind ?? seed) is null ? null
            : throw new InputException(
                $"{(kind is null ? "--seed" : "--bootstrap-kind")} has no effect without --bootstrap. Add that.");
    }

    /// <summary>Compares the bootstrap with what else is asked for.</summary>
    /// <exception cref="InputException">They contradict each other.</exception>
    public void CheckFor(FitRequest request)
    {
        if (request.Loss is not null && Kind != BootstrapKind.Case)
        {
            throw new InputException(
                "--bootstrap-kind: with --loss, errors need not be alike, and there are none to draw. Take case.");
        }
    }

    /// <summary>Bootstraps a fit.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted it.</exception>
    public BootstrapResult Run(FitResult fit, ProgressLine progress, CancellationToken cancellationToken) =>
        fit.Bootstrap(
            Kind, Samples, Seed, new RefitProgress(progress, Samples), cancellationToken);

    /// <summary>Shows the number of refits that have ended, on any thread.</summary>
    private sealed class RefitProgress(ProgressLine line, int samples) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (line)
            {
                line.Show(() => string.Create(CultureInfo.InvariantCulture, $"{value} of {samples} refits"));
            }
        }
    }
}
