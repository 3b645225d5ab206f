namespace MinpackNet.Fitting;

/// <summary>
/// Which parameters of a formula have no second derivatives, from its steps: values at points would leave doubt,
/// because exponentials and peaks are zero or infinite at most.
/// </summary>
internal sealed class FormulaLinearity
{
    // Up to here the largest set is found by trying all; beyond, the parameters with few partners go first.
    private const int MostTried = 20;

    private readonly Step[] _steps;
    private readonly bool[,] _curved;
    private readonly bool[][] _parameters;
    private readonly int _count;

    /// <param name="steps">The steps, each after its operands.</param>
    /// <param name="count">The number of parameters.</param>
    public FormulaLinearity(Step[] steps, int count)
    {
        _steps = steps;
        _count = count;
        _curved = new bool[count, count];
        _parameters = new bool[steps.Length][];
        for (int i = 0; i < steps.Length; i++)
        {
            _parameters[i] = new bool[count];
            Visit(i);
        }
    }

    /// <summary>Whether a step depends on any parameter.</summary>
    public bool DependsOnAny(int step) => Array.Exists(_parameters[step], depends => depends);

    /// <summary>The largest set of parameters, among some, in which the formula is linear together, in order.</summary>
    public int[] LargestSet(int[] among)
    {
        int[] candidates = [.. among.Where(j => !_curved[j, j])];
        return candidates.Length <= MostTried ? Largest(candidates, []) : Greedy(candidates);
    }

    private int[] Largest(int[] left, int[] chosen)
    {
        if (left.Length == 0)
        {
            return chosen;
        }

        int first = left[0];
        int[] with = Largest([.. left[1..].Where(j => !_curved[first, j])], [.. chosen, first]);
        bool isAlone = left.All(j => !_curved[first, j]);
        int[] without = isAlone || with.Length == chosen.Length + left.Length ? [] : Largest(left[1..], chosen);
        return without.Length > with.Length ? without : with;
    }

    private int[] Greedy(int[] candidates)
    {
        List<int> chosen = [];
        foreach (int j in candidates.OrderBy(j => candidates.Count(k => _curved[j, k])))
        {
            if (chosen.TrueForAll(k => !_curved[j, k]))
            {
                chosen.Add(j);
            }
        }

        return [.. chosen.Order()];
    }

    private void Visit(int i)
    {
        Step step = _steps[i];
        if (step.Operation == Operation.Parameter)
        {
            _parameters[i][step.Left] = true;
        }

        if (!step.HasOperands)
        {
            return;
        }

        bool[] left = _parameters[step.Left];
        bool[] right = step.HasTwoOperands ? _parameters[step.Right] : new bool[_count];
        bool[] third = step.HasThreeOperands ? _parameters[step.Third] : new bool[_count];
        for (int j = 0; j < _count; j++)
        {
            _parameters[i][j] = left[j] || right[j] || third[j];
        }

        switch (step.Operation)
        {
            case Operation.Add or Operation.Subtract or Operation.Negate:
            case Operation.PowerOfConstant when step.Number == 1:
                break;
            case Operation.Multiply:
                Curve(left, right);
                break;
            case Operation.Divide:
                Curve(left, right);
                Curve(right, right);
                break;
            case Operation.If:
                Curve(left, _parameters[i]);
                break;
            default:
                Curve(_parameters[i], _parameters[i]);
                break;
        }
    }

    private void Curve(bool[] some, bool[] others)
    {
        for (int j = 0; j < _count; j++)
        {
            for (int k = 0; k < _count; k++)
            {
                if (some[j] && others[k])
                {
                    _curved[j, k] = _curved[k, j] = true;
                }
            }
        }
    }
}
