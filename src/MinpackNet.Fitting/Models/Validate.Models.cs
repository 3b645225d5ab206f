namespace MinpackNet.Fitting;

/// <content>The names of parameters.</content>
internal static partial class Validate
{
    /// <summary>A copy of names, each of which a parameter can have.</summary>
    public static string[] ParameterNames(IReadOnlyList<string> names, string argument)
    {
        ArgumentNullException.ThrowIfNull(names, argument);
        string[] own = [.. names];
        if (own.Length == 0)
        {
            throw Errors.NoParameterNames(argument);
        }

        foreach (string name in own)
        {
            if (string.IsNullOrWhiteSpace(name) || own.Count(other => other == name) > 1)
            {
                throw Errors.ParameterName(argument, name);
            }
        }

        return own;
    }
}
