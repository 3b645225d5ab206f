using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Fits of several models to the same rows, and how they compare.</summary>
/// <param name="Fits">The fits.</param>
/// <param name="Comparison">How they compare.</param>
internal sealed record ComparedFits(IReadOnlyList<FittedData> Fits, ModelComparison Comparison)
{
    private const int LongestName = 40;

    public bool Succeeded => Fits.All(fit => fit.Succeeded);

    /// <exception cref="InputException">The request or the data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted it.</exception>
    public static ComparedFits Of(CompareRequest request, Streams streams, CancellationToken cancellationToken)
    {
        // Each fit reads the data, and standard input can be read once.
        Lazy<byte[]> input = new(() => Bytes(streams.OpenInput));
        Streams again = streams with { OpenInput = () => new MemoryStream(input.Value) };
        FittedData[] fits = [.. request.Fits.Select((fit, k) => Fit(fit, k + 1, again, cancellationToken))];
        CheckRows(fits);
        CheckShared(request.Fits[0].Shared, fits);
        return new(fits, Compare(fits, request.AreNested));
    }

    private static FittedData Fit(FitRequest request, int number, Streams streams, CancellationToken cancellationToken)
    {
        try
        {
            return DataFitter.Run(request, streams, cancellationToken);
        }
        catch (InputException exception) when (exception.Message.StartsWith("--model", StringComparison.Ordinal)
            || exception.Message.StartsWith("--start", StringComparison.Ordinal)
            || exception.Message.Contains("--shared", StringComparison.Ordinal))
        {
            throw new InputException($"{exception.Message} (This is about model {number}, {Name(request)}.)");
        }
    }

    /// <summary>The criteria are of the same observations.</summary>
    private static void CheckRows(FittedData[] fits)
    {
        FittedData first = fits[0];
        if (Array.Find(fits, fit => fit.Columns.Y != first.Columns.Y) is { } other)
        {
            throw new InputException(
                $"--y: {Name(first.Request)} is fitted to the column {Column(first)}, and {Name(other.Request)} to "
                + $"{Column(other)}. Name the column for all by --y.");
        }

        if (Array.Exists(fits, fit => !fit.Table.Lines.SequenceEqual(first.Table.Lines)))
        {
            throw new InputException(
                $"{first.Source}: the models are fitted to different rows, because some have no value in a column that "
                + "only some of the models use. Remove those rows, or complete them.");
        }

        static string Column(FittedData fit) => PlainText.Brief(fit.Columns.Names[fit.Columns.Y]);
    }

    private static void CheckShared(IReadOnlyList<string> shared, FittedData[] fits)
    {
        string[] known = [.. fits.SelectMany(fit => fit.Columns.Model.ParameterNames).Distinct()];
        if (shared.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new InputException(
                $"--shared: '{PlainText.Brief(unknown)}' is not a parameter of any model. Their parameters are "
                + $"{Things.List(known)}.");
        }
    }

    private static ModelComparison Compare(FittedData[] fits, bool areNested)
    {
        FitResult[] results = Array.ConvertAll(fits, fit => fit.Fit);
        string[] names = Array.ConvertAll(fits, fit => Name(fit.Request));
        bool isTest = false;
        try
        {
            ModelComparison comparison = ModelComparison.Of(results, names);
            isTest = areNested;
            return areNested ? ModelComparison.Of(results, names, areNested) : comparison;
        }
        catch (ArgumentException exception)
        {
            throw InputException.Of(isTest ? "--nested" : "--model", exception);
        }
    }

    private static string Name(FitRequest request) => PlainText.Cut(PlainText.Of(request.Model), LongestName);

    private static byte[] Bytes(Func<Stream> open)
    {
        using Stream stream = open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
