namespace MinpackNet;

/// <summary>
/// The model ½ pᵀBᵀBp + gᵀp on the plane of its gradient and another vector (Byrd, Schnabel, Shultz, Math. Prog.
/// 40 (1988) 247-263).
/// </summary>
internal sealed class Subspace(int rowCount, int columnCount)
{
    private readonly double[] _first = new double[columnCount];
    private readonly double[] _second = new double[columnCount];
    private readonly double[] _firstImage = new double[rowCount];
    private readonly double[] _secondImage = new double[rowCount];
    private double _b11;
    private double _b12;
    private double _b22;
    private double _g1;
    private double _g2;

    /// <summary>Sets the plane and the model there.</summary>
    /// <param name="root">B.</param>
    /// <param name="gradient">g.</param>
    /// <param name="other">
    /// The other vector. Where it is a multiple of the gradient, any plane through the gradient will do, and in two
    /// dimensions it still holds the best step.
    /// </param>
    public void Set(LinearMap root, ReadOnlySpan<double> gradient, ReadOnlySpan<double> other)
    {
        gradient.CopyTo(_first);
        double norm = Vectors.Norm(_first);
        Divide(_first, norm == 0 ? 1 : norm);
        other.CopyTo(_second);
        bool isPlane = MakeOrthogonal(Vectors.Norm(_second)) || SetAnyOrthogonal();

        root.Multiply(_first, _firstImage);
        root.Multiply(_second, _secondImage);
        _b11 = Vectors.Dot(_firstImage, _firstImage);
        _b12 = Vectors.Dot(_firstImage, _secondImage);
        _b22 = Vectors.Dot(_secondImage, _secondImage);

        // With one parameter the model does not leave the line, because its gradient does not.
        _b22 = isPlane ? _b22 : _b11;
        _g1 = Vectors.Dot(_first, gradient);
        _g2 = Vectors.Dot(_second, gradient);
    }

    /// <summary>The best step of the plane with ‖p‖ ≤ Δ.</summary>
    public void Step(double radius, Span<double> step)
    {
        (double p1, double p2) = SubspaceStep.Find(_b11, _b12, _b22, _g1, _g2, radius);
        for (int j = 0; j < step.Length; j++)
        {
            step[j] = (p1 * _first[j]) + (p2 * _second[j]);
        }
    }

    /// <summary>Twice, because after the first time what is left may be mostly rounding.</summary>
    private bool MakeOrthogonal(double before)
    {
        for (int k = 0; k < 2; k++)
        {
            Vectors.Add(_second, -Vectors.Dot(_first, _second), _first);
            double norm = Vectors.Norm(_second);
            if (!(norm > Defaults.MachineEpsilon * before))
            {
                Array.Clear(_second);
                return false;
            }

            Divide(_second, norm);
            before = 1;
        }

        return true;
    }

    /// <summary>The axis that is farthest from the gradient, made orthogonal to it.</summary>
    private bool SetAnyOrthogonal()
    {
        int farthest = 0;
        for (int j = 1; j < _first.Length; j++)
        {
            farthest = Math.Abs(_first[j]) < Math.Abs(_first[farthest]) ? j : farthest;
        }

        _second[farthest] = 1;
        return MakeOrthogonal(1);
    }

    private static void Divide(Span<double> vector, double divisor)
    {
        foreach (ref double value in vector)
        {
            value /= divisor;
        }
    }
}
