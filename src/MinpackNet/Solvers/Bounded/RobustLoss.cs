namespace MinpackNet;

/// <summary>A loss ρ of the squared residuals z = (f / C)², which weighs large ones less.</summary>
internal static class RobustLoss
{
    /// <summary>Half the sum of C² ρ(z): half the sum of squares for the linear loss.</summary>
    public static double Cost(LossFunction loss, double scale, ReadOnlySpan<double> residuals)
    {
        double sum = 0;
        foreach (double residual in residuals)
        {
            if (loss == LossFunction.Linear)
            {
                sum += residual * residual;
            }
            else
            {
                double ratio = residual / scale;
                sum += Value(loss, ratio * ratio);
            }
        }

        return 0.5 * (loss == LossFunction.Linear ? sum : scale * scale * sum);
    }

    /// <summary>
    /// Turns residuals and Jacobian into those of a plain least-squares problem with the same gradient and the
    /// Gauss–Newton part of the same Hessian, where that is positive (Triggs, McLauchlan, Hartley, Fitzgibbon, Bundle
    /// adjustment, LNCS 1883 (2000), section 4.3).
    /// </summary>
    public static void Linearize(LossFunction loss, double scale, Span<double> residuals, Span<double> jacobian)
    {
        if (loss == LossFunction.Linear)
        {
            return;
        }

        int m = residuals.Length;
        for (int i = 0; i < m; i++)
        {
            double ratio = residuals[i] / scale;
            (double slope, double curvature) = Derivatives(loss, ratio * ratio);
            double weight = slope + (2 * (curvature / (scale * scale)) * (residuals[i] * residuals[i]));
            weight = Math.Sqrt(Math.Max(weight, Defaults.MachineEpsilon));
            residuals[i] *= slope / weight;
            for (int k = i; k < jacobian.Length; k += m)
            {
                jacobian[k] *= weight;
            }
        }
    }

    private static double Value(LossFunction loss, double z) => loss switch
    {
        LossFunction.SoftL1 => 2 * (Math.Sqrt(1 + z) - 1),
        LossFunction.Huber => z <= 1 ? z : (2 * Math.Sqrt(z)) - 1,
        LossFunction.Cauchy => LogOnePlus(z),
        _ => Math.Atan(z),
    };

    private static (double Slope, double Curvature) Derivatives(LossFunction loss, double z)
    {
        double t = 1 + z;
        double square = 1 + (z * z);
        return loss switch
        {
            LossFunction.SoftL1 => (1 / Math.Sqrt(t), -0.5 / (t * Math.Sqrt(t))),
            LossFunction.Huber => z <= 1 ? (1, 0) : (1 / Math.Sqrt(z), -0.5 / (z * Math.Sqrt(z))),
            LossFunction.Cauchy => (1 / t, -1 / (t * t)),
            _ => (1 / square, -2 * z / (square * square)),
        };
    }

    /// <summary>log(1 + z) without loss of digits for small z (W. Kahan's correction of the rounded sum).</summary>
    private static double LogOnePlus(double z)
    {
        double sum = 1 + z;
        return sum == 1 || double.IsPositiveInfinity(sum) ? z : Math.Log(sum) * (z / (sum - 1));
    }
}
