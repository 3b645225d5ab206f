namespace MinpackNet.Fitting;

/// <summary>
/// Where to look for the parameters of a formula, from how it is made and from the data: every step is given the sizes
/// that it should have, so that an argument of exp is about one, a term beside x as large as x, and the whole as large
/// as y, and hands them down through sums, products and powers to the parameters.
/// </summary>
internal sealed class FormulaRanges
{
    private static readonly double Ln10 = Math.Log(10);
    private static readonly Decades AboutOne = new(-1.3, 1.3);
    private static readonly Decades Moderate = new(-1, 1);
    private static readonly Decades Exponents = new(-0.5, 0.5);

    // The share of the smallest numbers that tell no size: of the observations, and of what is known in the formula.
    private const double LeftOutOfData = 0.1;
    private const double LeftOut = 0.05;

    // By how much closer neighbors must be to matter.
    private const double LeastFiner = 0.8;

    // Beyond the places of the data.
    private const double Margin = 0.1;

    private readonly FormulaTree _tree;
    private readonly HashSet<int> _linear;
    private readonly List<ParameterRange>[] _ranges;
    private readonly List<ShiftRange> _shifts = [];

    /// <param name="tree">The formula.</param>
    /// <param name="count">The number of parameters.</param>
    /// <param name="linear">The parameters that follow from a linear fit.</param>
    /// <param name="observations">The data.</param>
    public FormulaRanges(FormulaTree tree, int count, int[] linear, double[] observations)
    {
        _tree = tree;
        _linear = [.. linear];
        _ranges = new List<ParameterRange>[count];
        for (int j = 0; j < count; j++)
        {
            _ranges[j] = [];
        }

        Visit(tree.Root, Decades.Of(observations, LeftOutOfData), Signs.Either);
    }

    /// <summary>Parameters that put the place of a change, a slope times a place, into a sum of its own.</summary>
    public IReadOnlyList<ShiftRange> Shifts => _shifts;

    /// <summary>
    /// The ranges of a parameter, of which each may be the right one; empty where nothing tells its size.
    /// </summary>
    public IReadOnlyList<ParameterRange> Of(int parameter) => _ranges[parameter];

    private void Visit(int step, Decades? size, Signs signs)
    {
        if (!_tree.IsUnknown(step))
        {
            return;
        }

        Step it = _tree[step];
        switch (it.Operation)
        {
            case Operation.Parameter when size is { } known:
                _ranges[it.Left].Add(new ParameterRange.Sized(known, signs));
                break;
            case Operation.Parameter:
                break;
            case Operation.Negate or Operation.Abs:
                Visit(it.Left, size, signs);
                break;
            case Operation.Add or Operation.Subtract:
                VisitTerms([.. _tree.Terms(step)], size, signs);
                break;
            case Operation.Multiply or Operation.Divide:
                VisitProduct(step, size, signs);
                break;
            case Operation.Square:
                Visit(it.Left, size * 0.5, signs);
                break;
            case Operation.Sqrt:
                Visit(it.Left, size * 2, signs);
                break;
            case Operation.Cbrt:
                Visit(it.Left, size * 3, signs);
                break;
            case Operation.PowerOfConstant:
                Visit(it.Left, it.Number == 0 ? null : size * (1 / it.Number), signs);
                break;
            case Operation.Power when !_tree.IsUnknown(it.Left) && !Spread.Of(_tree.Known(it.Left)).Varies:
                VisitExponent(it.Right, size, Math.Log(_tree.Known(it.Left)[0]));
                break;
            case Operation.Power:
                Visit(it.Right, Moderate, Signs.MostlyPositive);
                Visit(it.Left, Exponents, Signs.Positive);
                break;
            case Operation.Exp:
                VisitExponent(it.Left, size, 1);
                break;
            case Operation.Sin or Operation.Cos:
                VisitAngle(it.Left);
                break;
            case Operation.Log or Operation.Log10 or Operation.Log2:
                Visit(it.Left, Moderate, Signs.Positive);
                break;
            case Operation.Min or Operation.Max:
                Visit(it.Left, size, signs);
                Visit(it.Right, size, signs);
                break;
            case Operation.If:
                Visit(it.Left, Moderate, signs);
                Visit(it.Right, size, signs);
                Visit(it.Third, size, signs);
                break;
            case Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual:
                VisitTerms([.. _tree.Terms(it.Left), .. _tree.Terms(it.Right, -1)], Moderate, signs);
                break;
            case Operation.Voigt:
                VisitTerms([.. _tree.Terms(it.Left)], Moderate, signs);
                Visit(it.Right, WidthIn(it.Left), Signs.Positive);
                Visit(it.Third, WidthIn(it.Left), Signs.Positive);
                break;
            default:
                Visit(it.Left, Moderate, signs);
                if (it.HasTwoOperands)
                {
                    Visit(it.Right, Moderate, signs);
                }

                break;
        }
    }

    /// <summary>The width of a peak along a sum, from a quarter of the distance of neighbors on.</summary>
    private Decades WidthIn(int sum)
    {
        double[] known = _tree.KnownSum(_tree.Terms(sum));
        Spread spread = Spread.Of(known);
        return known.Length == 0 ? Moderate : new(Math.Log10(spread.Step) - 0.6, Math.Log10(spread.Width) + 0.6);
    }

    /// <summary>The argument of exp, or an exponent over a base whose logarithm is given.</summary>
    private void VisitExponent(int step, Decades? size, double logarithm)
    {
        if (_tree.Parameter(step) is { } alone)
        {
            Decades whole = (size ?? new(-2, 2)).Widened(0.5);
            _ranges[alone].Add(Between(whole.Low * Ln10 / logarithm, whole.High * Ln10 / logarithm));
            return;
        }

        (int Sign, int Step)[] terms = [.. _tree.Terms(step)];
        if (size is { } known && terms.Length > 1 && terms.All(term => _tree.IsUnknown(term.Step)))
        {
            // An offset in the exponent sets the size of the whole.
            foreach ((int sign, int term) in terms)
            {
                if (_tree.Parameter(term) is { } offset)
                {
                    _ranges[offset].Add(Between(
                        sign * (known.Low - 1) * Ln10 / logarithm, sign * (known.High + 3) * Ln10 / logarithm));
                }
            }
        }

        double shift = Math.Log10(Math.Abs(logarithm));
        Visit(step, new Decades(AboutOne.Low - shift, AboutOne.High - shift), Signs.MostlyPositive);
    }

    private void VisitAngle(int step)
    {
        foreach ((_, int term) in _tree.Terms(step).Where(term => _tree.IsUnknown(term.Step)))
        {
            (int Exponent, int Step)[] factors = [.. _tree.Factors(term)];
            (int Exponent, int Step)[] unknown = [.. factors.Where(factor => _tree.IsUnknown(factor.Step))];
            if (unknown is not [var (exponent, only)] || _tree.Parameter(only) is not { } parameter)
            {
                Visit(term, Moderate, Signs.Either);
                continue;
            }

            Spread turns = Spread.Of(_tree.KnownProduct(factors));
            if (!turns.Varies)
            {
                _ranges[parameter].Add(Between(0, 2 * Math.PI / turns.Low));
                continue;
            }

            // Uneven places tell frequencies apart far above the one at which most neighbors alternate.
            double[] steps = turns.Fine < turns.Step * LeastFiner ? [turns.Step, turns.Fine] : [turns.Step];
            // Without an amplitude that may have either sign, both directions differ.
            double lowest = _linear.Count == 0 ? -1 : 0;
            _ranges[parameter].AddRange(steps.Select(length => new ParameterRange.Frequency(
                lowest * Math.PI / length, Math.PI / length, IsInverse: exponent < 0)));
        }
    }

    private void VisitTerms((int Sign, int Step)[] terms, Decades? size, Signs signs)
    {
        (int Sign, int Step)[] unknown = [.. terms.Where(term => _tree.IsUnknown(term.Step))];
        double[] known = _tree.KnownSum(terms);
        if (known.Length > 0)
        {
            VisitBesideKnown(unknown, known, signs);
        }
        else if (size is not { } whole || !VisitSlope(unknown, whole, signs))
        {
            foreach ((_, int term) in unknown)
            {
                Visit(term, size ?? Moderate, signs);
            }
        }
    }

    private void VisitBesideKnown((int Sign, int Step)[] unknown, double[] known, Signs signs)
    {
        Spread spread = Spread.Of(known);
        Decades size = Decades.Of(known, LeftOut);
        foreach ((int sign, int term) in unknown)
        {
            if (!spread.Varies)
            {
                Visit(term, size.Widened(1), unknown.Length > 1 ? Signs.Either : Signs.MostlyPositive);
            }
            else if (_tree.Parameter(term) is { } place)
            {
                double margin = Margin * spread.Width;
                _ranges[place].Add(Between(-sign * (spread.Low - margin), -sign * (spread.High + margin)));
                if (sign > 0 || signs == Signs.Positive)
                {
                    double width = Math.Log10(spread.Width);
                    _ranges[place].Add(new ParameterRange.Sized(
                        new(width - 2, Math.Max(size.High, width) + 1), sign > 0 ? Signs.Positive : Signs.Negative));
                }
            }
            else
            {
                Visit(
                    term, size.Widened(0.5), signs == Signs.Positive ? Signs.MostlyPositive : Signs.Either);
            }
        }
    }

    /// <summary>
    /// A sum of a parameter and a slope times something known, inside a function: its place is the one where the sum is
    /// zero, and the parameter is that place times the slope.
    /// </summary>
    private bool VisitSlope((int Sign, int Step)[] unknown, Decades size, Signs signs)
    {
        (int Sign, int Step)[] shifts =
            [.. unknown.Where(term => _tree.Parameter(term.Step) is { } j && !_linear.Contains(j))];
        (int Sign, int Step)[] slopes = [.. unknown.Where(term => _tree.Parameter(term.Step) is null)];
        if (shifts is not [var shift] || slopes is not [var slope])
        {
            return false;
        }

        (int Exponent, int Step)[] factors = [.. _tree.Factors(slope.Step)];
        if (factors.Where(factor => _tree.IsUnknown(factor.Step)).ToArray() is not [(1, var only)]
            || _tree.Parameter(only) is not { } steepness)
        {
            return false;
        }

        Spread places = Spread.Of(_tree.KnownProduct(factors));
        int offset = _tree.Parameter(shift.Step)!.Value;
        _ranges[steepness].Add(new ParameterRange.Sized(
            new(size.Low - Math.Log10(places.Width), size.High - Math.Log10(places.Step) - 0.3), signs));
        _ranges[offset].Add(new ParameterRange.Sized(new(size.Low, size.High + 0.5), Signs.Either));
        _shifts.Add(new(offset, steepness, -shift.Sign * slope.Sign, places));
        return true;
    }

    private void VisitProduct(int step, Decades? size, Signs signs)
    {
        (int Exponent, int Step)[] factors = [.. _tree.Factors(step)];
        (int Exponent, int Step)[] unknown = [.. factors.Where(factor => _tree.IsUnknown(factor.Step))];
        // A factor that follows from a linear fit takes any size.
        bool isAbsorbed = unknown.Any(factor => _tree.Parameter(factor.Step) is { } j && _linear.Contains(j));
        Decades known = Decades.One;
        foreach ((int exponent, int factor) in factors.Except(unknown))
        {
            known += Decades.Of(_tree.Known(factor), LeftOut) * exponent;
        }

        for (int i = 0; i < unknown.Length; i++)
        {
            if (size is not { } whole || isAbsorbed)
            {
                Visit(unknown[i].Step, null, signs);
                continue;
            }

            Decades others = known;
            for (int k = 0; k < unknown.Length; k++)
            {
                others += k == i ? Decades.One : LikelySize(unknown[k].Step) * unknown[k].Exponent;
            }

            Decades own = whole.Over(others) * unknown[i].Exponent;
            Visit(unknown[i].Step, new(Math.Min(own.Low, own.High), Math.Max(own.Low, own.High)), signs);
        }
    }

    /// <summary>The size that an unknown factor is likely to have, before its own parameters are known.</summary>
    private Decades LikelySize(int step)
    {
        Step it = _tree[step];
        switch (it.Operation)
        {
            case Operation.Square:
                return LikelySize(it.Left) * 2;
            case Operation.PowerOfConstant:
                return LikelySize(it.Left) * it.Number;
            case Operation.Sqrt:
                return LikelySize(it.Left) * 0.5;
            case Operation.Add or Operation.Subtract:
                (int Sign, int Step)[] terms = [.. _tree.Terms(step)];
                Spread known = Spread.Of(_tree.KnownSum(terms));
                return known.Varies && terms.Any(term => _tree.Parameter(term.Step) is not null)
                    ? new(Math.Log10(known.Step), Math.Log10(known.Width))
                    : Decades.One;
            case Operation.Multiply or Operation.Divide:
                return _tree.Factors(step).Aggregate(Decades.One, (product, factor) => product + ((
                    _tree.IsUnknown(factor.Step)
                        ? LikelySize(factor.Step)
                        : Decades.Of(_tree.Known(factor.Step), LeftOut)) * factor.Exponent));
            default:
                return Decades.One;
        }
    }

    private static ParameterRange.Uniform Between(double a, double b) => new(Math.Min(a, b), Math.Max(a, b));
}
