namespace MinpackNet.Cli;

/// <summary>Files that cannot be read from front to back.</summary>
internal static class WholeStream
{
    private const long MostBytes = 1 << 30;

    /// <summary>A stream in which one can go back, at its beginning.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="bytes">The file, or a pipe, which is read into memory.</param>
    /// <exception cref="InputException">That is too much.</exception>
    public static Stream Of(string name, Stream bytes)
    {
        if (bytes.CanSeek)
        {
            bytes.Position = 0;
            return bytes;
        }

        MemoryStream whole = new();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = bytes.Read(buffer)) > 0;)
        {
            whole.Write(buffer, 0, count);
            if (whole.Length > MostBytes)
            {
                throw new InputException(
                    $"{name}: more than 1 GiB comes through a pipe or is packed, which a file of this kind is read "
                    + "from in whole. Give it as a file of its own.");
            }
        }

        whole.Position = 0;
        return whole;
    }
}
