using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Which parts of a job a process fits: those whose number, divided by the count, leaves its index.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">Of all shards.</param>
/// <param name="PartSize">The size of a part of a file in MiB.</param>
internal sealed record Shard(int Index, int Count, double PartSize)
{
    public const string Name = "--shard";
    public const string SizeName = "--part-size";

    private const double Mebibyte = 1 << 20;
    private const double DefaultSize = 16;
    private const double MostMebibytes = 1 << 20;

    /// <summary>The bytes of a part of this size.</summary>
    public static long BytesOf(double partSize) => (long)(partSize * Mebibyte);

    /// <summary>The number of parts of a file.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="size">The bytes of a part.</param>
    public static long CountOf(long length, long size) => (Math.Max(length, 1) + size - 1) / size;

    /// <summary>Whether a part is of this shard.</summary>
    public bool Has(int part) => part % Count == Index;

    /// <summary>The options of the command for these.</summary>
    internal sealed class Options
    {
        private readonly Option<string?> _shard = new(Name)
        {
            Description = "With --by, one of several processes that share the work: i/n, such as 0/8 to 7/8. Each "
                + "fits its parts of the file, or of all files of a folder, and writes them to the folder of --out; "
                + "those that are there are not fitted again. minpack merge puts them together.",
        };

        private readonly Option<string?> _size = new(SizeName)
        {
            Description = "The size of a part in MiB, for --shard. Default: 16.",
        };

        public Option[] All => [_shard, _size];

        /// <exception cref="InputException">An argument cannot be used.</exception>
        public Shard? Read(ParseResult parsed)
        {
            string? text = parsed.GetValue(_shard);
            string? size = parsed.GetValue(_size);
            FitArguments.Refuse(
                size is not null && text is null, $"{SizeName} has no effect without {Name}. Leave it out.");
            if (text is null)
            {
                return null;
            }

            (int index, int count) = (-1, 0);
            FitArguments.Refuse(
                !(text.Split('/') is [var i, var n] && TryParse(i, out index) && TryParse(n, out count)
                    && index < count),
                $"{Name}: '{PlainText.Brief(text)}' is not the number of a shard and how many there are, such as 0/8 "
                + "to 7/8.");
            double mebibytes = DefaultSize;
            FitArguments.Refuse(
                size is not null
                    && !(double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out mebibytes)
                        && mebibytes * Mebibyte >= 1 && mebibytes <= MostMebibytes),
                $"{SizeName}: '{PlainText.Brief(size)}' is not a size in MiB, such as 16.");
            return new(index, count, mebibytes);
        }

        private static bool TryParse(string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
