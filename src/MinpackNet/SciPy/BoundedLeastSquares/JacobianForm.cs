namespace MinpackNet;

/// <summary>What a Jacobian is made of.</summary>
internal enum JacobianForm
{
    Dense,
    Sparse,
    Operator,
}
