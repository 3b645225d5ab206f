using System.Globalization;

namespace MinpackNet.Cli;

/// <content>Opening a file or a part of one.</content>
internal sealed partial class CsvFile
{
    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; - for standard input.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="format">What the user says about its format.</param>
    /// <exception cref="InputException">The file cannot be read or has no data.</exception>
    public static CsvFile Open(string path, Func<Stream> openInput, CsvFormat format)
    {
        if (path != "-" && Directory.Exists(path))
        {
            throw new InputException($"{path}: this is a folder, not a file. Give the name of a file.");
        }

        try
        {
            return path == "-"
                ? new("standard input", openInput(), format)
                : new(path, File.OpenRead(path), format);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: there is no such file. Check the name, or give - for standard input.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    /// <summary>Opens a part of a file.</summary>
    /// <param name="part">The part.</param>
    /// <param name="format">What the user says about its format.</param>
    /// <exception cref="InputException">The file cannot be read or has no data.</exception>
    public static CsvFile Open(FilePart part, CsvFormat format)
    {
        try
        {
            if (part.Groups is { } groups)
            {
                string place = groups.First == 0
                    ? part.Path
                    : string.Create(CultureInfo.InvariantCulture, $"{part.Path} from row group {groups.First} on");
                return new(place, File.OpenRead(part.Path), format, groups);
            }

            PartStream stream = new(part);
            string name = stream.HasFirstGroup
                ? part.Path
                : string.Create(CultureInfo.InvariantCulture, $"{part.Path} from byte {stream.Start} on");
            return new(name, stream, format);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{part.Path}: cannot be read: {exception.Message}");
        }
    }
}
