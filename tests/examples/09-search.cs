#:project ../../src/MinpackNet.Fitting
// Hard problems from distant starts: a search that ends with a certificate or says why not.
// Data: NIST's Statistical Reference Datasets MGH10, the resistance of a thermistor (Meyer 1970), MGH09 (Kowalik and
// Osborne 1978) and BoxBOD, biochemical oxygen demand (Box, Hunter and Hunter 1978), each from NIST's first start.
// Expect: NIST's certified values from the search. One solve with exact derivatives finds the first two as well; in
// BoxBOD its first step jumps onto a plateau, where the sum of squares is eight times as large.
using MinpackNet.Fitting;

double[] celsius = [.. Enumerable.Range(0, 16).Select(i => 50.0 + (5 * i))];
double[] ohms =
[
    34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872,
];
Try("MGH10", "b1*exp(b2/(x + b3))", celsius, ohms, [2, 400000, 25000]);

double[] x = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];
double[] y = [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
Try("MGH09", "b1*(x^2 + x*b2)/(x^2 + x*b3 + b4)", x, y, [25, 39, 41.5, 39]);

Try("BoxBOD", "b1*(1 - exp(-b2*x))", [1, 2, 3, 5, 7, 10], [109, 149, 149, 191, 213, 224], [1, 1]);

static void Try(string name, string formula, double[] x, double[] y, StartValues start)
{
    Formula model = Formula.Parse(formula);
    FitResult plain = CurveFit.Fit(model, x, y, start);
    FitResult search = CurveFit.Fit(model, x, y, start, new() { Strategy = FitStrategy.Search });
    Console.WriteLine($"{name}: {formula}");
    Console.WriteLine($"  one solve: chi-squared {plain.ChiSquared:G5}, {plain.Status}");
    Console.WriteLine($"  the search: chi-squared {search.ChiSquared:G5}, certified: {search.IsCertified}");
    foreach (FitParameter p in search.Parameters)
    {
        Console.WriteLine($"    {p.Name} = {p.Value:G7} ± {p.StandardError:G4}");
    }
}
