namespace MinpackNet.Cli;

/// <summary>A whole certification, as written to JSON.</summary>
internal sealed record Certificate(CertificationSettings Settings, IReadOnlyList<SetFit> Fits, Score Score);
