#:project ../../src/MinpackNet
// Progress and cancellation: an observer sees each iteration; a token ends the solve with the best point so far.
// Data: NIST's Statistical Reference Datasets Thurber, the mobility of electrons in a semiconductor against the
// logarithm of their density (Thurber 1979), at NIST's first start.
// Expect: the sum of squares that NIST certifies, 5642.708; and, when cut short, a larger one.
using MinpackNet;

double[] x =
[
    -3.067, -2.981, -2.921, -2.912, -2.840, -2.797, -2.702, -2.699, -2.633, -2.481, -2.363, -2.322, -1.501, -1.460,
    -1.274, -1.212, -1.100, -1.046, -0.915, -0.714, -0.566, -0.545, -0.400, -0.309, -0.109, -0.103, 0.010, 0.119,
    0.377, 0.790, 0.963, 1.006, 1.115, 1.572, 1.841, 2.047, 2.200,
];
double[] y =
[
    80.574, 84.248, 87.264, 87.195, 89.076, 89.608, 89.868, 90.101, 92.405, 95.854, 100.696, 101.060, 401.672, 390.724,
    567.534, 635.316, 733.054, 759.087, 894.206, 990.785, 1090.109, 1080.914, 1122.643, 1178.351, 1260.531, 1273.514,
    1288.339, 1327.543, 1353.863, 1414.509, 1425.208, 1421.384, 1442.962, 1464.350, 1468.705, 1447.894, 1457.628,
];
double[] start = [1000, 1000, 400, 40, 0.7, 0.3, 0.03];

LeastSquaresResult whole = LeastSquares.Solve(start, y.Length, Residuals, options: new()
{
    Observer = iteration =>
    {
        if (iteration.Number % 3 == 1)
        {
            Console.WriteLine($"iteration {iteration.Number,2}: residual norm {iteration.ResidualNorm:F2}");
        }

        return true;
    },
});
Console.WriteLine($"{whole.Status}: sum of squares {whole.SumOfSquares:F3}");

using CancellationTokenSource impatience = new();
LeastSquaresOptions options = new()
{
    Observer = iteration =>
    {
        if (iteration.Number == 3)
        {
            impatience.Cancel();
        }

        return true;
    },
};
LeastSquaresResult part = LeastSquares.Solve(start, y.Length, Residuals, null, options, impatience.Token);
Console.WriteLine($"{part.Status}: sum of squares {part.SumOfSquares:F0} in {part.Evaluations} evaluations");

void Residuals(ReadOnlySpan<double> b, Span<double> r)
{
    for (int i = 0; i < r.Length; i++)
    {
        double numerator = b[0] + (x[i] * (b[1] + (x[i] * (b[2] + (x[i] * b[3])))));
        r[i] = (numerator / (1 + (x[i] * (b[4] + (x[i] * (b[5] + (x[i] * b[6]))))))) - y[i];
    }
}
