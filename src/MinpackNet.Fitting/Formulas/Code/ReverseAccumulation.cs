namespace MinpackNet.Fitting;

/// <summary>
/// The derivatives of a formula with respect to all its parameters by reverse accumulation (Linnainmaa 1970): each step
/// hands its adjoint, the derivative of the result with respect to it, on to its operands, so that the cost does not
/// grow with the number of parameters.
/// </summary>
internal sealed class ReverseAccumulation
{
    private readonly Step[] _steps;
    private readonly bool[] _depends;
    private readonly Place[] _values;
    private readonly CodeBuilder _code;
    private readonly Term?[] _adjoints;

    // For steps that matter only at some points, which: where this is not zero.
    private readonly Place[] _masks;

    // That of the step that hands its adjoint on.
    private Place _mask;

    private ReverseAccumulation(Step[] steps, bool[] depends, Place[] values, CodeBuilder code)
    {
        _steps = steps;
        _depends = depends;
        _values = values;
        _code = code;
        _adjoints = new Term?[steps.Length];
        _masks = new Place[steps.Length];
    }

    /// <summary>Adds instructions that deliver the derivatives by parameter p to output p.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="depends">Which of them depend on a parameter.</param>
    /// <param name="values">Where their values are.</param>
    /// <param name="companions">Where the cosine of a sine is, and the other way round.</param>
    /// <param name="code">Receives the instructions.</param>
    public static void Emit(Step[] steps, bool[] depends, Place[] values, Place[] companions, CodeBuilder code)
    {
        ReverseAccumulation sweep = new(steps, depends, values, code);
        sweep._adjoints[^1] = new(Place.None, IsNegative: false);
        for (int s = steps.Length - 1; s >= 0; s--)
        {
            if (depends[s] && steps[s].HasOperands && sweep._adjoints[s] is { } adjoint)
            {
                sweep._mask = sweep._masks[s];
                sweep.HandOn(steps[s], adjoint, values[s], companions[s]);
            }
        }

        for (int s = 0; s < steps.Length; s++)
        {
            if (steps[s].Operation == Operation.Parameter)
            {
                Term? adjoint = sweep._adjoints[s];
                Place from = adjoint is { } term ? sweep.Of(term) : code.Constant(0);
                code.Deliver(new(PlaceKind.Output, steps[s].Left), from, adjoint?.IsNegative ?? false);
            }
        }
    }

    private void HandOn(Step step, Term adjoint, Place value, Place companion)
    {
        Place a = _values[step.Left];
        Place b = step.HasTwoOperands ? _values[step.Right] : Place.None;
        switch (step.Operation)
        {
            case Operation.Add:
                Give(step.Left, adjoint);
                Give(step.Right, adjoint);
                break;
            case Operation.Subtract:
                Give(step.Left, adjoint);
                Give(step.Right, adjoint.Negative);
                break;
            case Operation.Negate:
                Give(step.Left, adjoint.Negative);
                break;
            case Operation.Multiply:
                Give(step.Left, adjoint, b);
                Give(step.Right, adjoint, a);
                break;
            case Operation.Divide:
                Divide(step, adjoint, value, b);
                break;
            case Operation.Exp:
                Give(step.Left, adjoint, value);
                break;
            case Operation.Sin:
                Give(step.Left, adjoint, companion);
                break;
            case Operation.Cos:
                Give(step.Left, adjoint.Negative, companion);
                break;
            case Operation.If:
                Choose(step.Right, adjoint, a);
                Choose(step.Third, adjoint, _code.Emit(Kernel.Equal, default, a, _code.Constant(0)));
                break;
            case Operation.Min or Operation.Max:
                Share(step.Left, adjoint, _code.Emit(Kernel.Slope, step, a, b, value));
                Share(step.Right, adjoint, _code.Emit(Kernel.SlopeByRight, step, a, b, value));
                break;
            default:
                GiveSlopes(step, adjoint, a, b, step.HasThreeOperands ? _values[step.Third] : value);
                break;
        }
    }

    private void GiveSlopes(Step step, Term adjoint, Place a, Place b, Place c)
    {
        if (step.IsPiecewiseConstant)
        {
            return;
        }

        if (_depends[step.Left])
        {
            Give(step.Left, adjoint, Slope(step, a, b, c));
        }

        if (step.HasTwoOperands && _depends[step.Right])
        {
            bool isPower = step.Operation == Operation.Power;
            Kernel kernel = isPower ? Kernel.SlopeByExponent : Kernel.SlopeByRight;
            Give(step.Right, adjoint, _code.Emit(kernel, step, a, b, c));
        }

        if (step.HasThreeOperands && _depends[step.Third])
        {
            Give(step.Third, adjoint, _code.Emit(Kernel.SlopeByThird, step, a, b, c));
        }
    }

    /// <summary>
    /// Hands an adjoint on to a step where that is taken. Where it is not, nothing that it does matters: also not a
    /// slope that is infinite, or NaN, times zero.
    /// </summary>
    private void Choose(int to, Term adjoint, Place taken)
    {
        if (_depends[to])
        {
            Place outer = _mask;
            Term part = adjoint with { Place = Masked(Of(adjoint), taken) };
            _mask = outer == Place.None ? taken : Masked(outer, taken);
            Give(to, part);
            _mask = outer;
        }
    }

    /// <summary>The same where a step is one of several, with a share of the adjoint: 0, 1, or 1/2 of a tie.</summary>
    private void Share(int to, Term adjoint, Place share) => Choose(
        to,
        adjoint.Place == Place.None
            ? adjoint with { Place = share }
            : adjoint with { Place = _code.Emit(Kernel.Multiply, default, adjoint.Place, share) },
        share);

    private Place Masked(Place place, Place mask) =>
        mask == Place.None ? place : _code.Emit(Kernel.Mask, default, place, mask);

    /// <summary>
    /// Products before quotients: a slope by itself may leave the range where what is handed on does not.
    /// </summary>
    private void Divide(Step step, Term adjoint, Place value, Place divisor)
    {
        if (_depends[step.Left])
        {
            Place quotient = adjoint.Place == Place.None
                ? _code.Emit(Kernel.Reciprocal, step, divisor)
                : _code.Emit(Kernel.Divide, step, adjoint.Place, divisor);
            Give(step.Left, adjoint with { Place = Masked(quotient, _mask) });
        }

        if (_depends[step.Right])
        {
            Place product = adjoint.Place == Place.None
                ? value
                : _code.Emit(Kernel.Multiply, step, adjoint.Place, value);
            Place quotient = _code.Emit(Kernel.Divide, step, product, divisor);
            Give(step.Right, adjoint.Negative with { Place = Masked(quotient, _mask) });
        }
    }

    private Place Slope(Step step, Place a, Place b, Place value) => step.Operation switch
    {
        Operation.Square => _code.Emit(Kernel.Twice, step, a),
        Operation.PowerOfConstant when step.Number == 3 => _code.Emit(Kernel.ThreeSquares, step, a),
        Operation.Power or Operation.PowerOfConstant => _code.Emit(Kernel.SlopeByBase, step, a, b, value),
        Operation.Log => _code.Emit(Kernel.Reciprocal, step, a),
        Operation.Sqrt => _code.Emit(Kernel.HalfReciprocal, step, value),
        Operation.Tan => _code.Emit(Kernel.OneAndSquare, step, value),
        Operation.Tanh => _code.Emit(Kernel.OneLessSquare, step, value),
        _ => _code.Emit(Kernel.Slope, step, a, b, value),
    };

    /// <summary>Hands an adjoint on to a step.</summary>
    private void Give(int to, Term part)
    {
        if (!_depends[to])
        {
            return;
        }

        if (_adjoints[to] is not { } sum)
        {
            (_adjoints[to], _masks[to]) = (part, _mask);
            return;
        }

        _masks[to] = Either(_masks[to], _mask);
        Kernel kernel = sum.IsNegative == part.IsNegative ? Kernel.Add : Kernel.Subtract;
        _adjoints[to] = sum with { Place = _code.Emit(kernel, default, Of(sum), Of(part)) };
    }

    /// <summary>Hands an adjoint times a slope on to a step.</summary>
    private void Give(int to, Term adjoint, Place slope)
    {
        if (!_depends[to])
        {
            return;
        }

        if (adjoint.Place == Place.None)
        {
            Give(to, adjoint with { Place = slope });
        }
        else if (_mask != Place.None || _masks[to] != Place.None)
        {
            Place product = _code.Emit(Kernel.Multiply, default, adjoint.Place, slope);
            Give(to, adjoint with { Place = Masked(product, _mask) });
        }
        else if (_adjoints[to] is not { } sum)
        {
            _adjoints[to] = adjoint with { Place = _code.Emit(Kernel.Multiply, default, adjoint.Place, slope) };
        }
        else
        {
            Kernel kernel = sum.IsNegative == adjoint.IsNegative ? Kernel.AddProduct : Kernel.SubtractProduct;
            _adjoints[to] = sum with { Place = _code.Emit(kernel, default, adjoint.Place, slope, Of(sum)) };
        }
    }

    /// <summary>Where a step matters that does so in two places.</summary>
    private Place Either(Place mask, Place other) => mask == Place.None || other == Place.None ? Place.None
        : mask == other ? mask
        : _code.Emit(Kernel.Choose, default, mask, mask, other);

    private Place Of(Term term) => term.Place == Place.None ? _code.Constant(1) : term.Place;

    /// <summary>An adjoint, or a part of one.</summary>
    /// <param name="Place">Where it is; none for one.</param>
    /// <param name="IsNegative">Whether it has the other sign.</param>
    private readonly record struct Term(Place Place, bool IsNegative)
    {
        public Term Negative => this with { IsNegative = !IsNegative };
    }
}
