namespace MinpackNet.Cli;

/// <summary>Writes files of a folder that several processes share: each is there as a whole or not at all.</summary>
internal static class JobFile
{
    /// <summary>What a file ends in as long as it is written.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>
    /// Writes a file beside, on the disk itself, and then gives it its name. Of two processes that do so at once, the
    /// second one replaces the file by the same bytes.
    /// </summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string folder, string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        string beside = $"{path}.{Environment.MachineName}.{Environment.ProcessId}{Unfinished}";
        try
        {
            using (FileStream file = File.Create(beside))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            try
            {
                File.Delete(beside);
            }
            catch (Exception other) when (other is IOException or UnauthorizedAccessException)
            {
                // What is told is why it could not be written; a merge leaves out what is unfinished.
            }

            throw new InputException($"--out: {path} cannot be written: {exception.Message}");
        }
    }
}
