using System.Numerics;
using System.Text.Json.Nodes;
using MinpackNet.Nist;

namespace MinpackNet.Tests.Nist;

/// <summary>
/// One of NIST's nonlinear regression sets with the model and its derivatives evaluated as their formulas are written.
/// </summary>
internal sealed class FormulaProblem
{
    private static readonly JsonNode Derivatives = JsonNode.Parse(TestData.Read("nist-jacobians.json"))!;

    private readonly Func<double[], double> _model;
    private readonly Func<Complex[], Complex> _complexModel;
    private readonly Func<double[], double>[] _derivatives;
    private readonly double[] _response;
    private readonly double[][] _predictors;

    private FormulaProblem(string name)
    {
        using Stream stream = typeof(NistProblems).Assembly.GetManifestResourceStream($"{name}.json")!;
        JsonNode set = JsonNode.Parse(stream)!;
        string[] predictors = set["x2"] is null ? ["x"] : ["x1", "x2"];
        Starts = [.. set["starts"]!.AsArray().Select(start => Doubles(start!))];
        string[] names = [.. Enumerable.Range(1, Starts[0].Length).Select(j => $"b{j}"), .. predictors];

        _model = FormulaParser.Compile((string)set["model"]!, names);
        _complexModel = FormulaParser.Compile<Complex>((string)set["model"]!, names);
        _derivatives = [.. Derivatives[name]!.AsArray().Select(d => FormulaParser.Compile((string)d!, names))];
        _predictors = [.. predictors.Select(x => Doubles(set[x]!))];
        _response = Doubles(set["y"]!);
        if ((string)set["response"]! == "log(y)")
        {
            _response = Array.ConvertAll(_response, Math.Log);
        }
    }

    public static IReadOnlyDictionary<string, FormulaProblem> All { get; } =
        NistProblems.All.ToDictionary(problem => problem.Name, problem => new FormulaProblem(problem.Name));

    public double[][] Starts { get; }

    public double[] Residuals(double[] b)
    {
        double[] residuals = new double[_response.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = _model(Variables(b, i)) - _response[i];
        }

        return residuals;
    }

    /// <summary>The model for complex parameters.</summary>
    public Complex[] ComplexModel(Complex[] b) =>
    [
        .. Enumerable.Range(0, _response.Length)
            .Select(i => _complexModel([.. b, .. _predictors.Select(x => new Complex(x[i], 0))])),
    ];

    public double[,] Jacobian(double[] b)
    {
        double[,] jacobian = new double[_response.Length, _derivatives.Length];
        for (int i = 0; i < _response.Length; i++)
        {
            double[] variables = Variables(b, i);
            for (int j = 0; j < _derivatives.Length; j++)
            {
                jacobian[i, j] = _derivatives[j](variables);
            }
        }

        return jacobian;
    }

    private double[] Variables(double[] b, int row) => [.. b, .. _predictors.Select(x => x[row])];

    private static double[] Doubles(JsonNode array) => [.. array.AsArray().Select(value => (double)value!)];
}
