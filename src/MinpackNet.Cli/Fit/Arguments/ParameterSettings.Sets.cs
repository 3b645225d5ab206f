using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <content>Parameters of single data sets, such as a_cold for the parameter a in the set cold.</content>
internal sealed partial record ParameterSettings
{
    /// <summary>What is said of all data sets, without names that can only be those of parameters of one.</summary>
    public ParameterSettings OfModel(IReadOnlyList<string> names)
    {
        return new([.. Start.Where(value => !IsOfSet(value.Name!))], [.. Fixed.Where(name => !IsOfSet(name))])
        {
            Bounds = [.. Bounds.Where(bound => !IsOfSet(bound.Name))],
        };

        bool IsOfSet(string name) => !names.Contains(name)
            && names.Any(known => name.StartsWith($"{known}_", StringComparison.Ordinal));
    }

    /// <summary>The same by the names of all parameters: what is said of one set holds there.</summary>
    /// <param name="all">The names, and for each what the model calls it.</param>
    /// <exception cref="InputException">There is another name.</exception>
    public ParameterSettings InSets(IReadOnlyDictionary<string, string> all)
    {
        // First, because --fix also gives values.
        string[] isFixed = Spread("--fix", Fixed, name => name, (_, name) => name);
        return new(
            Spread("--start", Start, value => value.Name!, (value, name) => new StartValue(name, value.Value)), isFixed)
        {
            Bounds = Spread("--bound", Bounds, bound => bound.Name, (bound, name) => bound with { Name = name }),
        };

        T[] Spread<T>(string option, IReadOnlyList<T> items, Func<T, string> nameOf, Func<T, string, T> renamed)
        {
            if (items.Select(nameOf).FirstOrDefault(name => !all.ContainsKey(name) && !all.Values.Contains(name))
                is { } unknown)
            {
                throw new InputException(
                    $"{option}: '{PlainText.Brief(unknown)}' is not a parameter of a data set. The parameters are "
                    + $"{Things.List(all.Keys)}, and {Things.List(all.Values.Distinct())} for all data sets.");
            }

            return
            [
                .. from pair in all
                let name = items.Any(item => nameOf(item) == pair.Key) ? pair.Key : pair.Value
                from item in items
                where nameOf(item) == name
                select renamed(item, pair.Key),
            ];
        }
    }
}
