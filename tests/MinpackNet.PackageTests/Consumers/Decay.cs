using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] fitted = Decay.Fit([0, 1, 2, 3, 4, 5], [5.1, 3.0, 1.9, 1.2, 0.7, 0.4]);
Console.WriteLine($"{fitted[0]:F6} {fitted[1]:F6}");
