#:project ../../src/MinpackNet.Fitting
// Fits the sets of a table and prints set, band and limit in each line; see compare.py.
using System.Globalization;
using MinpackNet.Fitting;

string table = args[0];
foreach (string line in File.ReadLines(table))
{
    string[] set = line.Split('\t');
    (string name, string[] names, string weights) = (set[0], set[2].Split(','), set[5]);
    (string Name, double Value)[] start =
        [.. set[3].Split(',').Select(item => item.Split('=')).Select(item => (item[0], Number(item[1])))];
    FormulaNames declared = new() { Predictors = names, Parameters = [.. start.Select(value => value.Name)] };
    Formula model = Formula.Parse(set[1], declared);
    FitOptions options = new()
    {
        Fixed = set[4].Split(',', StringSplitOptions.RemoveEmptyEntries),
        Sigma = weights == "none" ? null : Columns(name, ["sigma"])[0],
        AbsoluteSigma = weights == "absolute",
        Solver = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 },
    };
    FitResult fit = CurveFit.Fit(
        model, Named(names, Columns(name, names)), Columns(name, ["y"])[0], [.. start], options);
    Predictors points = Named(names, Columns($"{name}.points", names));
    Print(name, "confidence band", fit.ConfidenceBand(points));
    Print(name, "prediction band", fit.PredictionBand(points, observationSigma: Number(set[6])));
}

Predictors Named(string[] names, double[][] columns) => Predictors.FromColumns([.. names.Zip(columns)]);

// The columns of a file, in its rows without a missing value.
double[][] Columns(string file, string[] names)
{
    string[][] lines =
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(table)!, $"{file}.csv")).Select(line => line.Split(','))];
    string[][] rows = [.. lines.Skip(1).Where(row => !row.Contains("NA"))];
    return [.. names.Select(name => Array.IndexOf(lines[0], name))
        .Select(column => (double[])[.. rows.Select(row => Number(row[column]))])];
}

double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

void Print(string set, string what, Band band)
{
    foreach ((double lower, double upper) in band.Lower.Zip(band.Upper))
    {
        Console.WriteLine(FormattableString.Invariant($"{set}\t{what}\t{lower:R}"));
        Console.WriteLine(FormattableString.Invariant($"{set}\t{what}\t{upper:R}"));
    }
}
