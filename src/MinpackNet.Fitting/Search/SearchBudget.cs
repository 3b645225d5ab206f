namespace MinpackNet.Fitting;

/// <summary>How exact the solves of a search are, and what they and its samples may cost.</summary>
internal sealed class SearchBudget
{
    private const double TightTolerance = 1e-15;
    private const int EvaluationsPerParameter = 2000;

    // A solve that is only to tell where it leads is refined if that is of interest.
    private const double LooseTolerance = 1e-10;
    private const int LeastSteps = 20;
    private const int MostSteps = 300;
    private const int ShortSteps = 12;

    // What the steps of such a solve may cost: for each point and parameter, the factorization takes as many operations
    // as there are parameters, and a value of the model or of a derivative the second number.
    private const double MostWork = 1e8;
    private const double ModelWork = 60;

    // The values of the model at a point from where on searches that disagree do not search again.
    private const double MostPointEvaluationsOfRounds = 2e8;

    // Between the default of 100, which may jump too far, and 1, which may creep.
    private const double SearchFactor = 10;
    private const double NearFactor = 0.01;

    // The samples of a search: enough to tell frequencies apart, but no more evaluations of the model at a point than
    // the last number, except for the least number of samples.
    private const int LeastSamples = 64;
    private const int FewSamples = 256;
    private const int MostSamples = 2048;
    private const int MostFewWithoutStart = 2048;
    private const int MostSamplesWithoutStart = 16384;
    private const int SamplesPerPoint = 4;
    private const double MostPointEvaluations = 2e6;

    // The values of the model up to which samples get their linear parameters from a fit.
    private const double MostPointEvaluationsOfAdjusted = 1e7;

    private readonly FitProblem _problem;
    private readonly bool _hasStart;

    /// <param name="problem">The fit.</param>
    /// <param name="options">Those of the solver.</param>
    /// <param name="hasStart">Whether start values were given.</param>
    public SearchBudget(FitProblem problem, LeastSquaresOptions options, bool hasStart)
    {
        _problem = problem;
        _hasStart = hasStart;
        double n = problem.Free.Length;
        int steps = (int)Math.Clamp(MostWork / (problem.PointCount * n * (n + ModelWork)), LeastSteps, MostSteps);
        Tight = options with
        {
            FunctionTolerance = TightTolerance,
            StepTolerance = TightTolerance,
            GradientTolerance = TightTolerance,
            MaxEvaluations = EvaluationsPerParameter * (problem.Free.Length + 1),
        };
        Loose = options with
        {
            FunctionTolerance = LooseTolerance,
            StepTolerance = LooseTolerance,
            GradientTolerance = LooseTolerance,
            InitialStepFactor = SearchFactor,
            MaxEvaluations = EvaluationsOf(steps),
        };
        Near = Loose with { InitialStepFactor = NearFactor };
        Short = Loose with { MaxEvaluations = EvaluationsOf(Math.Min(ShortSteps, steps / 3)) };
    }

    /// <summary>For the solves from the given start, and for the end that becomes the result.</summary>
    public LeastSquaresOptions Tight { get; }

    /// <summary>For solves from other starts.</summary>
    public LeastSquaresOptions Loose { get; }

    /// <summary>For solves that are not to leave the neighborhood of their start.</summary>
    public LeastSquaresOptions Near { get; }

    /// <summary>For the few steps that show which samples are worth a solve.</summary>
    public LeastSquaresOptions Short { get; }

    /// <summary>Whether searches that disagree may search again.</summary>
    public bool MaySearch => (double)_problem.EvaluationCount * _problem.PointCount < MostPointEvaluationsOfRounds;

    /// <summary>The number of samples of a search in its first round.</summary>
    /// <param name="linear">Those parameters that a sample need not have.</param>
    public int SamplesFor(LinearPart linear) =>
        (int)Math.Clamp(MostPointEvaluations / _problem.PointCount, LeastSamples, WantedFor(linear));

    /// <summary>Whether all samples may evaluate the model some more times, for their linear parameters.</summary>
    /// <param name="linear">These parameters.</param>
    public bool MayAdjust(LinearPart linear) =>
        (double)WantedFor(linear) * _problem.PointCount * linear.EvaluationsPerSample
            <= MostPointEvaluationsOfAdjusted;

    private int WantedFor(LinearPart linear)
    {
        // Without a start, each parameter that is not linear doubles what is to be looked through three times.
        int few = _hasStart ? FewSamples
            : Math.Min(MostFewWithoutStart, FewSamples << (3 * Math.Max(0, linear.Others.Length - 1)));
        return Math.Clamp(
            SamplesPerPoint * _problem.PointCount, few, _hasStart ? MostSamples : MostSamplesWithoutStart);
    }

    private int EvaluationsOf(int steps) => steps * (_problem.HasDerivatives ? 1 : _problem.Free.Length + 1);
}
