namespace MinpackNet.Interop;

/// <summary>The C enum mn_request: what the native side asks a callback for.</summary>
internal static class CallbackRequest
{
    public const int Residuals = 1;

    /// <summary>The Jacobian, or residuals at a point moved for a difference, or (from here on) a row.</summary>
    public const int Jacobian = 2;
}
