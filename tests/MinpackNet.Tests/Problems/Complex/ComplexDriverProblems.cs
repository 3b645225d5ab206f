using System.Numerics;

namespace MinpackNet.Tests.Problems;

/// <summary>The least-squares problems of the MINPACK drivers over complex numbers, by their numbers there.</summary>
internal static class ComplexDriverProblems
{
    /// <summary>The residuals; all but the helical valley, whose angle is no analytic function, and two more.</summary>
    public static Complex[] Residuals(int number, Complex[] x, int residualCount) => number switch
    {
        1 => Each(residualCount, i => (i < x.Length ? x[i] : 0) - ((2 * Sum(x) / residualCount) + 1)),
        3 => Each(residualCount, i => i < residualCount - 1 ? (i * Weighted(x)) - 1 : -1),
        4 => [10 * (x[1] - (x[0] * x[0])), 1 - x[0]],
        6 => PowellSingular(x),
        7 =>
        [
            x[0] - 13 + ((((5 - x[1]) * x[1]) - 2) * x[1]),
            x[0] - 29 + ((((1 + x[1]) * x[1]) - 14) * x[1]),
        ],
        8 => Each(residualCount, i =>
            ProblemData.BardY[i] - (x[0] + ((i + 1) / ((x[1] * (15 - i)) + (x[2] * Math.Min(i + 1, 15 - i)))))),
        9 => Each(residualCount, i => Kowalik(x, i)),
        10 => Each(residualCount, i =>
            (x[0] * Complex.Exp(x[1] / ((5 * (i + 1)) + 45 + x[2]))) - ProblemData.MeyerY[i]),
        11 => Each(residualCount, i => Watson(x, i)),
        12 => Each(residualCount, i => Box(x, i)),
        13 => Each(residualCount, i =>
            2 + (2 * (i + 1)) - Complex.Exp((i + 1) * x[0]) - Complex.Exp((i + 1) * x[1])),
        14 => Each(residualCount, i => BrownDennis(x, (i + 1) / 5.0)),
        15 => Chebyquad(x, residualCount),
        16 => Each(residualCount, i => i < x.Length - 1
            ? x[i] + (Sum(x) - (x.Length + 1.0))
            : x.Aggregate(Complex.One, (product, value) => product * value) - 1),
        17 => Each(residualCount, i => ProblemData.Osborne1Y[i]
            - (x[0] + (x[1] * Complex.Exp(-x[3] * (10 * i))) + (x[2] * Complex.Exp(-x[4] * (10 * i))))),
        18 => Each(residualCount, i => Osborne2(x, i)),
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such problem here."),
    };

    private static Complex[] Each(int count, Func<int, Complex> residual) =>
        [.. Enumerable.Range(0, count).Select(residual)];

    private static Complex Sum(Complex[] x) => x.Aggregate(Complex.Zero, (sum, value) => sum + value);

    private static Complex Weighted(Complex[] x)
    {
        Complex sum = 0;
        for (int j = 1; j < x.Length - 1; j++)
        {
            sum += (j + 1) * x[j];
        }

        return sum;
    }

    private static Complex[] PowellSingular(Complex[] x)
    {
        Complex middle = x[1] - (2 * x[2]);
        Complex outer = x[0] - x[3];
        return
        [
            x[0] + (10 * x[1]), Math.Sqrt(5) * (x[2] - x[3]), middle * middle, Math.Sqrt(10) * (outer * outer),
        ];
    }

    private static Complex Kowalik(Complex[] x, int i)
    {
        double u = ProblemData.KowalikU[i];
        return ProblemData.KowalikY[i] - (x[0] * (u * (u + x[1])) / ((u * (u + x[2])) + x[3]));
    }

    private static Complex Watson(Complex[] x, int i)
    {
        if (i >= WatsonPoint.Count)
        {
            return i == WatsonPoint.Count ? x[0] : x[1] - (x[0] * x[0]) - 1;
        }

        double t = (i + 1.0) / WatsonPoint.Count;
        Complex slope = 0;
        Complex value = 0;
        double power = 1;
        for (int j = 0; j < x.Length; j++)
        {
            slope += j < x.Length - 1 ? (j + 1) * power * x[j + 1] : 0;
            value += power * x[j];
            power *= t;
        }

        return slope - (value * value) - 1;
    }

    private static Complex Box(Complex[] x, int i)
    {
        double t = (i + 1) / 10.0;
        return Complex.Exp(-t * x[0]) - Complex.Exp(-t * x[1]) + ((Math.Exp(-(i + 1)) - Math.Exp(-t)) * x[2]);
    }

    private static Complex BrownDennis(Complex[] x, double t)
    {
        Complex first = x[0] + (t * x[1]) - Math.Exp(t);
        Complex second = x[2] + (Math.Sin(t) * x[3]) - Math.Cos(t);
        return (first * first) + (second * second);
    }

    private static Complex[] Chebyquad(Complex[] x, int residualCount)
    {
        Complex[] residuals = new Complex[residualCount];
        foreach (Complex point in x)
        {
            Complex argument = (2 * point) - 1;
            (Complex before, Complex last) = (1, argument);
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] += last;
                (before, last) = (last, (2 * argument * last) - before);
            }
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            double degree = i + 1;
            residuals[i] = (residuals[i] * (1.0 / x.Length)) + ((i + 1) % 2 == 0 ? 1 / ((degree * degree) - 1) : 0);
        }

        return residuals;
    }

    private static Complex Osborne2(Complex[] x, int i)
    {
        double t = i / 10.0;
        Complex model = x[0] * Complex.Exp(-x[4] * t);
        for (int k = 1; k <= 3; k++)
        {
            Complex distance = t - x[7 + k];
            model += x[k] * Complex.Exp(-x[4 + k] * (distance * distance));
        }

        return ProblemData.Osborne2Y[i] - model;
    }
}
