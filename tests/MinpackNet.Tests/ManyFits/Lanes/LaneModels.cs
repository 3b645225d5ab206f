using System.Numerics;
using LaneModel = (
    int Parameters, MinpackNet.LaneResidualFunction Residuals, MinpackNet.LaneJacobianFunction? Jacobian);

namespace MinpackNet.Tests;

/// <summary>Models for several fits at once, their data, and the same models for one fit at a time.</summary>
internal static class LaneModels
{
    public const int Residuals = 8;

    /// <summary>A datum at which every model here throws, in whatever lane it stands.</summary>
    public const double Marker = -12345;

    /// <summary>The models by name: parameters, residuals, and optionally the Jacobian.</summary>
    public static IReadOnlyDictionary<string, LaneModel> All { get; } =
        new Dictionary<string, LaneModel>
        {
            ["rational"] = (2, Rational, null),
            ["rational with Jacobian"] = (2, Rational, RationalJacobian),
            ["roots"] = (3, Roots, null),
            ["exponential"] = (2, Exponential, null),
            ["exponential with Jacobian"] = (2, Exponential, ExponentialJacobian),
            ["as many parameters as residuals"] = (Residuals, Square, null),
        };

    public static InvalidOperationException Thrown { get; } = new("a marked datum");

    /// <summary>Observations of decays of all kinds, some hopeless for the model.</summary>
    public static double[] Data(int fits, int seed)
    {
        Random random = new(seed);
        double[] data = new double[fits * Residuals];
        for (int fit = 0; fit < fits; fit++)
        {
            double amplitude = Math.Pow(10, (6 * random.NextDouble()) - 3);
            double rate = Math.Pow(10, (3 * random.NextDouble()) - 2);
            double noise = fit % 3 == 0 ? 0 : amplitude * random.NextDouble();
            for (int i = 0; i < Residuals; i++)
            {
                data[(fit * Residuals) + i] =
                    (amplitude / (1 + (rate * i))) + (noise * (random.NextDouble() - 0.5));
            }
        }

        return data;
    }

    /// <summary>Starts near and far.</summary>
    public static double[] Starts(int fits, int parameters, int seed)
    {
        Random random = new(seed);
        double[] starts = new double[fits * parameters];
        for (int k = 0; k < starts.Length; k++)
        {
            starts[k] = k % 7 == 3 ? 0 : Math.Pow(10, (3 * random.NextDouble()) - 2);
        }

        return starts;
    }

    /// <summary>The model for one fit: a copy of it in every lane.</summary>
    public static FitResidualFunction OneByOne(LaneResidualFunction residuals, double[] data) => (fit, p, r) =>
    {
        Vector<double>[] values = new Vector<double>[r.Length];
        residuals(Copies(p), Copies(data.AsSpan(fit * Residuals, Residuals)), values);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = values[i][Vector<double>.Count - 1];
        }
    };

    /// <inheritdoc cref="OneByOne(LaneResidualFunction, double[])"/>
    public static FitJacobianFunction? OneByOne(LaneJacobianFunction? jacobian, double[] data) =>
        jacobian is null ? null : (fit, p, j) =>
        {
            Vector<double>[] values = new Vector<double>[j.RowCount * j.ColumnCount];
            jacobian(Copies(p), Copies(data.AsSpan(fit * Residuals, Residuals)), values);
            for (int k = 0; k < values.Length; k++)
            {
                j[k % j.RowCount, k / j.RowCount] = values[k][Vector<double>.Count - 1];
            }
        };

    private static Vector<double>[] Copies(ReadOnlySpan<double> values)
    {
        Vector<double>[] copies = new Vector<double>[values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            copies[k] = new(values[k]);
        }

        return copies;
    }

    private static void Rational(ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> r)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] / (Vector<double>.One + (p[1] * i))) - y[i];
        }
    }

    private static void RationalJacobian(
        ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < y.Length; i++)
        {
            Vector<double> denominator = Vector<double>.One + (p[1] * i);
            jacobian[i] = Vector<double>.One / denominator;
            jacobian[y.Length + i] = -(p[0] * i) / (denominator * denominator);
        }
    }

    private static void Roots(ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> r)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < r.Length; i++)
        {
            // Not a number where p[1] < -p[2] i², which trial points reach.
            r[i] = (p[0] * Vector.SquareRoot(p[1] + (p[2] * (i * i)))) - y[i];
        }
    }

    private static void Exponential(
        ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> r)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] * LaneMath.Exp(-p[1] * i)) - y[i];
        }
    }

    private static void ExponentialJacobian(
        ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < y.Length; i++)
        {
            Vector<double> decay = LaneMath.Exp(-p[1] * i);
            jacobian[i] = decay;
            jacobian[y.Length + i] = -p[0] * i * decay;
        }
    }

    private static void Square(ReadOnlySpan<Vector<double>> p, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> r)
    {
        ThrowAtMarker(y);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[i] * p[(i + 1) % p.Length]) + p[i] - y[i];
        }
    }

    private static void ThrowAtMarker(ReadOnlySpan<Vector<double>> data)
    {
        if (Vector.EqualsAny(data[^1], new Vector<double>(Marker)))
        {
            throw Thrown;
        }
    }
}
