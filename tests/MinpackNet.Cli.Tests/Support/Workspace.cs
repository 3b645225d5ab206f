using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>A folder of its own for files.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("minpack");

    public string this[string file] => Path.Combine(_folder.FullName, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text, new UTF8Encoding(false));
        return this[file];
    }

    /// <summary>Writes one of NIST's sets as the command does.</summary>
    public string WriteNist(string set) => Write($"{set}.csv", Minpack.Run("nist", set).Output);

    public void Dispose() => _folder.Delete(recursive: true);
}
