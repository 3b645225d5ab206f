namespace MinpackNet.PackageTests;

/// <summary>One project that consumes the package, in a folder of its own.</summary>
internal sealed class Consumer(Workshop workshop, string folder)
{
    public const string Name = "consumer";

    /// <summary>What the program Fit prints, in whatever form it is built.</summary>
    public static readonly string[] FitOutput =
    [
        "CurveFit 5.069822 0.497049 +- 0.052436 0.009575",
        "Solve 5.069822 0.497049 SmallReduction 13",
    ];

    public string Folder => folder;

    /// <summary>Where <see cref="Publish"/> puts the application.</summary>
    public string Output => Path.Combine(folder, "publish");

    public CommandResult Dotnet(string[] arguments, IReadOnlyDictionary<string, string>? variables = null) =>
        workshop.Dotnet(folder, arguments, variables);

    /// <summary>Publishes with some properties, each in the form Name=value.</summary>
    public CommandResult Publish(params string[] properties) => Dotnet(
        [
            "publish", "--configuration", "Release", "--output", Output,
            .. properties.Select(property => $"-p:{property}"),
        ])
        .SucceededWithoutWarnings();

    /// <summary>Runs what <see cref="Publish"/> made.</summary>
    public CommandResult RunPublished(IReadOnlyDictionary<string, string>? variables = null) => CommandLine.Run(
        Path.Combine(Output, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name), [], folder, variables);

    /// <summary>The paths of the published files, relative to <see cref="Output"/>.</summary>
    public string[] PublishedFiles() =>
    [
        .. Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Output, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Those of the published files that are native libraries of ours.</summary>
    public string[] PublishedNativeFiles() =>
        [.. PublishedFiles().Where(file => file.Contains("minpack_native", StringComparison.Ordinal))];
}
