namespace MinpackNet.Cli;

/// <summary>What a misspelled name may mean.</summary>
internal static class Spelling
{
    // Up to so many letters that are wrong, too many, missing or in another order, but no more than one in three.
    private const int MostWrong = 2;
    private const int LettersForOne = 3;

    /// <summary>" Did you mean …?" with the nearest of some names; empty if none is near.</summary>
    public static string Hint(string text, IEnumerable<string> names)
    {
        int most = Math.Min(MostWrong, text.TrimStart('-').Length / LettersForOne);
        string? nearest = names.Where(name => Math.Abs(name.Length - text.Length) <= most)
            .Select(name => (Name: name, Distance: Distance(text.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(near => near.Distance <= most)
            .OrderBy(near => near.Distance)
            .FirstOrDefault().Name;
        return nearest is null ? "" : $" Did you mean {nearest}?";
    }

    /// <summary>The number of letters to change, add, leave out or exchange with the next (Damerau 1964).</summary>
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
