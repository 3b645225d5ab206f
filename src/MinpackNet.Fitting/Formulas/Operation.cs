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
}
