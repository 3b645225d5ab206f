using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>The report for programs: one JSON document.</summary>
internal static class JsonReport
{
    public static Score Write(TextWriter output, IEnumerable<SetFit> fits, CertificationSettings settings)
    {
        List<SetFit> done = [.. fits];
        Score score = Score.Of(done, settings);
        Certificate certificate = new(settings, done, score);
        output.WriteLine(JsonSerializer.Serialize(certificate, CertificateJsonContext.Readable.Certificate));
        return score;
    }
}
