namespace MinpackNet.Fitting;

/// <summary>Where a parameter is likely to be, as a way from numbers between 0 and 1 to its values.</summary>
internal abstract record ParameterRange
{
    /// <summary>Evenly between two values.</summary>
    public sealed record Uniform(double Low, double High) : ParameterRange
    {
        public override double At(double place) => Low + (place * (High - Low));

        public override bool Covers(double value) => value >= Low - (High - Low) && value <= High + (High - Low);
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
    }

    /// <summary>An angular frequency up to the highest that points resolve, or the inverse of one.</summary>
    public sealed record Frequency(double Highest, bool IsInverse, bool IsSigned) : ParameterRange
    {
        // In place of zero, which has no inverse.
        private const double Least = 1e-9;

        public override double At(double place)
        {
            double signed = IsSigned ? (2 * place) - 1 : place;
            double frequency = Highest * Math.CopySign(Math.Max(Math.Abs(signed), Least), signed);
            return IsInverse ? 1 / frequency : frequency;
        }

        public override bool Covers(double value) => Math.Abs(IsInverse ? 1 / value : value) <= 2 * Highest;
    }

    /// <summary>The value at a number from 0 to 1.</summary>
    public abstract double At(double place);

    /// <summary>Whether a value is of an order of magnitude that the range has.</summary>
    public abstract bool Covers(double value);
}
