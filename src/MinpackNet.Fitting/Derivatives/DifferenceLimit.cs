namespace MinpackNet.Fitting;

/// <summary>
/// Derivatives as limits of difference quotients, for where the chain rule meets inf/inf, 0·inf or inf - inf although
/// the function is finite: quotients over ever shorter steps, extrapolated to step 0; the extrapolation that changes
/// least from one step to the next wins (Ridders 1982).
/// </summary>
internal static class DifferenceLimit
{
    // Each round of steps goes on where the one before ended: for functions that are finite, or smooth, only near by.
    private const int Rounds = 3;
    private const int StepsPerRound = 14;

    // The first step, as a share of the variable's size, or of one for a variable at zero.
    private const double FirstShare = 1.0 / 128;

    // An extrapolation that changes by no more than this share of itself needs no shorter steps.
    private const double SmallChange = 1e-6;

    // One that always changes by more has no limit, as at a vertical tangent, ...
    private const double MostChange = 1e-4;

    // ... unless the quotients go to zero, as those of (a - x)^1.5 at a = x do.
    private const double Negligible = 1e-5;

    /// <summary>The derivatives of some functions of one variable.</summary>
    /// <param name="evaluate">Fills in the functions' values at a value of the variable.</param>
    /// <param name="at">The value of the variable.</param>
    /// <param name="count">The number of functions.</param>
    /// <returns>
    /// From both sides where the function is finite on both, otherwise from one. NaN where the function is not finite
    /// or no limit shows.
    /// </returns>
    public static double[] Of(Action<double, double[]> evaluate, double at, int count)
    {
        double[] here = ValuesAt(at);
        Limit[] limits = [.. here.Select(value => new Limit(value))];
        double step = FirstShare * (at == 0 ? 1 : Math.Abs(at));
        for (int k = 0; k < Rounds * StepsPerRound && limits.Any(limit => !limit.IsSettled); k++)
        {
            (double right, double left) = (at + step, at - step);
            (double[] above, double[] below) = (ValuesAt(right), ValuesAt(left));
            for (int i = 0; i < count; i++)
            {
                limits[i].Add(k % StepsPerRound == 0, right - at, above[i], at - left, below[i]);
            }

            step /= 2;
        }

        return [.. limits.Select(limit => limit.Value)];

        double[] ValuesAt(double value)
        {
            double[] values = new double[count];
            evaluate(value, values);
            return values;
        }
    }

    /// <summary>The limit of one function's quotients.</summary>
    private sealed class Limit(double here)
    {
        private readonly double[] _row = new double[StepsPerRound];
        private int _length;
        private int _sides;
        private double _best = double.NaN;
        private double _change = double.PositiveInfinity;
        private double? _first;
        private double _last;

        public bool IsSettled { get; private set; } = !double.IsFinite(here);

        public double Value => _change <= MostChange * Math.Abs(_best) ? _best
            : Math.Abs(_last) <= Negligible * Math.Abs(_first ?? double.NaN) ? _last
            : double.NaN;

        /// <summary>Takes the function's values one step to the right and to the left into account.</summary>
        public void Add(bool isNewRound, double toRight, double right, double toLeft, double left)
        {
            // Quotients over much longer steps do not belong to the same extrapolation.
            _length = isNewRound ? 0 : _length;
            int sides = (double.IsFinite(right) ? 1 : 0) + (double.IsFinite(left) ? 2 : 0);
            if (IsSettled || sides == 0)
            {
                return;
            }

            if (sides != _sides)
            {
                // Nor do those of other sides.
                (_length, _sides) = (0, sides);
            }

            if (right == here && left == here)
            {
                // Nothing changes at all, as far out as everything has overflowed or underflowed; or nothing any more,
                // because the step is lost in rounding, and what longer steps showed is the limit.
                (_best, _change) = _first is null ? (0, 0) : (_best, _change);
                (_last, IsSettled) = (0, true);
                return;
            }

            double quotient = sides == 3 ? (right - left) / (toRight + toLeft)
                : sides == 1 ? (right - here) / toRight
                : (here - left) / toLeft;
            _first ??= quotient;
            _last = quotient;
            Extrapolate(quotient, ratio: sides == 3 ? 4 : 2);
            IsSettled = _change <= SmallChange * Math.Abs(_best) && _length >= StepsPerRound;
        }

        /// <summary>One more row of Richardson's table: column j has the error terms up to the j-th removed.</summary>
        private void Extrapolate(double quotient, double ratio)
        {
            double power = 1;
            double next = quotient;
            for (int j = 0; j < _length; j++)
            {
                power *= ratio;
                double above = _row[j];
                _row[j] = next;
                double extrapolated = next + ((next - above) / (power - 1));
                double change = Math.Max(Math.Abs(extrapolated - next), Math.Abs(extrapolated - above));
                if (change < _change)
                {
                    (_best, _change) = (extrapolated, change);
                }

                next = extrapolated;
            }

            _row[_length++] = next;
        }
    }
}
