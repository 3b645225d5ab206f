using System.IO.Compression;
using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>Files packed by gzip.</summary>
public sealed class GzipTests
{
    private static readonly string[] Fit = ["--model", "a*x + b", "--start", "a=1,b=0", "--json"];

    [Fact]
    public void A_packed_file_is_read_as_the_one_in_it()
    {
        using Workspace files = new();
        File.WriteAllBytes(files["line.csv.gz"], Pack(Encoding.UTF8.GetBytes("t,y\n0.5,2\n1.5,4\n2,5\n")));
        Run run = Minpack.Run(["fit", files["line.csv.gz"], .. Fit]);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        Assert.Equal("t", (string)run.Json["input"]!["x"]!["x"]!);
    }

    [Fact]
    public void Packed_standard_input_of_another_encoding_and_several_members_is_read()
    {
        byte[] text = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("t,y\n0.5,2\n1.5,4\n2,5\n")];
        Run run = RunOn([.. Pack(text[..20]), .. Pack(text[20..])]);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1 << 22)]
    public void A_file_that_breaks_off_is_refused(int length)
    {
        byte[] packed = Pack(Rows(length));
        Assert.StartsWith(
            "standard input: the gzip archive is damaged or incomplete", RunOn(packed[..^12]).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_another_checksum_is_refused()
    {
        byte[] packed = Pack(Rows(100));
        packed[^6] ^= 1;
        Assert.Contains("damaged", RunOn(packed).Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_into_a_thousand_times_its_size_is_refused()
    {
        byte[] text = new byte[64 << 20];
        Array.Fill(text, (byte)'\n');
        "t,y\n0.5,2\n1.5,4\n2,5\n"u8.CopyTo(text);
        Assert.Contains("more than a thousand times its size", RunOn(Pack(text)).Complaint, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, RunOn(Pack(text[..(8 << 20)])).ExitCode);
    }

    [Fact]
    public void An_archive_within_another_is_unpacked_once()
    {
        Assert.Contains(
            "looks like an archive of gzip within another. Unpack it first",
            RunOn(Pack(Pack(Rows(100)))).Complaint,
            StringComparison.Ordinal);
        byte[] tar = new byte[1024];
        "ustar"u8.CopyTo(tar.AsSpan(257));
        Assert.Contains("looks like an archive of tar", RunOn(Pack(tar)).Complaint, StringComparison.Ordinal);
    }

    private static byte[] Rows(int length)
    {
        StringBuilder text = new("t,y\n");
        for (int row = 0; text.Length < length; row++)
        {
            text.Append(row % 1009).Append(',').Append(row % 997).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Pack(byte[] text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }

    private static Run RunOn(byte[] content) => Minpack.Run(
        streams => streams with { OpenInput = () => new MemoryStream(content) }, "", ["fit", "-", .. Fit]);
}
