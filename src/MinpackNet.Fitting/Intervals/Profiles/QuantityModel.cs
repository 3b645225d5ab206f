namespace MinpackNet.Fitting;

/// <summary>
/// A model in which a quantity q = g(p) of the parameters stands in place of one of them: the value of that parameter
/// is the one at which the others give the quantity. There are no values where it has none, or not within its bounds.
/// </summary>
/// <param name="own">The model in its own parameters.</param>
/// <param name="names">The names of these; the quantity has that of the parameter it replaces.</param>
/// <param name="quantity">The quantity.</param>
/// <param name="place">The parameter that it replaces.</param>
/// <param name="estimate">The estimate of that parameter, from where its value is looked for.</param>
/// <param name="bound">The bounds of that parameter.</param>
internal sealed class QuantityModel(
    Model own, string[] names, ParameterQuantity quantity, int place, double estimate, ParameterBound bound) : Model
{
    private const int MostSteps = 100;
    private const int MostHalvings = 60;

    // What rounding leaves of the last step.
    private const double Rounding = 1e-12;

    public override IReadOnlyList<string> ParameterNames => names;

    public override DerivativeSource Derivatives => own.Derivatives;

    internal override bool? Oscillates => own.Oscillates;

    /// <summary>
    /// The parameters of the model; null where none within the bounds give the quantity on the branch of the estimate,
    /// on which its derivative by the replaced parameter keeps its sign.
    /// </summary>
    /// <param name="parameters">The same with the quantity.</param>
    public double[]? OwnOf(ReadOnlySpan<double> parameters)
    {
        double[] at = parameters.ToArray();
        double wanted = at[place];
        at[place] = estimate;
        double excess = quantity.ValueAt(j => at[j]) - wanted;
        double slope = quantity.GradientAt(at)[place];
        bool isRising = slope > 0;
        for (int count = 0; count < MostSteps && excess != 0; count++)
        {
            if (!double.IsFinite(excess) || !double.IsFinite(slope) || slope == 0)
            {
                return null;
            }

            double from = at[place];
            double step = -excess / slope;
            bool isLast = Math.Abs(step) <= Rounding * Math.Abs(from);
            if (!Advance(at, step, wanted, isRising, ref excess, ref slope))
            {
                return isLast ? WithinBounds(at) : null;
            }

            if (at[place] == from)
            {
                break;
            }
        }

        return WithinBounds(at);
    }

    internal override double[][] Bind(Predictors x) => own.Bind(x);

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        if (OwnOf(parameters) is { } there)
        {
            own.Evaluate(there, columns, values);
        }
        else
        {
            values.Fill(double.NaN);
        }
    }

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        if (OwnOf(parameters) is not { } there)
        {
            derivatives.Fill(double.NaN);
            return;
        }

        // dp/dq = 1/g, and dp/dpⱼ = -gⱼ/g, with the derivative g of the quantity by the parameter p that it replaces.
        double[] gradient = quantity.GradientAt(there);
        int m = derivatives.Length / by.Length;
        double[] replaced = new double[m];
        own.ExactDerivatives(there, columns, [place], replaced);
        own.ExactDerivatives(there, columns, by, derivatives);
        for (int k = 0; k < by.Length; k++)
        {
            Span<double> column = derivatives.Slice(k * m, m);
            double share = gradient[by[k]] / gradient[place];
            for (int i = 0; i < m; i++)
            {
                column[i] = by[k] == place ? replaced[i] / gradient[place] : column[i] - (share * replaced[i]);
            }
        }
    }

    /// <summary>Newton's step, or so much of it that the quantity comes closer.</summary>
    private bool Advance(
        double[] at, double step, double wanted, bool isRising, ref double excess, ref double slope)
    {
        double from = at[place];
        for (int halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            at[place] = from + step;
            double left = quantity.ValueAt(j => at[j]) - wanted;
            if (Math.Abs(left) < Math.Abs(excess)
                && quantity.GradientAt(at)[place] is var next
                && next != 0
                && next > 0 == isRising)
            {
                (excess, slope) = (left, next);
                return true;
            }
        }

        at[place] = from;
        return false;
    }

    private double[]? WithinBounds(double[] at) => at[place] >= bound.Lower && at[place] <= bound.Upper ? at : null;
}
