namespace MinpackNet.Fitting;

/// <summary>A model whose steps are known: those of a formula, or recorded ones.</summary>
internal interface IStepModel
{
    /// <summary>The steps.</summary>
    FormulaProgram Program { get; }
}
