namespace MinpackNet.Fitting;

/// <summary>
/// The derivatives of steps with respect to their only operand, or their left one, one number at a time: for those
/// without a kernel of their own.
/// </summary>
internal static class StepSlope
{
    /// <param name="step">The step.</param>
    /// <param name="x">Its only operand, or its left one.</param>
    /// <param name="exponent">Its right operand.</param>
    /// <param name="value">Its value or, if it has three operands, the third one.</param>
    public static double Of(Step step, double x, double exponent, double value) => step.Operation switch
    {
        Operation.Abs => Slope.AbsAt(x),
        Operation.Acos => -Slope.AsinAt(x),
        Operation.Asin => Slope.AsinAt(x),
        Operation.Atan => Slope.AtanAt(x),
        Operation.Cosh => Math.Sinh(x),
        Operation.Log10 => Slope.Log10At(x),
        Operation.Log2 => Slope.Log2At(x),
        Operation.Sinh => Math.Cosh(x),
        _ => SpecialSlope.ByLeft(step.Operation, x, exponent, value),
    };
}
