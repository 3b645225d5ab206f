namespace MinpackNet.Fitting;

/// <summary>Central differences over steps that suit the scale of each parameter.</summary>
/// <remarks>
/// A step is a share of the parameter. Where that changes nothing to be seen above rounding, as for a parameter that
/// ends at 1e-12 because it is zero, the step grows until the change shows, but not above the same share of the start
/// or of one, and not across a cliff of the model. Where it leaves the model's domain, it shrinks.
/// </remarks>
/// <param name="precision">The relative error of the model's values.</param>
/// <param name="starts">The start values of all parameters: the other evidence of their scales.</param>
internal sealed class DifferenceSteps(double precision, double[] starts)
{
    private const int MostTrials = 6;

    // A step that leaves the model's domain shrinks by this.
    private const double Retreat = 0.01;

    // A larger change of the model is not a small one.
    private const double LargeChange = 0.01;

    /// <summary>The relative step: the cube root of the noise, which balances it with truncation.</summary>
    public double Share { get; } = Math.Cbrt(precision);

    /// <summary>The quotients of the model's values over a step to both sides of one parameter.</summary>
    /// <param name="evaluate">Fills in the model's values, given the parameter.</param>
    /// <param name="parameter">Its index.</param>
    /// <param name="here">Its value.</param>
    /// <param name="quotients">Receives one quotient for each point.</param>
    public void CentralDifference(Evaluation evaluate, int parameter, double here, Span<double> quotients)
    {
        double start = Math.Abs(starts[parameter]);
        double scale = here != 0 ? Math.Abs(here) : start > 0 ? start : 1;
        double most = Math.Max(scale, Math.Max(start, 1));
        bool isKnown = false;
        double[] above = new double[quotients.Length];
        double[] below = new double[quotients.Length];
        for (int trial = 1; trial <= MostTrials; trial++)
        {
            double right = here + (Share * scale);
            double left = here - (Share * scale);
            evaluate(right, above);
            evaluate(left, below);
            double size = Math.Max(Norms.Of(above), Norms.Of(below));
            for (int i = 0; i < above.Length; i++)
            {
                above[i] -= below[i];
            }

            double change = Norms.Of(above);
            bool isLarge = !(change <= LargeChange * size);
            if (isKnown && here != 0 && isLarge)
            {
                return;
            }

            for (int i = 0; i < quotients.Length; i++)
            {
                quotients[i] = above[i] / (right - left);
            }

            isKnown = double.IsFinite(change);
            double wanted = Share * size / change;
            if (here != 0 && !isKnown)
            {
                scale *= Retreat;
            }
            else if (here == 0 && isLarge)
            {
                scale *= double.IsFinite(wanted) ? wanted : Share;
            }
            else if (change < Share * Share * size && scale < most)
            {
                scale = Math.Min(scale * Math.Min(wanted, 1 / Share), most);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Fills in the values of the model, given one parameter.</summary>
    internal delegate void Evaluation(double value, Span<double> values);
}
