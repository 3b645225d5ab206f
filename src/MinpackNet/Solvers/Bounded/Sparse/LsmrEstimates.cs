namespace MinpackNet;

/// <summary>
/// Norms that LSMR knows from its scalars alone (Fong, Saunders, SIAM J. Sci. Comput. 33 (2011) 2950-2971, section 3).
/// </summary>
/// <remarks>Dots, bars and tildes of the paper's names are in words.</remarks>
internal struct LsmrEstimates(double alpha, double beta)
{
    private double _betaTwoDots = beta;
    private double _betaDot;
    private double _rhoDot = 1;
    private double _tauTilde;
    private double _thetaTilde;
    private double _zeta;
    private double _checkSquares;
    private double _matrixSquares = alpha * alpha;
    private double _largestRhoBar;
    private double _smallestRhoBar = double.PositiveInfinity;
    private bool _isFirst = true;

    /// <summary>‖b‖.</summary>
    public double RightSideNorm { get; } = beta;

    /// <summary>‖x‖.</summary>
    public double SolutionNorm { get; set; }

    /// <summary>‖b - A x‖, with -λ x below it for damping λ.</summary>
    public double ResidualNorm { get; private set; } = beta;

    /// <summary>The norm of the gradient, Aᵀ times that residual.</summary>
    public double GradientNorm { get; private set; } = alpha * beta;

    /// <summary>‖A‖, that of Frobenius at most, with λ I below it.</summary>
    public double MatrixNorm { get; private set; } = alpha;

    /// <summary>The condition number of that matrix.</summary>
    public double Condition { get; private set; } = 1;

    /// <summary>Takes in an iteration.</summary>
    /// <param name="hat">The rotation that takes in the damping.</param>
    /// <param name="rotation">The one after it.</param>
    /// <param name="bar">That of the second factorization.</param>
    /// <param name="bidiagonal">The lengths of the next right and left vectors.</param>
    /// <param name="thetaBar">The element beside the diagonal.</param>
    /// <param name="diagonal">Of the second factor: the last one but one, and the last one before its rotation.</param>
    /// <param name="zeta">The next element of the right-hand side, and what is left of it.</param>
    public void Update(
        Rotation hat,
        Rotation rotation,
        Rotation bar,
        (double Alpha, double Beta) bidiagonal,
        double thetaBar,
        (double Last, double Corner) diagonal,
        (double Next, double Bar) zeta)
    {
        double acute = hat.Cosine * _betaTwoDots;
        double check = -hat.Sine * _betaTwoDots;
        double betaHat = rotation.Cosine * acute;
        _betaTwoDots = -rotation.Sine * acute;

        Rotation tilde = Rotation.Of(_rhoDot, thetaBar);
        double thetaTildeOld = _thetaTilde;
        _thetaTilde = tilde.Sine * bar.Length;
        _rhoDot = tilde.Cosine * bar.Length;
        _betaDot = (-tilde.Sine * _betaDot) + (tilde.Cosine * betaHat);
        _tauTilde = (_zeta - (thetaTildeOld * _tauTilde)) / tilde.Length;
        double tauDot = (zeta.Next - (_thetaTilde * _tauTilde)) / _rhoDot;
        double gap = _betaDot - tauDot;
        _checkSquares += check * check;
        ResidualNorm = Math.Sqrt(_checkSquares + (gap * gap) + (_betaTwoDots * _betaTwoDots));

        _matrixSquares += bidiagonal.Beta * bidiagonal.Beta;
        MatrixNorm = Math.Sqrt(_matrixSquares);
        _matrixSquares += bidiagonal.Alpha * bidiagonal.Alpha;

        _largestRhoBar = Math.Max(_largestRhoBar, diagonal.Last);
        _smallestRhoBar = _isFirst ? _smallestRhoBar : Math.Min(_smallestRhoBar, diagonal.Last);
        Condition = Math.Max(_largestRhoBar, diagonal.Corner) / Math.Min(_smallestRhoBar, diagonal.Corner);
        GradientNorm = Math.Abs(zeta.Bar);
        _zeta = zeta.Next;
        _isFirst = false;
    }
}
