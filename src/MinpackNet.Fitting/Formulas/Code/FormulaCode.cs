namespace MinpackNet.Fitting;

/// <summary>A formula, or its derivatives, as instructions. An instance never changes.</summary>
/// <param name="Constants">The rows that are numbers, with their numbers.</param>
/// <param name="Parameters">The rows that are parameters, with their indices.</param>
/// <param name="Prologue">What the other rows need, once for all blocks.</param>
/// <param name="Body">What each block needs.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Blocks">How many blocks there are.</param>
/// <param name="Columns">How many columns there are.</param>
/// <param name="Outputs">How many outputs there are.</param>
internal sealed record FormulaCode(
    (int Row, double Number)[] Constants,
    (int Row, int Index)[] Parameters,
    Instruction[] Prologue,
    Instruction[] Body,
    int Rows,
    int Blocks,
    int Columns,
    int Outputs);
