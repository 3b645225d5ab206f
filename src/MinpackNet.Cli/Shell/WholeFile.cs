namespace MinpackNet.Cli;

/// <summary>Writes files that are complete or not there.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; if that fails, what was there before stays.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>The same for content that is made piece by piece; so it is when making it fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Writes the content to a stream.</param>
    public static void Write(string path, Action<Stream> content)
    {
        FileInfo file = Target(path);
        if (Directory.Exists(file.FullName))
        {
            throw new IOException("It is a folder.");
        }

        if (file is { Exists: true, IsReadOnly: true })
        {
            throw new UnauthorizedAccessException("It is read-only.");
        }

        if (file is { Exists: true, Length: 0 })
        {
            // A device or a pipe, which must stay what it is, or a file with nothing to lose.
            WriteInPlace(file.FullName, content);
            return;
        }

        string beside = Path.Combine(file.DirectoryName!, Path.GetRandomFileName());
        try
        {
            using (FileStream stream = File.Create(beside))
            {
                content(stream);
            }

            File.Move(beside, file.FullName, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new IOException(exception.Message.Replace(beside, path, StringComparison.Ordinal), exception);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>The file that a path leads to, through links.</summary>
    public static FileInfo Target(string path)
    {
        FileInfo named = new(path);
        return named.LinkTarget is null ? named : new(named.ResolveLinkTarget(true)!.FullName);
    }

    private static void WriteInPlace(string path, Action<Stream> content)
    {
        try
        {
            using FileStream stream = File.Create(path);
            content(stream);
        }
        catch (IOException)
        {
            File.WriteAllBytes(path, []);
            throw;
        }
    }
}
