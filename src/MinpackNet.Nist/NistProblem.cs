using System.Collections.Immutable;
using MinpackNet.Fitting;

namespace MinpackNet.Nist;

/// <summary>
/// One of the nonlinear regression sets of NIST's Statistical Reference Datasets: data, model, starts and solution.
/// </summary>
/// <remarks>
/// <see cref="Residuals"/>, <see cref="Jacobian"/> and <see cref="JacobianRow"/> have the signatures that
/// <see cref="LeastSquares"/> expects. An instance never changes and may be shared between threads.
/// </remarks>
public sealed class NistProblem
{
    private readonly NistModel _model;
    private readonly double[] _predictors;
    private readonly double[] _response;
    private readonly int _predictorCount;

    internal NistProblem(NistDataSet set, NistRefinement refinement, NistModel model)
    {
        Name = set.Name;
        Level = Enum.Parse<NistLevel>(set.Level, ignoreCase: true);
        Model = Formula.Parse(
            set.Model,
            new FormulaNames
            {
                Predictors = set.X is null ? ["x1", "x2"] : ["x"],
                Parameters = [.. Enumerable.Range(1, refinement.Params.Length).Select(j => $"b{j}")],
            });
        Starts = set.Starts;
        Published = new(set.Certified, set.CertifiedStdErr, set.Rss);
        Solution = new(refinement.Params, refinement.StdErr, refinement.Rss);
        _model = model;
        _response = set.Response == "log(y)" ? [.. set.Y.Select(y => Math.Log(y))] : set.Y;
        Predictors = set.X ?? Predictors.FromColumns(("x1", set.X1!), ("x2", set.X2!));
        _predictors = set.X ?? [.. set.X1!.Zip(set.X2!).SelectMany(pair => new[] { pair.First, pair.Second })];
        _predictorCount = _predictors.Length / _response.Length;
    }

    /// <summary>NIST's name for the set.</summary>
    public string Name { get; }

    /// <summary>NIST's level of difficulty.</summary>
    public NistLevel Level { get; }

    /// <summary>
    /// The model as NIST writes it, with parameters b1, b2, ... and predictors x or x1, x2, and with exact derivatives.
    /// </summary>
    public Formula Model { get; }

    /// <summary>The predictors at all observations.</summary>
    public Predictors Predictors { get; }

    /// <summary>The observations, m values; logarithms of NIST's data if the model is for those.</summary>
    public IReadOnlyList<double> Response => _response;

    /// <summary>The two starts, n values each, the farther one first.</summary>
    public ImmutableArray<ImmutableArray<double>> Starts { get; }

    /// <summary>The solution as NIST publishes it, to 11 digits.</summary>
    public NistSolution Published { get; }

    /// <summary>
    /// An independent solution, computed with 60 digits and rounded to double precision: the reference.
    /// </summary>
    public NistSolution Solution { get; }

    /// <summary>The number of parameters, n.</summary>
    public int ParameterCount => Solution.Parameters.Length;

    /// <summary>The number of observations, and thus of residuals, m.</summary>
    public int ObservationCount => _response.Length;

    /// <summary>The model's value at any point.</summary>
    /// <param name="parameters">n values.</param>
    /// <param name="x">The predictors.</param>
    /// <returns>The model's value.</returns>
    public double Evaluate(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x) => _model(parameters, x, default);

    /// <summary>The model's derivatives at any point, written by hand.</summary>
    /// <param name="parameters">n values.</param>
    /// <param name="x">The predictors.</param>
    /// <param name="gradient">Receives n values.</param>
    public void Gradient(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, Span<double> gradient) =>
        _model(parameters, x, gradient);

    /// <summary>Fills in the residuals, model minus observation.</summary>
    /// <param name="parameters">The point, n values.</param>
    /// <param name="residuals">Receives m values.</param>
    public void Residuals(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        for (int i = 0; i < _response.Length; i++)
        {
            residuals[i] = _model(parameters, PredictorsAt(i), default) - _response[i];
        }
    }

    /// <summary>Fills in the derivatives of all residuals, written by hand.</summary>
    /// <param name="parameters">The point, n values.</param>
    /// <param name="jacobian">Receives m rows by n columns.</param>
    public void Jacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        Span<double> gradient = stackalloc double[ParameterCount];
        for (int i = 0; i < _response.Length; i++)
        {
            JacobianRow(i, parameters, gradient);
            for (int j = 0; j < gradient.Length; j++)
            {
                jacobian[i, j] = gradient[j];
            }
        }
    }

    /// <summary>Fills in the derivatives of all residuals, taken from the formula instead of written by hand.</summary>
    /// <param name="parameters">The point, n values.</param>
    /// <param name="jacobian">Receives m rows by n columns.</param>
    public void FormulaJacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        Span<double> gradient = stackalloc double[ParameterCount];
        for (int i = 0; i < _response.Length; i++)
        {
            Model.Gradient(parameters, PredictorsAt(i), gradient);
            for (int j = 0; j < gradient.Length; j++)
            {
                jacobian[i, j] = gradient[j];
            }
        }
    }

    /// <summary>Fills in the derivatives of one residual, written by hand.</summary>
    /// <param name="row">The index of the residual, from 0 to m - 1.</param>
    /// <param name="parameters">The point, n values.</param>
    /// <param name="gradient">Receives n values.</param>
    public void JacobianRow(int row, ReadOnlySpan<double> parameters, Span<double> gradient) =>
        _model(parameters, PredictorsAt(row), gradient);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The predictors of one observation.</summary>
    public ReadOnlySpan<double> PredictorsAt(int row) => _predictors.AsSpan(row * _predictorCount, _predictorCount);
}
