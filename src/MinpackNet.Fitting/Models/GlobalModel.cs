namespace MinpackNet.Fitting;

/// <summary>
/// One model over several data sets one after the other, with some parameters in common and the others of each set. A
/// last predictor tells the set of a point, from 0.
/// </summary>
internal sealed class GlobalModel : Model
{
    private readonly string[] _names;
    private readonly int[][] _places;
    private readonly string _text;

    /// <param name="own">The model of a set.</param>
    /// <param name="parameters">The names of its parameters.</param>
    /// <param name="shared">Which of these all sets have in common.</param>
    /// <param name="labels">What follows the name of a parameter of one set: one text for each set.</param>
    public GlobalModel(Model own, IReadOnlyList<string> parameters, IReadOnlyCollection<string> shared, string[] labels)
    {
        Own = own;
        List<string> names = [.. parameters.Where(shared.Contains)];
        _places = [.. labels.Select(_ => new int[parameters.Count])];
        for (int set = 0; set < labels.Length; set++)
        {
            for (int j = 0; j < parameters.Count; j++)
            {
                bool isShared = shared.Contains(parameters[j]);
                _places[set][j] = isShared ? names.IndexOf(parameters[j]) : names.Count;
                if (!isShared)
                {
                    names.Add(NameIn(parameters[j], labels[set]));
                }
            }
        }

        _names = [.. names];
        _text = $"{own.Text}{(own.Text is null ? "" : ", ")}{labels.Length} data sets"
            + (shared.Count > 0 ? $" with {string.Join(", ", parameters.Where(shared.Contains))} in common" : "");
    }

    /// <summary>The model of a set.</summary>
    public Model Own { get; }

    public int SetCount => _places.Length;

    public override IReadOnlyList<string> ParameterNames => Array.AsReadOnly(_names);

    public override DerivativeSource Derivatives => Own.Derivatives;

    internal override string Text => _text;

    internal override bool? Oscillates => Own.Oscillates;

    /// <summary>The name of a parameter in one set.</summary>
    public static string NameIn(string parameter, string label) => $"{parameter}_{label}";

    /// <summary>Where the parameters of a set are among all, in the order of the set's model.</summary>
    public int[] PlacesIn(int set) => _places[set];

    /// <summary>The stretches of points that belong to one set each, given the columns.</summary>
    public static List<(int Set, Range Points)> SetsOf(double[][] columns)
    {
        double[] sets = columns[^1];
        List<(int, Range)> stretches = [];
        for (int first = 0, next; first < sets.Length; first = next)
        {
            next = first + 1;
            while (next < sets.Length && sets[next] == sets[first])
            {
                next++;
            }

            stretches.Add(((int)sets[first], first..next));
        }

        return stretches;
    }

    /// <summary>The columns of the set's model at some points.</summary>
    public static double[][] ColumnsAt(double[][] columns, Range points) => [.. columns[..^1].Select(c => c[points])];

    internal override bool Calls(string name) => Own.Calls(name);

    internal override double[][] Bind(Predictors x) =>
        x.Columns.Length > 1 && x.Names[^1] == Predictors.SetName
            ? [.. Own.Bind(x.WithoutLast()), x.Columns[^1]]
            : throw Errors.WithoutSet(nameof(x));

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        foreach ((int set, Range points) in SetsOf(columns))
        {
            Own.Evaluate(ParametersOf(set, parameters), ColumnsAt(columns, points), values[points]);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        derivatives.Clear();
        int m = columns[0].Length;
        foreach ((int set, Range points) in SetsOf(columns))
        {
            (int[] own, int[] among) = In(set, by);
            (int first, int count) = points.GetOffsetAndLength(m);
            double[] block = new double[own.Length * count];
            if (own.Length > 0)
            {
                Own.Differentiate(ParametersOf(set, parameters), ColumnsAt(columns, points), own, block);
            }

            for (int k = 0; k < own.Length; k++)
            {
                block.AsSpan(k * count, count).CopyTo(derivatives[((among[k] * m) + first)..]);
            }
        }
    }

    /// <summary>The parameters of a set, given all.</summary>
    public double[] ParametersOf(int set, ReadOnlySpan<double> all)
    {
        int[] places = _places[set];
        double[] parameters = new double[places.Length];
        for (int j = 0; j < places.Length; j++)
        {
            parameters[j] = all[places[j]];
        }

        return parameters;
    }

    /// <summary>
    /// Of some of all parameters those that a set has: their indices in the set's model, and among the given ones.
    /// </summary>
    public (int[] Own, int[] Among) In(int set, ReadOnlySpan<int> some)
    {
        List<int> own = [];
        List<int> among = [];
        for (int k = 0; k < some.Length; k++)
        {
            if (Array.IndexOf(_places[set], some[k]) is >= 0 and var j)
            {
                own.Add(j);
                among.Add(k);
            }
        }

        return ([.. own], [.. among]);
    }
}
