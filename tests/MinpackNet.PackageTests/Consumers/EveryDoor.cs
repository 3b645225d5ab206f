// Goes through every door of the library and prints its name and the exception's type and message, tab-separated.
using MinpackNet;

Enter("LeastSquares.Solve", () => LeastSquares.Solve([1.0], 1, (p, r) => r[0] = p[0]));
Enter("LeastSquares.Solve again", () => LeastSquares.Solve([1.0], 1, (p, r) => r[0] = p[0]));
Enter("LeastSquares.SolveByRows", () =>
    LeastSquares.SolveByRows([1.0], 1, (p, r) => r[0] = p[0], (p, i, row) => row[0] = 1));
Enter("NonlinearEquations.Solve", () => NonlinearEquations.Solve([1.0], (p, r) => r[0] = p[0]));
Enter("Optimize.Leastsq", () => Optimize.Leastsq(p => [p[0]], [1.0]));
Enter("Optimize.CurveFit", () => Optimize.CurveFit((x, a) => a * x, [1.0, 2.0], [1.0, 2.0]));
Enter("Optimize.Fsolve", () => Optimize.Fsolve(p => [p[0]], [1.0]));
Enter("Optimize.CheckGrad", () => Optimize.CheckGrad(p => [p[0]], p => new double[,] { { 1 } }, [1.0]));
Enter("MinpackLibrary.Description", () => _ = MinpackLibrary.Description);

static void Enter(string door, Action action)
{
    try
    {
        action();
        Console.WriteLine($"{door}\t\t");
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{door}\t{exception.GetType()}\t{exception.Message.ReplaceLineEndings(" ")}");
    }
}
