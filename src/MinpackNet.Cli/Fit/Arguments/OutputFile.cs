namespace MinpackNet.Cli;

/// <summary>A file that an option names for output.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a name that no file can have, another ending, and files that are read.</summary>
    /// <param name="option">The option.</param>
    /// <param name="file">The file; null for none.</param>
    /// <param name="endings">The endings that it may have, such as .svg.</param>
    /// <param name="inputs">The files that are read.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static void Check(string option, string? file, string[] endings, params IEnumerable<string?> inputs)
    {
        if (file is null)
        {
            return;
        }

        FitArguments.Refuse(
            file.Contains('\0'), $"{option}: no file has a name with the character 0. Give another name.");
        FitArguments.Refuse(
            !endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)),
            $"{option}: '{PlainText.Brief(file)}' does not end in {string.Join(" or ", endings)}, which tells the "
            + "format. Give a name that does.");
        FitArguments.Refuse(
            !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))),
            $"{option}: there is no folder for '{PlainText.Brief(file)}'. Create it, or give another.");
        FitArguments.Refuse(
            File.Exists(file) && inputs.Any(input => input is not null && !input.Contains('\0') && File.Exists(input)
                && WholeFile.Target(file).FullName == WholeFile.Target(input).FullName),
            $"{option}: '{PlainText.Brief(file)}' would replace the data. Give another name.");
    }

    /// <summary>Writes a file; what went wrong is the result, in one sentence.</summary>
    /// <param name="option">The option.</param>
    /// <param name="file">The file.</param>
    /// <param name="content">Writes what it is to have.</param>
    /// <returns>The complaint; null for none.</returns>
    public static string? Write(string option, string file, Action<Stream> content)
    {
        try
        {
            WholeFile.Write(file, content);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A new file that is not found is one that its folder does not take.
            string reason = exception.GetBaseException() is FileNotFoundException
                ? "its folder takes no new files."
                : exception.Message;
            return $"{option}: {file} cannot be written: {reason}";
        }
    }
}
