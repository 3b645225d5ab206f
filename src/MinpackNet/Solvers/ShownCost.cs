namespace MinpackNet;

/// <summary>What the line about a result says of the cost, where bounds or a loss make it more than the norm.</summary>
/// <param name="Value">The cost.</param>
/// <param name="HasLoss">Whether a loss is in it, which is not in the norm of the residuals.</param>
internal readonly record struct ShownCost(double Value, bool HasLoss);
