namespace MinpackNet.Fitting;

/// <summary>What an instruction does, for each number: t is the target, a, b and c are the operands.</summary>
internal enum Kernel : byte
{
    Copy,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,

    /// <summary>t = c + a b.</summary>
    AddProduct,

    /// <summary>t = c - a b.</summary>
    SubtractProduct,
    Square,
    Cube,
    Reciprocal,
    Abs,
    Sqrt,
    Exp,
    Log,
    Sin,
    Cos,

    /// <summary>The sines to t, the cosines to c.</summary>
    SinCos,
    Tan,
    Tanh,

    /// <summary>a^b; without b, the exponent is that of the step.</summary>
    Power,

    /// <summary>The function of the step, number by number.</summary>
    Function,

    /// <summary>2 a, the slope of a square.</summary>
    Twice,

    /// <summary>3 a², the slope of a cube.</summary>
    ThreeSquares,

    /// <summary>1 / (2 a), the slope of a root a.</summary>
    HalfReciprocal,

    /// <summary>1 + a², the slope of a tangent a.</summary>
    OneAndSquare,

    /// <summary>1 - a², the slope of a hyperbolic tangent a.</summary>
    OneLessSquare,

    /// <summary>
    /// The slope of the step by a, its only or its left operand; b is the right one, c the third or the value.
    /// </summary>
    Slope,

    /// <summary>The slope of a power c = a^b by its base.</summary>
    SlopeByBase,

    /// <summary>The slope of a power c = a^b by its exponent.</summary>
    SlopeByExponent,

    /// <summary>
    /// The slope of any other step by its right operand b; a is the left one, c the third or the value.
    /// </summary>
    SlopeByRight,

    /// <summary>The slope of a step with the operands a, b, c by c.</summary>
    SlopeByThird,

    /// <summary>1 where a is less than b, otherwise 0; the next three likewise.</summary>
    Less,
    LessOrEqual,
    Equal,
    NotEqual,

    /// <summary>b where a is not zero, otherwise c.</summary>
    Choose,

    /// <summary>a where b is not zero, otherwise 0.</summary>
    Mask,
}
