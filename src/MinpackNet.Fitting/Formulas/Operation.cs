namespace MinpackNet.Fitting;

/// <summary>What a step of a formula does.</summary>
internal enum Operation
{
    Constant,
    Parameter,
    Predictor,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Square,
    PowerOfConstant,
    Power,
    Abs,
    Acos,
    Asin,
    Atan,
    Cos,
    Cosh,
    Exp,
    Log,
    Log10,
    Log2,
    Sin,
    Sinh,
    Sqrt,
    Tan,
    Tanh,
    Acosh,
    Asinh,
    Atanh,
    Atan2,
    BesselJ0,
    BesselJ1,
    Cbrt,
    Erf,
    Erfc,
    ExpM1,
    Gamma,
    LogGamma,
    Logistic,
    LogP1,
    Mod,
    Sinc,
    Voigt,
    Min,
    Max,

    /// <summary>The second operand where the first is not zero, otherwise the third.</summary>
    If,

    // From here on constant between jumps.
    Ceiling,
    Floor,
    Round,
    Sign,

    /// <summary>0 below zero, 1 above.</summary>
    UnitStep,

    /// <summary>1 where the first operand is less than the second, otherwise 0; the others likewise.</summary>
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
}
