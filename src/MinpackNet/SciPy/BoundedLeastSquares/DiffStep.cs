using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The steps of differences relative to the parameters: one for all or one for each. Numbers, arrays and collection
/// expressions convert to it implicitly. SciPy: diff_step.
/// </summary>
[CollectionBuilder(typeof(DiffStep), nameof(Create))]
[JsonConverter(typeof(DiffStepJsonConverter))]
public sealed class DiffStep
{
    private DiffStep(double[] values) => Values = values;

    /// <summary>n values, or one for all.</summary>
    internal double[] Values { get; }

    /// <summary>The same relative step for all parameters.</summary>
    /// <param name="step">Finite; a negative one turns the direction.</param>
    public static implicit operator DiffStep(double step) => new([step]);

    /// <summary>A relative step for each parameter.</summary>
    /// <param name="steps">n finite values, or one for all. Null for the default.</param>
    [return: NotNullIfNotNull(nameof(steps))]
    public static implicit operator DiffStep?(double[]? steps) => steps is null ? null : new([.. steps]);

    /// <summary>The steps of collection expressions, and for languages without implicit conversions.</summary>
    /// <param name="steps">n finite values, or one for all.</param>
    /// <returns>The same steps.</returns>
    public static DiffStep Create(params ReadOnlySpan<double> steps) => new(steps.ToArray());

    /// <summary>The steps one by one.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<double> GetEnumerator() => Values.AsEnumerable().GetEnumerator();

    /// <summary>The first eight steps.</summary>
    public override string ToString() => RealVector.Create(Values).ToString();
}
