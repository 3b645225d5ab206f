namespace MinpackNet.Fitting;

/// <summary>Points at which a search may start, spread evenly and the same each time.</summary>
internal interface IStartSpace
{
    /// <summary>Point k of a sequence, within bounds.</summary>
    /// <param name="sequence">Its scramble: sequences of different numbers share no point.</param>
    /// <param name="k">From 0.</param>
    double[] Point(int sequence, int k);

    /// <summary>A number between -1 and 1 for parameter j of point k of a sequence.</summary>
    double Offset(int sequence, int k, int j);

    /// <summary>Whether the start value of parameter j is the user's.</summary>
    bool IsGiven(int j);

    /// <summary>Whether a point is of other orders of magnitude than these.</summary>
    bool IsFar(double[] point);
}
