namespace MinpackNet.Fitting;

/// <summary>What can be known about a fit from its numbers.</summary>
public enum DiagnosisKind
{
    /// <summary>The model or its derivatives are NaN or infinite where the solver needs them.</summary>
    NonFiniteValues,

    /// <summary>
    /// The residuals are so large, or so small, that their squares leave the range of numbers, and with them all errors.
    /// </summary>
    SquaresOutOfRange,

    /// <summary>A parameter changes nothing, neither at the start nor at the end.</summary>
    FlatParameter,

    /// <summary>At the start a parameter changes nothing, so no direction can be found from there.</summary>
    StartOnPlateau,

    /// <summary>A parameter that had an effect at the start has none at the end: a step leapt too far.</summary>
    LeaptOntoPlateau,

    /// <summary>
    /// Some parameters change the model only together: the Jacobian is singular, and one of them is redundant.
    /// </summary>
    SingularJacobian,

    /// <summary>Two parameters are so correlated that the data hardly tell them apart.</summary>
    StrongCorrelation,

    /// <summary>A parameter moved by no part of its standard error although others did.</summary>
    ParameterDidNotMove,

    /// <summary>There are as many parameters as observations, so the variance cannot be estimated.</summary>
    NoDegreesOfFreedom,

    /// <summary>The derivatives given disagree with differences of the model's values.</summary>
    WrongJacobian,

    /// <summary>
    /// The model's values carry noise far above rounding, as from single precision or an inner iteration.
    /// </summary>
    NoisyModel,

    /// <summary>The solver's scale of the parameters does not fit their effects.</summary>
    BadScaling,

    /// <summary>The tolerances ask for more than double precision gives.</summary>
    TooTightTolerances,

    /// <summary>The limit on evaluations ended the solve.</summary>
    EvaluationLimit,

    /// <summary>The ladder of solves certified no optimum.</summary>
    NotCertified,

    /// <summary>The solver stopped where the gradient is not zero: this is no minimum.</summary>
    NotAtMinimum,
}
