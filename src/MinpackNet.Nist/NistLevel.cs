namespace MinpackNet.Nist;

/// <summary>How hard NIST says a set is to fit.</summary>
public enum NistLevel
{
    /// <summary>Lower difficulty.</summary>
    Lower,

    /// <summary>Average difficulty.</summary>
    Average,

    /// <summary>Higher difficulty.</summary>
    Higher,
}
