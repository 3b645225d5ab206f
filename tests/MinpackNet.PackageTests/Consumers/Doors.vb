Imports System.Globalization
Imports MinpackNet
Imports MinpackNet.Fitting

Module Program
    Sub Main()
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture
        Dim t = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0}
        Dim y = {5.1, 3.0, 1.9, 1.2, 0.7, 0.4}

        Print("scalars", Optimize.CurveFit(Function(x, a, b) a * Math.Exp(-b * x), t, y).Popt)
        Print("start", Optimize.CurveFit(Function(x, a, b) a * Math.Exp(-b * x), t, y, p0:={4.0, 0.4}).Popt)
        Print("sigma", Optimize.CurveFit(
            Function(x, a, b) a * Math.Exp(-b * x), t, y, sigma:=0.1, absoluteSigma:=True).Perr)
        Dim sigma = {0.1, 0.1, 0.1, 0.1, 0.1, Double.PositiveInfinity}
        Print("sigmas", Optimize.CurveFit(Function(x, a, b) a * Math.Exp(-b * x), t, y, sigma:=sigma).Popt)
        Print("vector", Optimize.CurveFit(
            Function(x As Double, p As Double()) p(0) * Math.Exp(-p(1) * x), t, y, {4.0, 0.4}).Popt)
        Print("list", Optimize.CurveFit(
            Function(x, a, b) a * x + b, New List(Of Double) From {1, 2, 4}, New List(Of Integer) From {3, 5, 9}).Popt)
        Print("bounds", Optimize.CurveFit(
            Function(x, a, b) a * Math.Exp(-b * x), t, y, bounds:=New Bounds(0.0, {9.0, 0.4})).Popt)

        Print("leastsq", Optimize.Leastsq(
            Function(p) t.Zip(y, Function(ti, yi) p(0) * Math.Exp(-p(1) * ti) - yi).ToArray(), {4.0, 0.4}).X)
        Print("fsolve", Optimize.Fsolve(
            Function(p) {p(0) + p(1) * p(1) - 4, Math.Exp(p(0)) + p(0) * p(1) - 3}, {1.0, 1.0}).X)

        Dim start = StartValues.Create({New StartValue("a", 4), New StartValue("b", 0.4)})
        Print("formula", CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), t, y, start).Estimates)
    End Sub

    Sub Print(door As String, p As IReadOnlyList(Of Double))
        Console.WriteLine($"{door} {p(0):F6} {p(1):F6}")
    End Sub
End Module
