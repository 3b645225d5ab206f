using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Two parameters of which the user asks for a joint region.</summary>
internal sealed record ContourSettings(string First, string Second)
{
    /// <summary>Parses <c>a,b</c>.</summary>
    /// <exception cref="InputException">Those are not two names.</exception>
    public static ContourSettings Parse(string text)
    {
        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.Length == 2 && names[0] != names[1] && names.All(Formula.IsValidName)
            ? new(names[0], names[1])
            : throw new InputException(
                $"--contour: '{PlainText.Brief(text)}' is not a pair of parameters. Write two names, such as a,b.");
    }

    /// <summary>Compares the names with the parameters of the fit, which are those of each data set.</summary>
    /// <exception cref="InputException">One is no parameter, or is fixed.</exception>
    public void CheckFor(IReadOnlyList<string> names, ParameterSettings settings)
    {
        foreach (string name in (string[])[First, Second])
        {
            if (!names.Contains(name))
            {
                throw new InputException(
                    $"--contour: {PlainText.Brief(name)} is not a parameter of the fit. Its parameters are "
                    + $"{Things.List(names)}.");
            }

            if (settings.IsFixed(name))
            {
                throw new InputException($"--contour: {name} is fixed. Take a parameter that is not.");
            }
        }
    }
}
