namespace MinpackNet.Fitting;

/// <summary>One step of a formula, whose operands are earlier steps.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Left">
/// The step of the operand, or of the left one; or the index of a parameter or predictor; otherwise -1.
/// </param>
/// <param name="Right">The step of the right operand; otherwise -1.</param>
/// <param name="Number">The value of a constant, or a constant exponent; otherwise 0.</param>
/// <param name="Third">The step of the third operand; otherwise -1.</param>
internal readonly record struct Step(Operation Operation, int Left, int Right, double Number, int Third = -1)
{
    /// <summary>Whether <see cref="Left"/> is a step.</summary>
    public bool HasOperands => Operation > Operation.Predictor;

    /// <summary>Whether <see cref="Right"/> is a step.</summary>
    public bool HasTwoOperands => Right >= 0;

    /// <summary>Whether <see cref="Third"/> is a step.</summary>
    public bool HasThreeOperands => Third >= 0;

    /// <summary>Whether it is constant between jumps, so that its derivatives are zero.</summary>
    public bool IsPiecewiseConstant => Operation >= Operation.Ceiling;
}
