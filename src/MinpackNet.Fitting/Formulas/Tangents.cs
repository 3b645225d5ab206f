namespace MinpackNet.Fitting;

/// <summary>
/// The registers of the derivatives of each step with respect to each parameter, only for steps that depend on it; in
/// most formulas those are few.
/// </summary>
internal sealed class Tangents
{
    private readonly int[,] _blocks;

    public Tangents(Step[] steps, ReadOnlySpan<int> parameters)
    {
        _blocks = new int[steps.Length, parameters.Length];
        for (int s = 0; s < steps.Length; s++)
        {
            Step step = steps[s];
            for (int k = 0; k < parameters.Length; k++)
            {
                bool depends = step.Operation == Operation.Parameter
                    ? step.Left == parameters[k]
                    : step.HasOperands
                        && (_blocks[step.Left, k] >= 0 || (step.HasTwoOperands && _blocks[step.Right, k] >= 0));
                _blocks[s, k] = depends ? steps.Length + Count++ : -1;
            }
        }
    }

    /// <summary>The number of blocks of derivatives.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The register with the derivatives of a step with respect to a parameter; -1 if it does not depend on it.
    /// </summary>
    public int this[int step, int parameter] => _blocks[step, parameter];

    /// <summary>Whether a step depends on any of the parameters.</summary>
    public bool Any(int step)
    {
        for (int k = 0; k < _blocks.GetLength(1); k++)
        {
            if (_blocks[step, k] >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
