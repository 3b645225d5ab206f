namespace MinpackNet.Fitting;

/// <summary>What a table of fits shows: fits that have run here, or what came back from elsewhere.</summary>
internal interface IFitRows
{
    int Count { get; }

    /// <summary>The names of all parameters.</summary>
    string[] Names { get; }

    LeastSquaresStatus Status(int fit);

    bool HasConverged(int fit);

    /// <summary>Parameter j of a fit, at the end.</summary>
    double Estimate(int fit, int j);

    /// <summary>The standard error of parameter j of a fit.</summary>
    double Error(int fit, int j);

    FitRow Row(int fit);
}
