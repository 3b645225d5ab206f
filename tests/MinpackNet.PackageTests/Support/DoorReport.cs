namespace MinpackNet.PackageTests;

/// <summary>What came out of one door of the library; type and message are empty when no exception did.</summary>
internal sealed record DoorReport(string Door, string ExceptionType, string Message);
