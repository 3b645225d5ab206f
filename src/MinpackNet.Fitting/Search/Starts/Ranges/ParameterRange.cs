namespace MinpackNet.Fitting;

/// <summary>Where a parameter is likely to be, as a way from numbers between 0 and 1 to its values.</summary>
internal abstract record ParameterRange
{
    /// <summary>Evenly between two values.</summary>
    public sealed record Uniform(double Low, double High) : ParameterRange
    {
        public override double At(double place) => Low + (place * (High - Low));

        public override bool Covers(double value) => value >= Low - (High - Low) && value <= High + (High - Low);

        public override ParameterRange? Within(ParameterBound bound) =>
            (Math.Max(bound.Lower, Low), Math.Min(bound.Upper, High)) is var (low, high) && low < high
                ? new Uniform(low, high)
                : null;
    }

    /// <summary>Of any size in some decades.</summary>
    public sealed record Sized(Decades Size, Signs Signs) : ParameterRange
    {
        private const double Usual = 0.75;

        public override double At(double place)
        {
            double share = Signs switch
            {
                Signs.Positive => 1,
                Signs.Negative => 0,
                Signs.MostlyPositive => Usual,
                _ => 0.5,
            };
            bool isPositive = place < share || share == 1;
            double rest = isPositive ? place / share : (place - share) / (1 - share);
            double size = Math.Pow(10, Size.Low + (rest * (Size.High - Size.Low)));
            return isPositive ? size : -size;
        }

        public override bool Covers(double value) =>
            Math.Log10(Math.Abs(value)) is var decade && decade >= Size.Low - 1 && decade <= Size.High + 1;

        public override ParameterRange? Within(ParameterBound bound)
        {
            (_, double lower, double upper) = bound;
            if (lower < 0 && upper > 0)
            {
                return this;
            }

            bool isPositive = lower >= 0;
            Signs excluded = isPositive ? Signs.Negative : Signs.Positive;
            (double least, double most) = isPositive ? (lower, upper) : (-upper, -lower);
            Decades size = new(
                Math.Max(Size.Low, Math.Log10(least)), Math.Min(Size.High, Math.Log10(most)));
            return size.Low < size.High && Signs != excluded
                ? new Sized(size, isPositive ? Signs.Positive : Signs.Negative)
                : null;
        }
    }

    /// <summary>An angular frequency up to the highest that points resolve, or the inverse of one.</summary>
    public sealed record Frequency(double Lowest, double Highest, bool IsInverse) : ParameterRange
    {
        // In place of zero, which has no inverse.
        private const double Least = 1e-9;

        public override double At(double place)
        {
            double value = Lowest + (place * (Highest - Lowest));
            double frequency = Math.CopySign(Math.Max(Math.Abs(value), Least * Size), value);
            return IsInverse ? 1 / frequency : frequency;
        }

        public override bool Covers(double value) => Math.Abs(IsInverse ? 1 / value : value) <= 2 * Size;

        public override ParameterRange? Within(ParameterBound bound)
        {
            (double lower, double upper) = IsInverse ? bound.OfInverse() : (bound.Lower, bound.Upper);
            return (Math.Max(lower, Lowest), Math.Min(upper, Highest)) is var (low, high) && low < high
                ? new Frequency(low, high, IsInverse)
                : null;
        }

        private double Size => Math.Max(Math.Abs(Lowest), Math.Abs(Highest));
    }

    /// <summary>The value at a number from 0 to 1.</summary>
    public abstract double At(double place);

    /// <summary>Whether a value is of an order of magnitude that the range has.</summary>
    public abstract bool Covers(double value);

    /// <summary>What is left of the range within bounds; null for nothing.</summary>
    public abstract ParameterRange? Within(ParameterBound bound);
}
