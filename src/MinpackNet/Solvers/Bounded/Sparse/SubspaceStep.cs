namespace MinpackNet;

/// <summary>
/// Minimizes ½ pᵀBp + gᵀp with ‖p‖ ≤ Δ in two dimensions: Newton's step if it is inside, else the best point of the
/// circle (Nocedal, Wright, Numerical Optimization, 2nd ed., section 4.3). B is not negative but for rounding.
/// </summary>
internal static class SubspaceStep
{
    private const int MostIterations = 60;

    /// <param name="b11">B, a symmetric matrix.</param>
    /// <param name="b12">B.</param>
    /// <param name="b22">B.</param>
    /// <param name="g1">g.</param>
    /// <param name="g2">g.</param>
    /// <param name="radius">Δ.</param>
    public static (double P1, double P2) Find(
        double b11, double b12, double b22, double g1, double g2, double radius)
    {
        if (g1 == 0 && g2 == 0)
        {
            return (0, 0);
        }

        return Newton(b11, b12, b22, g1, g2) is { } newton && Square(newton) <= radius * radius
            ? newton
            : OnCircle(b11, b12, b22, g1, g2, radius);
    }

    /// <summary>-B⁻¹ g by Cholesky's factorization; null where that does not exist.</summary>
    private static (double P1, double P2)? Newton(double b11, double b12, double b22, double g1, double g2)
    {
        double first = Math.Sqrt(b11);
        double beside = b12 / first;
        double second = Math.Sqrt(b22 - (beside * beside));
        if (!(first > 0 && second > 0))
        {
            return null;
        }

        double y1 = g1 / first;
        double p2 = (g2 - (beside * y1)) / second / second;
        return (-(y1 - (beside * p2)) / first, -p2);
    }

    /// <summary>
    /// On the circle p = -(B + μ I)⁻¹ g with the μ that makes the length Δ, found along the axes of B by Newton's
    /// iteration for 1/‖p‖ = 1/Δ, which is nearly linear in μ.
    /// </summary>
    private static (double P1, double P2) OnCircle(
        double b11, double b12, double b22, double g1, double g2, double radius)
    {
        // A rotation that makes B diagonal, λ1 the lesser eigenvalue: (c, -s) belongs to λ1 and (s, c) to λ2.
        double zeta = (b22 - b11) / (2 * b12);
        double t = b12 == 0 ? 0 : (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        double c = 1 / Math.Sqrt(1 + (t * t));
        double s = c * t;
        double lambda1 = b11 - (t * b12);
        double lambda2 = b22 + (t * b12);
        if (lambda1 > lambda2)
        {
            (lambda1, lambda2, c, s) = (lambda2, lambda1, s, -c);
        }

        double w1 = (c * g1) - (s * g2);
        double w2 = (s * g1) + (c * g2);
        (double y1, double y2) = AlongAxes(lambda1, lambda2, w1, w2, radius);
        return ((c * y1) + (s * y2), (c * y2) - (s * y1));
    }

    private static (double Y1, double Y2) AlongAxes(
        double lambda1, double lambda2, double w1, double w2, double radius)
    {
        double gap = lambda2 - lambda1;
        if (w1 == 0 && Math.Abs(w2) < radius * gap)
        {
            // The hard case: any mixture of the first axis costs the least, and both signs are alike.
            double y2 = -w2 / gap;
            return (Math.Sqrt((radius - y2) * (radius + y2)), y2);
        }

        // ν = μ + λ1 from below: there the length is at least Δ, and the iterates grow up to the solution.
        double nu = Math.Max(Math.Abs(w1) / radius, (Math.Abs(w2) / radius) - gap);
        for (int k = 0; k < MostIterations; k++)
        {
            double a = w1 == 0 ? 0 : w1 / nu;
            double b = w2 == 0 ? 0 : w2 / (nu + gap);
            double square = (a * a) + (b * b);
            double length = Math.Sqrt(square);
            double slope = ((a == 0 ? 0 : a * a / nu) + (b == 0 ? 0 : b * b / (nu + gap))) / square;
            double next = nu + (((length / radius) - 1) / slope);
            if (!(next > nu))
            {
                break;
            }

            nu = next;
        }

        (double p1, double p2) = (w1 == 0 ? 0 : -w1 / nu, w2 == 0 ? 0 : -w2 / (nu + gap));
        double correction = radius / Math.Sqrt(Square((p1, p2)));
        return (p1 * correction, p2 * correction);
    }

    private static double Square((double P1, double P2) p) => (p.P1 * p.P1) + (p.P2 * p.P2);
}
