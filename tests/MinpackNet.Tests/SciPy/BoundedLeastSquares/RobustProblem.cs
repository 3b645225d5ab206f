using System.Numerics;
using System.Text.Json.Nodes;
using MinpackNet.Tests.Nist;

namespace MinpackNet.Tests.SciPy;

/// <summary>One of the recorded data sets with outliers, with the derivatives of its model.</summary>
internal sealed class RobustProblem
{
    private static readonly Dictionary<string, string[]> Derivatives = new()
    {
        ["line"] = ["1", "x"],
        ["parabola"] = ["1", "x", "x*x"],
        ["hyperbola"] = ["1/(1 + b2*x)", "-b1*x/((1 + b2*x)*(1 + b2*x))"],
        ["saturation"] = ["x/(b2 + x)", "-b1*x/((b2 + x)*(b2 + x))"],
        ["lorentz"] =
        [
            "1", "1/(1 + ((x - b3)/b4)**2)",
            "2*b2*(x - b3)/b4/b4/((1 + ((x - b3)/b4)**2)*(1 + ((x - b3)/b4)**2))",
            "2*b2*((x - b3)/b4)**2/b4/((1 + ((x - b3)/b4)**2)*(1 + ((x - b3)/b4)**2))",
        ],
        ["exponential"] = ["1", "exp(b3*x)", "b2*x*exp(b3*x)"],
        ["sine"] = ["sin(b2*x)", "b1*x*cos(b2*x)", "1"],
    };

    private readonly Func<double[], double> _model;
    private readonly Func<Complex[], Complex> _complexModel;
    private readonly Func<double[], double>[] _derivatives;
    private readonly double[] _x;
    private readonly double[] _y;

    public RobustProblem(string name, JsonNode set)
    {
        Start = JsonNumbers.Vector(set["x0"]);
        string[] names = [.. Enumerable.Range(1, Start.Length).Select(j => $"b{j}"), "x"];
        _model = FormulaParser.Compile((string)set["model"]!, names);
        _complexModel = FormulaParser.Compile<Complex>((string)set["model"]!, names);
        _derivatives = [.. Derivatives[name].Select(formula => FormulaParser.Compile(formula, names))];
        _x = JsonNumbers.Vector(set["x"]);
        _y = JsonNumbers.Vector(set["y"]);
    }

    public double[] Start { get; }

    public double[] Residuals(double[] b) => [.. _x.Zip(_y, (x, y) => _model([.. b, x]) - y)];

    /// <summary>The residuals for complex parameters.</summary>
    public Complex[] ComplexResiduals(Complex[] b) => [.. _x.Zip(_y, (x, y) => _complexModel([.. b, x]) - y)];

    public double[,] Jacobian(double[] b) =>
        TestMatrices.Of(_x.Length, b.Length, (i, j) => _derivatives[j]([.. b, _x[i]]));
}
