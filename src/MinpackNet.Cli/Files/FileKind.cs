using System.Text;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Files that are not tables in text, by their first bytes.</summary>
internal static partial class FileKind
{
    private const int Longest = 512;
    private const string Save = "Save its table as CSV.";
    private const string Export = "Export its table as CSV.";

    private static readonly (byte[] Start, string Complaint)[] Kinds =
    [
        ([.. "PK\u0003\u0004"u8], $"looks like a spreadsheet or another zip archive. {Save}"),
        ([.. "PK\u0005\u0006"u8], "looks like an empty zip archive. Give a file with data."),
        ([0xd0, 0xcf, 0x11, 0xe0], $"looks like a spreadsheet of an old kind (.xls). {Save}"),
        ([0x1f, 0x8b], Unpack("gzip within another")),
        ([.. "BZh"u8, (byte)'1'], Unpack("bzip2")),
        ([.. "BZh"u8, (byte)'9'], Unpack("bzip2")),
        ([0xfd, .. "7zXZ"u8], Unpack("xz")),
        ([.. "7z"u8, 0xbc, 0xaf], Unpack("7z")),
        ([0x28, 0xb5, 0x2f, 0xfd], Unpack("zstd")),
        ([.. "Rar!"u8], Unpack("rar")),
        ([.. "%PDF"u8], "looks like a PDF document. Copy its table into a CSV file."),
        ([.. "%!PS"u8], "looks like a PostScript document. Copy its table into a CSV file."),
        ([.. "{\\rtf"u8], $"looks like a text with formats (RTF). {Save}"),
        ([0x89, .. "PNG"u8], Picture),
        ([0xff, 0xd8, 0xff], Picture),
        ([.. "GIF8"u8], Picture),
        ([0x89, .. "HDF"u8], $"looks like an HDF5 file. {Export}"),
        ([.. "CDF"u8, 1], $"looks like a NetCDF file. {Export}"),
        ([.. "CDF"u8, 2], $"looks like a NetCDF file. {Export}"),
        ([0x93, .. "NUMPY"u8], $"looks like an array of NumPy. {Export}"),
        ([.. "MATLAB 5.0 MAT-file"u8], $"looks like a file of MATLAB. {Export}"),
        ([.. "SIMPLE  ="u8], $"looks like a FITS file. {Export}"),
        ([.. "SQLite format 3"u8], $"looks like a database of SQLite. {Export}"),
    ];

    private const string Picture = "looks like a picture. Give the numbers as CSV.";

    /// <summary>What a file looks like if it is not text with columns, and what to do; null if it may be.</summary>
    /// <param name="head">Its first bytes.</param>
    public static string? Complaint(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, string complaint) in Kinds)
        {
            if (head.StartsWith(start))
            {
                return complaint;
            }
        }

        const int PlaceOfTar = 257;
        if (head.Length > PlaceOfTar && head[PlaceOfTar..].StartsWith("ustar"u8))
        {
            return Unpack("tar");
        }

        string text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, Longest)]);
        return Json().IsMatch(text) ? "looks like JSON. Write its numbers as CSV, a line for each row."
            : Markup().IsMatch(text) ? "looks like HTML or XML. Save its table as CSV."
            : head.Contains((byte)0) ? $"looks like a binary file, not text. {Save}"
            : null;
    }

    private static string Unpack(string kind) => $"looks like an archive of {kind}. Unpack it first.";

    [GeneratedRegex(@"^\s*(\{\s*(""|\})|\[\s*(\[|\{|""[^""]*""\s*:|-?\d[^\]]*(\]\s*$|\n)))")]
    private static partial Regex Json();

    [GeneratedRegex(@"^\s*<(!doctype|!--|\?xml|html|head|body|table|svg|math)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
