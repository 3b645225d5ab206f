using MathNet.Numerics.LinearAlgebra;

namespace MinpackNet.Fitting;

/// <summary>Finds out what a change of a predictor's origin does to a model, by its derivatives.</summary>
internal static class PredictorShift
{
    // The step of the derivative by the predictor, in its range, and at least in its size, where it would be rounded.
    private const double Step = 1e-6;
    private const double LeastStep = 1e-12;

    // A derivative along the range below this share of the model's value there is rounding.
    private const double Visible = 1e-6;

    // The error of the differences, as a share of the derivative by the predictor.
    private const double Same = 1e-3;

    // Places per parameter, and besides: more than a combination of the parameters could meet by chance.
    private const int PlacesPerParameter = 4;
    private const int MorePlaces = 8;

    // Near zero, they become dense in so many halvings.
    private const double Halvings = 16;

    /// <summary>
    /// What a shift of a predictor does.
    /// </summary>
    /// <remarks>
    /// A shift is undone by the parameters when the derivative by the predictor is a combination of those by the
    /// parameters; by a place x - m, when it is one of those with the other sign. Looked at where the predictor is near
    /// zero, because a few places far from it look alike to many functions, and with other parameters too.
    /// </remarks>
    public static Shift Of(Evidence evidence, int predictor)
    {
        FitProblem problem = evidence.Problem;
        double[] x = problem.Predictors.Columns[predictor];
        (double least, double range) = (x.Min(), x.Max() - x.Min());
        if (!double.IsFinite((2 * x.Max(Math.Abs)) + range))
        {
            return Shift.Unknown; // places around them would be beyond the largest numbers
        }

        int m = (PlacesPerParameter * problem.Free.Length) + MorePlaces;
        double[] near = [.. Enumerable.Range(0, m).Select(i => range * Math.Pow(2, -Halvings * i / (m - 1)))];
        double[] here = [.. Enumerable.Range(0, m).Select(i => least + (range * i / (m - 1)))];
        double[] start = problem.Start;
        double[] other = problem.AllWithin([.. start.Select((value, k) => Other(value == 0 ? 1 : value, k))]);
        double[] ordinary = problem.AllWithin([.. start.Select((_, k) => Other(1, k))]);
        Shift[] found =
        [
            .. new[] { (near, start), (near, other), (near, ordinary), (here, start), (here, other) }
                .Select(at => At(problem, predictor, at.Item1, at.Item2))
                .Where(shift => shift.Effect != ShiftEffect.Unknown)
                .Take(2)
                .OrderBy(shift => shift.Effect),
        ];
        return found.Length == 0 ? Shift.Unknown
            : found[0].Effect == ShiftEffect.OnModel ? found[0]
            : found.All(shift => shift.Effect == ShiftEffect.OnLocation && shift.Place == found[0].Place) ? found[0]
            : new(ShiftEffect.OnOthers, -1, [.. found.SelectMany(shift => shift.Mixed).Distinct()]);

        static double Other(double value, int k) => value * (1 + (0.2 * GoldenSequence.Term(k + 1)));
    }

    private static Shift At(
        FitProblem problem, int predictor, double[] x, double[] parameters)
    {
        int n = problem.Free.Length;
        int m = x.Length;
        double range = x.Max() - x.Min();
        double step = Math.Max(Step * range, LeastStep * x.Max(Math.Abs));
        double[] values = ValuesAt(0);
        double[] slope = [.. ValuesAt(step).Zip(ValuesAt(-step), (above, below) => (above - below) / (2 * step))];
        double[] jacobian = new double[n * m];
        problem.Model.DerivativesAt(parameters, Columns(0), problem.Free, problem.Steps, jacobian);

        // In units of the derivative by the predictor, so that no place outweighs the others.
        int[] seen = [.. Enumerable.Range(0, m).Where(i =>
            Math.Abs(slope[i]) * range > Visible * Math.Abs(values[i])
            && Enumerable.Range(0, n).All(k => double.IsFinite(jacobian[(k * m) + i] / slope[i])))];
        if (seen.Length < n + 2)
        {
            return Shift.Unknown;
        }

        double[] ones = [.. seen.Select(_ => 1.0)];
        double[][] columns = [.. Enumerable.Range(0, n).Select(k =>
            seen.Select(i => jacobian[(k * m) + i] / slope[i]).ToArray())];
        ColumnSpan span = new();
        Array.ForEach(columns, span.Add);
        int place = Array.FindIndex(columns, column => column.All(value => Math.Abs(value + 1) <= Same));
        bool isPlace = place >= 0 || columns.Any(column => column.All(value => Math.Abs(value - 1) <= Same));
        return isPlace ? new(ShiftEffect.OnLocation, place, [])
            : Norms.Of(span.Outside(ones)) > Same * Norms.Of(ones) ? new(ShiftEffect.OnModel, -1, [])
            : new(ShiftEffect.OnOthers, -1, Mixed(columns, ones));

        double[] ValuesAt(double shift)
        {
            double[] result = new double[m];
            problem.Model.Evaluate(parameters, Columns(shift), result);
            return result;
        }

        // Other predictors keep places of theirs.
        double[][] Columns(double shift) => problem.Model.Bind(Predictors.FromColumns(
        [
            .. problem.Predictors.Names.Select((name, c) => (name, c == predictor
                ? [.. x.Select(value => value + shift)]
                : Enumerable.Range(0, m).Select(i => problem.Predictors.Columns[c][i % problem.PointCount]).ToArray())),
        ]));
    }

    /// <summary>The parameters that take part in the combination of columns that gives a column.</summary>
    private static int[] Mixed(double[][] columns, double[] target)
    {
        double[] sizes = Array.ConvertAll(columns, column => Norms.Of(column));
        Matrix<double> scaled = Matrix<double>.Build.DenseOfColumnArrays(
            columns.Select((column, k) => Array.ConvertAll(column, value => sizes[k] == 0 ? 0 : value / sizes[k])));
        Vector<double> shares = scaled.Svd().Solve(Vector<double>.Build.Dense(target));
        double least = Same * shares.AbsoluteMaximum();
        return [.. Enumerable.Range(0, columns.Length).Where(k => Math.Abs(shares[k]) > least)];
    }
}
