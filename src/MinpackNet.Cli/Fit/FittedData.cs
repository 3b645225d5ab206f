using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A fit and what it was made from.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Source">The file as the user names it.</param>
/// <param name="Columns">The formula and the columns used.</param>
/// <param name="Table">Their values, in the order of <see cref="ColumnChoice.Wanted"/>.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Cost">What it cost.</param>
internal sealed record FittedData(
    FitRequest Request, string Source, ColumnChoice Columns, CsvTable Table, FitResult Fit, FitCost Cost)
{
    // As many as a reader can tell apart.
    private const int MostCurves = 6;

    /// <summary>The profiles of the parameters; null unless asked for.</summary>
    public IReadOnlyList<ProfileCurve>? ParameterCurves { get; init; }

    /// <summary>Those of the derived quantities; null unless asked for.</summary>
    public IReadOnlyList<ProfileCurve>? DerivedCurves { get; init; }

    /// <summary>The intervals of the parameters by profile likelihood; null unless asked for.</summary>
    public IReadOnlyList<Interval>? Profiles =>
        ParameterCurves is { } curves ? [.. curves.Select(curve => curve.Interval)] : null;

    /// <summary>The fit as one of several data sets; null for a single set.</summary>
    public GlobalFit? Global { get; init; }

    /// <summary>Whether there is no curve, because of several predictors, or too many, because of data sets.</summary>
    public bool HasManyCurves =>
        Columns.X.Length > 1 || (Global is not null && (Columns.X.Length == 0 || Global.Sets.Count > MostCurves));

    /// <summary>The bootstrap; null unless asked for.</summary>
    public BootstrapResult? Bootstrap { get; init; }

    /// <summary>The joint regions that were asked for.</summary>
    public IReadOnlyList<Contour> Contours { get; init; } = [];

    /// <summary>The observations.</summary>
    public double[] Y => Table.Columns[Columns.X.Length];

    /// <summary>Their standard deviations; null for none.</summary>
    public double[]? Sigma => Columns.HasSigma ? Table.Columns[^1] : null;

    /// <summary>
    /// The lengths of half the error bars, null if they are unknown. The residuals of the fit set the unit of relative
    /// standard deviations.
    /// </summary>
    public double[]? Errors
    {
        get
        {
            double unit = Fit.HasAbsoluteSigma ? 1 : Fit.Converged ? Fit.ResidualStandardDeviation : double.NaN;
            return Sigma is { } sigma && double.IsFinite(unit) ? [.. sigma.Select(value => value * unit)] : null;
        }
    }

    /// <summary>The curve against a single predictor, with its band.</summary>
    /// <param name="places">Where.</param>
    /// <param name="set">The number of a data set; null for a single one.</param>
    public Band BandAt(double[] places, int? set)
    {
        Predictors x = DataFitter.PredictorsOf(Columns.Model, [places], places.Length);
        return set is int number
            ? Global!.ConfidenceBand(number, x, Request.Level)
            : Fit.ConfidenceBand(x, Request.Level);
    }

    /// <summary>
    /// The band of new observations along that curve; null where their standard deviations are unknown between the
    /// rows, because those of the rows differ, and for counts.
    /// </summary>
    public Band? PredictionAt(double[] places) => Request.Counts || Sigma?.Distinct().Count() > 1
        ? null
        : Fit.PredictionBand(DataFitter.PredictorsOf(Columns.Model, [places], places.Length), Request.Level);

    /// <summary>The curve at one place.</summary>
    public double ValueAt(double place, int? set)
    {
        Predictors x = DataFitter.PredictorsOf(Columns.Model, [[place]], 1);
        return (set is int number ? Global!.Predict(number, x) : Fit.Predict(x))[0];
    }

    /// <summary>
    /// Tied parameters, the quantities that belong to the model, and those that were asked for.
    /// </summary>
    public IReadOnlyList<DerivedQuantity> Derived =>
    [
        .. Fit.TiedParameters(Request.Level)
            .Concat(TiedInSets.Concat(Columns.NamedModel?.Quantities ?? []).Concat(Request.Derived).SelectMany(Derive))
            .Select((quantity, j) => quantity with { Profile = DerivedCurves?[j].Interval }),
    ];

    /// <summary>Whether the fit failed and left the start values as they are.</summary>
    public bool IsAtStart => !Fit.Succeeded
        && Fit.Parameters.All(parameter => Request.Parameters.Start.Any(start =>
            start.Name == parameter.Name && start.Value.Equals(parameter.Value)));

    /// <summary>The tied parameters of each set, which the fit of all does not know.</summary>
    private IEnumerable<NamedQuantity> TiedInSets => Global is null
        ? []
        : Columns.Model.Ties.Where(tie => QuantitySettings.Follows(
            tie, [.. Columns.Model.ParameterNames, .. Columns.Model.Ties.Select(other => other.Name)]));

    /// <summary>A quantity, or one for each set if it has parameters of sets under the names of the model.</summary>
    private IReadOnlyList<DerivedQuantity> Derive(NamedQuantity quantity) =>
        Global is null || QuantitySettings.Follows(quantity, [.. Fit.Parameters.Select(parameter => parameter.Name)])
            ? [Fit.Derive(quantity.Formula, quantity.Name, Request.Level)]
            : Global.Derive(quantity.Formula, quantity.Name, Request.Level);

    /// <summary>What was read otherwise than it is written, or left unused, in words.</summary>
    public IEnumerable<string> Notes =>
    [
        .. Table.Notes, .. Columns.Notes, .. Magnitudes.Notes(Columns, Table),
        .. Oddities.Notes(Columns, Table),
        .. Request.Counts && Array.Exists(Y, value => !double.IsInteger(value))
            ? (string[])[$"{PlainText.Brief(Columns.Names[Columns.Y])} has values that are not whole, as counts are: "
                + "the standard errors hold for counts themselves, not for rates or scaled counts"]
            : [],
        .. Picture?.Notes ?? [],
    ];

    /// <summary>The picture, or why there is none; null if none was asked for.</summary>
    public FitPicture? Picture { get; init; }

    /// <summary>The places of another file at which to predict; null unless asked for.</summary>
    public AnswerPlaces? PredictedPlaces { get; init; }

    /// <summary>The table that was asked for; null for none.</summary>
    public AnswerTable? Answers { get; init; }

    /// <summary>The same where no file has it, or the document is to have it as well.</summary>
    public AnswerTable? ShownAnswers =>
        Request.Answers.TableFile is null || Request.Answers.InDocument ? Answers : null;

    /// <summary>The report in its parts.</summary>
    public IReadOnlyList<ReportBlock> ReportBlocks =>
        Fit.ToReportBlocks(Request.Level, Request.Digits, Derived, Profiles, Bootstrap);

    /// <summary>Whether the user ended the fit before its end.</summary>
    public bool IsInterrupted => Fit.Status == LeastSquaresStatus.Canceled;

    /// <summary>Why a file that was asked for is missing; null when none is.</summary>
    public string? OutputComplaint { get; init; }

    /// <summary>Whether everything that was asked for was achieved.</summary>
    public bool Succeeded => Fit.Succeeded && OutputComplaint is null;
}
