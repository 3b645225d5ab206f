namespace MinpackNet.Fitting;

/// <summary>One loop over the numbers of a block, or one operation on rows.</summary>
/// <param name="Kernel">What it does.</param>
/// <param name="Target">Where the results go.</param>
/// <param name="A">The first operand.</param>
/// <param name="B">The second operand.</param>
/// <param name="C">The third operand; of sine and cosine together a second target.</param>
/// <param name="Step">The step it comes from, for what the kernel leaves open.</param>
internal readonly record struct Instruction(Kernel Kernel, Place Target, Place A, Place B, Place C, Step Step);
