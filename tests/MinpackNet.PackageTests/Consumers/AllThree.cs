using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MinpackNet;
using MinpackNet.Fitting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] t = [0, 1, 2, 3, 4, 5];
double[] y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];

var (popt, _) = Optimize.CurveFit((t, a, b) => a * Math.Exp(-b * t), t, y);
Console.WriteLine($"library {popt[0]:F6} {popt[1]:F6}");

FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), t, y, [("a", 4), ("b", 0.4)]);
Console.WriteLine($"fitting {fit.Estimates[0]:F6} {fit.Estimates[1]:F6}");

File.WriteAllLines("decay.csv", ["t,y", .. t.Zip(y, (ti, yi) => $"{ti},{yi}")]);
string[] command = ["fit", "decay.csv", "--model", "a*exp(-b*t)", "--start", "a=4,b=0.4", "--json"];
using Process minpack = Process.Start(new ProcessStartInfo(args[0], command) { RedirectStandardOutput = true })!;
using JsonDocument document = JsonDocument.Parse(minpack.StandardOutput.ReadToEnd());
minpack.WaitForExit();
JsonElement parameters = document.RootElement.GetProperty("parameters");
double[] values = [.. parameters.EnumerateArray().Select(parameter => parameter.GetProperty("value").GetDouble())];
Console.WriteLine($"command {values[0]:F6} {values[1]:F6}, exit code {minpack.ExitCode}");
