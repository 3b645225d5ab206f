namespace MinpackNet.Cli;

/// <summary>The whole of a certification, as it is written to JSON.</summary>
internal sealed record Certificate(CertificationSettings Settings, IReadOnlyList<Fit> Fits, Score Score);
