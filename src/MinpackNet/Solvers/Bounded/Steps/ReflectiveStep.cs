namespace MinpackNet;

/// <summary>
/// The choice of a step that stays inside the bounds: the step of the trust region, cut short before the first bound,
/// its reflection there, or one along the gradient, whichever the model likes best.
/// </summary>
/// <param name="solve">The point and its Jacobian.</param>
/// <param name="units">x = x + units · step.</param>
/// <param name="gradient">In the units.</param>
/// <param name="region">The model in the units.</param>
internal sealed class ReflectiveStep(BoundedSolve solve, double[] units, double[] gradient, RegionStep region)
{
    private readonly double[] _reflected = new double[units.Length];
    private readonly double[] _descent = new double[units.Length];
    private readonly double[] _direction = new double[units.Length];
    private readonly double[] _bound = new double[units.Length];
    private readonly double[] _alongImage = new double[region.RootRowCount];
    private readonly double[] _fromImage = new double[region.RootRowCount];

    /// <summary>Replaces the step of the trust region, in the units, by the best one.</summary>
    /// <param name="scaled">The step in the units.</param>
    /// <param name="step">Receives the step of the parameters.</param>
    /// <param name="radius">Of the trust region.</param>
    /// <param name="closeness">How close to a bound a step may come, if that is above 0.995.</param>
    /// <returns>The reduction of the cost that the model predicts.</returns>
    public double Choose(Span<double> scaled, Span<double> step, double radius, double closeness)
    {
        double theta = Math.Max(0.995, closeness);
        ToParameters(scaled, step);
        if (StaysInside(step))
        {
            return -Along(scaled).ValueAt(1);
        }

        double toBound = Feasibility.StepToBound(solve.X, step, solve.Problem.Lower, solve.Problem.Upper);
        double reflectedValue = Reflect(scaled, step, toBound, radius, theta);

        foreach (ref double value in scaled)
        {
            value *= theta;
        }

        double cutValue = Along(scaled).ValueAt(1);
        double descentValue = Descend(radius, theta);
        if (cutValue < reflectedValue && cutValue < descentValue)
        {
            ToParameters(scaled, step);
            return -cutValue;
        }

        bool isReflected = reflectedValue < cutValue && reflectedValue < descentValue;
        (isReflected ? _reflected : _descent).CopyTo(scaled);
        ToParameters(scaled, step);
        return -(isReflected ? reflectedValue : descentValue);
    }

    /// <summary>
    /// Shortens the step to end at the first bound, and finds the best point beyond, with the step's direction
    /// reflected there.
    /// </summary>
    /// <returns>The model's value there, infinite if there is no such point.</returns>
    private double Reflect(Span<double> scaled, ReadOnlySpan<double> step, double toBound, double radius, double theta)
    {
        BoundedProblem problem = solve.Problem;
        for (int j = 0; j < scaled.Length; j++)
        {
            bool isHit =
                Feasibility.StepToBound(solve.X[j], step[j], problem.Lower[j], problem.Upper[j]) == toBound;
            _reflected[j] = isHit ? -scaled[j] : scaled[j];
            _direction[j] = units[j] * _reflected[j];
            scaled[j] *= toBound;
            _bound[j] = solve.X[j] + (toBound * step[j]);
        }

        double toRadius = ToRadius(scaled, _reflected, radius);
        double toNextBound = Feasibility.StepToBound(_bound, _direction, problem.Lower, problem.Upper);
        double farthest = Math.Min(toNextBound, toRadius);
        if (!(farthest > 0))
        {
            return double.PositiveInfinity;
        }

        double from = (1 - theta) * toBound / farthest;
        double to = farthest == toNextBound ? theta * toNextBound : toRadius;
        if (from > to)
        {
            return double.PositiveInfinity;
        }

        (double at, double value) = Along(_reflected, scaled).Minimum(from, to);
        for (int j = 0; j < scaled.Length; j++)
        {
            _reflected[j] = (_reflected[j] * at) + scaled[j];
        }

        return value;
    }

    /// <summary>The best step along the negative gradient, and the model's value there.</summary>
    private double Descend(double radius, double theta)
    {
        for (int j = 0; j < _descent.Length; j++)
        {
            _descent[j] = -gradient[j];
            _direction[j] = units[j] * _descent[j];
        }

        double toRadius = radius / Vectors.Norm(_descent);
        double toBound =
            Feasibility.StepToBound(solve.X, _direction, solve.Problem.Lower, solve.Problem.Upper);
        (double at, double value) =
            Along(_descent).Minimum(0, toBound < toRadius ? theta * toBound : toRadius);
        foreach (ref double component in _descent.AsSpan())
        {
            component *= at;
        }

        return value;
    }

    /// <summary>The model from the present point along a direction.</summary>
    private Parabola Along(ReadOnlySpan<double> direction)
    {
        region.MultiplyByRoot(direction, _alongImage);
        return new(0.5 * Vectors.Dot(_alongImage, _alongImage), Vectors.Dot(gradient, direction), 0);
    }

    /// <summary>The model from a point along a direction.</summary>
    private Parabola Along(ReadOnlySpan<double> direction, ReadOnlySpan<double> from)
    {
        Parabola along = Along(direction);
        region.MultiplyByRoot(from, _fromImage);
        return along with
        {
            B = along.B + Vectors.Dot(_fromImage, _alongImage),
            C = Vectors.Dot(gradient, from) + (0.5 * Vectors.Dot(_fromImage, _fromImage)),
        };
    }

    private void ToParameters(ReadOnlySpan<double> scaled, Span<double> step)
    {
        for (int j = 0; j < scaled.Length; j++)
        {
            step[j] = units[j] * scaled[j];
        }
    }

    private bool StaysInside(ReadOnlySpan<double> step)
    {
        for (int j = 0; j < step.Length; j++)
        {
            _bound[j] = solve.X[j] + step[j];
        }

        return Feasibility.IsInside(_bound, solve.Problem.Lower, solve.Problem.Upper);
    }

    /// <summary>The positive τ with ‖from + τ direction‖ = Δ.</summary>
    private static double ToRadius(ReadOnlySpan<double> from, ReadOnlySpan<double> direction, double radius)
    {
        double a = Vectors.Dot(direction, direction);
        double b = Vectors.Dot(from, direction);
        double c = Vectors.Dot(from, from) - (radius * radius);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        double q = -(b + Math.CopySign(root, b));
        return q == 0 ? 0 : Math.Max(q / a, c / q);
    }
}
