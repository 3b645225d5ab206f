namespace MinpackNet.Fitting;

/// <summary>What a change of a predictor's origin does to a model.</summary>
internal enum ShiftEffect
{
    /// <summary>Unknown: the model is not finite, or does not depend on the predictor.</summary>
    Unknown,

    /// <summary>The model is another one: no change of its parameters undoes the shift, as in 1/x.</summary>
    OnModel,

    /// <summary>One parameter is a place on the predictor's axis and moves along, as in x - m.</summary>
    OnLocation,

    /// <summary>The parameters have to be mixed, as the intercept and the slope of a line.</summary>
    OnOthers,
}
