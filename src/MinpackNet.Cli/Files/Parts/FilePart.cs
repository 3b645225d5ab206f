using System.Security.Cryptography;

namespace MinpackNet.Cli;

/// <summary>
/// A stretch of the bytes of a file, for a file whose groups stand together: it has the groups that begin in it but
/// for the one that its first line belongs to, and the one that the first line behind it belongs to. So stretches side
/// by side have each group once, and none needs to know another.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="From">The first byte; at 0, the first group is this part's too.</param>
/// <param name="To">Behind the last byte.</param>
internal sealed record FilePart(string Path, long From, long To)
{
    /// <summary>The row groups in these bytes, of a Parquet file that is cut; null for a file of text.</summary>
    public RowGroups? Groups { get; init; }

    /// <summary>The hash of its bytes, as hexadecimal digits.</summary>
    public string Sha256()
    {
        const int Block = 1 << 20;
        using FileStream file = File.OpenRead(Path);
        file.Position = From;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[Block];
        for (long left = To - From; left > 0;)
        {
            int count = file.Read(block, 0, (int)Math.Min(left, Block));
            if (count == 0)
            {
                break;
            }

            hash.AppendData(block, 0, count);
            left -= count;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
