using System.Globalization;

namespace MinpackNet.Samples;

/// <summary>The arguments of a sample: a verb, and pairs such as --fits 20000.</summary>
internal sealed class Arguments(string[] all)
{
    /// <summary>What to do; empty without.</summary>
    public string Verb => all.Length > 0 ? all[0] : "";

    public int Number(string name, int otherwise) =>
        int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public string Text(string name, string otherwise) =>
        Array.IndexOf(all, $"--{name}") is >= 0 and var i && i + 1 < all.Length ? all[i + 1] : otherwise;
}
