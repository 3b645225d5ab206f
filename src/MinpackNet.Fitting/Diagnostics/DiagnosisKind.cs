using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>What a fit can find in its numbers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosisKind>))]
public enum DiagnosisKind
{
    /// <summary>The model or its derivatives are NaN or infinite where the solver needs them.</summary>
    NonFiniteValues,

    /// <summary>
    /// The residuals are so large or so small that their squares overflow or underflow, and all errors with them.
    /// </summary>
    SquaresOutOfRange,

    /// <summary>
    /// A parameter has no effect, neither at the start nor at the end, or none at the end because its term is spare.
    /// </summary>
    FlatParameter,

    /// <summary>A parameter has no effect at the start, so the solver cannot find a direction there.</summary>
    StartOnPlateau,

    /// <summary>A parameter that had an effect at the start has none at the end: a step jumped too far.</summary>
    JumpedOntoPlateau,

    /// <summary>
    /// Some parameters act on the model only together: the Jacobian is singular, and at least one of them is redundant.
    /// </summary>
    SingularJacobian,

    /// <summary>Without one of its terms, the model describes the data as well.</summary>
    SpareTerm,

    /// <summary>The predictors take fewer different values than there are parameters to fit.</summary>
    TooFewPlaces,

    /// <summary>Two or more parameters are so correlated that the data hardly tell them apart.</summary>
    StrongCorrelation,

    /// <summary>A parameter did not move from its start although others did.</summary>
    ParameterDidNotMove,

    /// <summary>There are as many parameters as observations, so the variance cannot be estimated.</summary>
    NoDegreesOfFreedom,

    /// <summary>The derivatives written by hand disagree with differences of the model's values.</summary>
    WrongJacobian,

    /// <summary>
    /// The model's values have noise far above rounding, as from single precision or an inner iteration.
    /// </summary>
    NoisyModel,

    /// <summary>
    /// The estimates lie next to the edge of the model's domain, or to a singularity, where differences mislead.
    /// </summary>
    DomainEdge,

    /// <summary>The solver's scales of the parameters do not match their effects.</summary>
    BadScaling,

    /// <summary>The tolerances demand more than double precision provides.</summary>
    TolerancesTooTight,

    /// <summary>The solve ended at the limit on evaluations.</summary>
    EvaluationLimit,

    /// <summary>The search did not certify an optimum.</summary>
    NotCertified,

    /// <summary>The fit describes the data no better than their mean does, or hardly; fatal below it.</summary>
    ExplainsNothing,

    /// <summary>
    /// The residuals of neighboring points are alike, so the model misses something, or the minimum is a poor one.
    /// </summary>
    OrderedResiduals,

    /// <summary>
    /// The data leave a parameter open: its error is many times its size, or it went far and has a large one.
    /// </summary>
    RunawayParameter,

    /// <summary>
    /// A predictor is far from zero compared with its range, as dates as numbers are, and the fit suffers from it.
    /// </summary>
    DistantPredictor,

    /// <summary>
    /// The locations of the data cannot tell a frequency from a lower one: both give the same values there.
    /// </summary>
    AliasedFrequency,

    /// <summary>Bounds hold parameters back: the errors of the others are for these values.</summary>
    ActiveBound,

    /// <summary>The solver stopped where the gradient is not zero, so not at a minimum.</summary>
    NotAtMinimum,

    /// <summary>The model misses the means of repeated points by more than these scatter about them.</summary>
    LackOfFit,

    /// <summary>
    /// The residuals of neighboring points are alike, although the model describes nearly all of the variation.
    /// </summary>
    CorrelatedResiduals,

    /// <summary>The residuals have heavy tails or lean to one side.</summary>
    NonNormalResiduals,

    /// <summary>
    /// The residuals scatter much more or less than standard deviations that are known, or than counts do.
    /// </summary>
    UnexpectedScatter,

    /// <summary>
    /// The fit of counts ended where the model is zero at a count of zero, and below it nearby, so that it could not
    /// go on; fatal.
    /// </summary>
    EdgeOfCounts,
}
