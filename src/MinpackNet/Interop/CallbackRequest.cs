namespace MinpackNet.Interop;

/// <summary>The C enum mn_request: what the native side asks for.</summary>
internal static class CallbackRequest
{
    /// <summary>Residuals at the start.</summary>
    public const int FirstResiduals = -3;

    /// <summary>Residuals at a point that may not be finite.</summary>
    public const int FarResiduals = -2;

    /// <summary>A look at a Jacobian that may not be finite.</summary>
    public const int NotFinite = -1;

    /// <summary>Nothing more: the solve has ended.</summary>
    public const int None = 0;

    public const int Residuals = 1;

    /// <summary>The Jacobian, or residuals at a point moved for a difference, or (from here on) a row.</summary>
    public const int Jacobian = 2;
}
