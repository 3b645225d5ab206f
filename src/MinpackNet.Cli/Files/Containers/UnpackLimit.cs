namespace MinpackNet.Cli;

/// <summary>How much a packed file may hold: a few bytes can be made to unpack into more than any disk has.</summary>
internal static class UnpackLimit
{
    private const long MostBytes = 4L << 30;
    private const long FreeBytes = 16 << 20;
    private const int MostRatio = 1000;

    /// <exception cref="InputException">It is more than measurements are packed into.</exception>
    /// <param name="name">The file.</param>
    /// <param name="unpacked">The number of bytes that were unpacked so far, or are to be.</param>
    /// <param name="packed">The number of bytes that these were.</param>
    public static void Check(string name, long unpacked, long packed)
    {
        if (unpacked > MostBytes)
        {
            throw new InputException(
                $"{name}: this unpacks into more than 4 GiB. Give its table as text if that is what you expect.");
        }

        if (unpacked > FreeBytes && unpacked / MostRatio > packed)
        {
            throw new InputException(
                $"{name}: this unpacks into more than a thousand times its size, as measurements hardly do. Give its "
                + "table as text if that is what you expect.");
        }
    }
}
