namespace MinpackNet.Nist;

/// <summary>How hard a set is to fit, according to NIST.</summary>
public enum NistLevel
{
    /// <summary>Lower difficulty.</summary>
    Lower,

    /// <summary>Average difficulty.</summary>
    Average,

    /// <summary>Higher difficulty.</summary>
    Higher,
}
