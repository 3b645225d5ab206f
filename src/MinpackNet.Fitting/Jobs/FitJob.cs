using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Fitting;

/// <summary>
/// What many fits have in common, a formula, start values and options, as a document that other machines read, so that
/// each runs a part of them with the bits of <see cref="CurveFit"/>'s FitMany.
/// </summary>
/// <remarks>
/// <para>
/// A part is pure: any machine may run it, any number of times, and gets the same bits from the same version of this
/// library on the same kind of machine. So a queue or a cluster that runs a part again after a death, or twice, does
/// no harm; a <see cref="FitMerge"/> counts each part once.
/// </para>
/// <example>
/// <code>
/// FitJob job = new(Formula.Parse("a*exp(-k*t)", ["t"]), [("a", 1), ("k", 0.5)]);
/// IReadOnlyList&lt;FitPart&gt; parts = FitPart.Cut(fits: y.Length, size: 10_000);
/// FitMerge merge = new(job, parts);
/// string sent = job.ToJson();
/// foreach (FitPart part in parts) // each on any machine
/// {
///     FittedPart fitted = FitJob.FromJson(sent).Run(part, t, y[part.First..(part.First + part.Count)]);
///     merge.Add(FittedPart.FromJson(fitted.ToJson(), job));
/// }
///
/// FitTable all = merge.ToTable();
/// </code>
/// </example>
/// </remarks>
public sealed class FitJob
{
    private readonly string _json;

    /// <summary>A job that this version of the library runs.</summary>
    /// <param name="formula">The model.</param>
    /// <param name="start">The start values of its parameters, with or without names; finite.</param>
    /// <param name="options">
    /// As for <see cref="CurveFit"/>'s FitMany; null, the default, for one solve with SciPy's defaults. A loss of the
    /// caller's own cannot travel.
    /// </param>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public FitJob(Formula formula, StartValues start, FitOptions? options = null)
        : this(formula, start, options ?? FitOptions.Default, ThisLibrary)
    {
    }

    private FitJob(Formula formula, StartValues start, FitOptions options, string library)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(start);
        if (options.Loss is { Function: null })
        {
            throw Errors.LossOfJob(nameof(options.Loss));
        }

        if (options.Sigma is { } sigma)
        {
            Validate.Sigma(sigma, sigma.Count, nameof(options.Sigma));
        }

        // Of no data sets, it checks what they have in common.
        CurveFit.FitMany(formula, Array.Empty<Predictors>(), [], start, options);
        (Names, Starts) = start.InOrderOf(formula.ParameterNames, formula.HasPredictors, formula.Calls, nameof(start));
        Formula = formula;
        Start = StartValues.Create([.. Names.Zip(Starts, (name, value) => new StartValue(name, value))]);
        Options = options;
        Library = library;
        Bounds = FreeParameters.Bounds(options, Names);
        Free = FreeParameters.Of(options, Names, Bounds);
        _json = JsonSerializer.Serialize(FitJobDocument.Of(this), JobJsonContext.OneLine.FitJobDocument);
        Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_json)));
    }

    /// <summary>The model.</summary>
    public Formula Formula { get; }

    /// <summary>The start values of all parameters, with their names.</summary>
    public StartValues Start { get; }

    /// <summary>The options.</summary>
    public FitOptions Options { get; }

    /// <summary>The version of this library that made the job. Another one may give other last bits.</summary>
    public string Library { get; }

    /// <summary>The version of this library here.</summary>
    internal static string ThisLibrary { get; } = typeof(FitJob).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What tells results of this job from those of another.</summary>
    internal string Digest { get; }

    internal string[] Names { get; }

    internal double[] Starts { get; }

    internal ParameterBound[] Bounds { get; }

    /// <summary>The indices of the parameters that are not fixed.</summary>
    internal int[] Free { get; }

    /// <summary>Reads a job.</summary>
    /// <param name="json">
    /// What <see cref="ToJson"/> wrote, or by hand as little as
    /// <c>{"format":1,"formula":"a*exp(-k*x)","start":{"a":1,"k":0.5}}</c>.
    /// </param>
    /// <returns>The job, with the same bits in all its numbers.</returns>
    /// <exception cref="ArgumentException">
    /// This is not a job of a known format, a member is unknown or its value cannot be used.
    /// </exception>
    /// <exception cref="FormulaException">The formula cannot be understood.</exception>
    public static FitJob FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        FitJobDocument document =
            JobDocuments.Read(json, "fit job", FitJobDocument.ThisFormat, JobJsonContext.OneLine.FitJobDocument);
        return new(
            document.ToFormula(), document.ToStart(), document.Options ?? FitOptions.Default,
            document.Library ?? ThisLibrary);
    }

    /// <summary>Writes the job.</summary>
    /// <returns>One line of JSON, the same for the same job.</returns>
    public string ToJson() => _json;

    /// <summary>Runs a part whose fits have their points in common.</summary>
    /// <param name="part">Which.</param>
    /// <param name="x">
    /// The predictors at the m points that all fits of the part share, an array or columns with the job's names.
    /// </param>
    /// <param name="y">The observations of each fit of this part, m numbers.</param>
    /// <param name="sigma">
    /// The standard deviations of each, where they differ; null, the default, for <see cref="FitOptions.Sigma"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the run, which has no result then.</param>
    /// <returns>The estimates, standard errors and status of each fit; what is wrong with one fails it alone.</returns>
    /// <exception cref="ArgumentException">
    /// The part is not one that <see cref="FitPart.Cut"/> makes, the numbers of data sets are not that of the part, or
    /// the job does not have a predictor of that name.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another version of this library made the job.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public FittedPart Run(
        FitPart part,
        Predictors x,
        IReadOnlyList<double[]> y,
        IReadOnlyList<double[]>? sigma = null,
        CancellationToken cancellationToken = default)
    {
        CheckRun(part, [x], y);
        return FittedPart.Of(
            this, part, CurveFit.FitMany(Formula, x, y, Start, Options, sigma, null, cancellationToken));
    }

    /// <summary>Runs a part whose fits have points of their own.</summary>
    /// <param name="part">Which.</param>
    /// <param name="x">The predictors of each fit of this part: see <see cref="Predictors.Each"/>.</param>
    /// <param name="y">The observations of each, as many as it has points; these numbers may differ.</param>
    /// <param name="sigma">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>As in the first overload.</returns>
    /// <exception cref="ArgumentException">As in the first overload.</exception>
    /// <exception cref="InvalidOperationException">As in the first overload.</exception>
    /// <exception cref="OperationCanceledException">As in the first overload.</exception>
    public FittedPart Run(
        FitPart part,
        IReadOnlyList<Predictors> x,
        IReadOnlyList<double[]> y,
        IReadOnlyList<double[]>? sigma = null,
        CancellationToken cancellationToken = default)
    {
        CheckRun(part, x, y);
        return FittedPart.Of(
            this, part, CurveFit.FitMany(Formula, x, y, Start, Options, sigma, null, cancellationToken));
    }

    /// <summary>The formula and the start values.</summary>
    public override string ToString() => $"{Formula} from {string.Join(", ", Start.Select(
        value => $"{value.Name} = {NumberText.Exact(value.Value)}"))}";

    private void CheckRun(FitPart part, IReadOnlyList<Predictors> x, IReadOnlyList<double[]> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Validate.Part(part, nameof(part));
        Validate.PredictorNames(x, Formula.Names.Predictors, nameof(x));
        if (Library != ThisLibrary)
        {
            throw Errors.OtherLibrary(Library, ThisLibrary);
        }

        if (y.Count != part.Count)
        {
            throw Errors.DataOfPart(nameof(y), part, y.Count);
        }
    }
}
