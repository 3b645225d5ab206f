open System
open MinpackNet
open MinpackNet.Fitting

Globalization.CultureInfo.CurrentCulture <- Globalization.CultureInfo.InvariantCulture
let t = [| 0.0; 1.0; 2.0; 3.0; 4.0; 5.0 |]
let y = [| 5.1; 3.0; 1.9; 1.2; 0.7; 0.4 |]
let print (door: string) (p: Collections.Generic.IReadOnlyList<float>) =
    printfn "%s %.6f %.6f" door p[0] p[1]

print "scalars" (Optimize.CurveFit((fun t a b -> a * exp (-b * t)), t, y)).Popt
print "start" (Optimize.CurveFit((fun t a b -> a * exp (-b * t)), t, y, p0 = [| 4.0; 0.4 |])).Popt
print "sigma" (Optimize.CurveFit((fun t a b -> a * exp (-b * t)), t, y, sigma = 0.1, absoluteSigma = true)).Perr
let sigma = [| 0.1; 0.1; 0.1; 0.1; 0.1; infinity |]
print "sigmas" (Optimize.CurveFit((fun t a b -> a * exp (-b * t)), t, y, sigma = sigma)).Popt
print "vector" (Optimize.CurveFit((fun (t: float) (p: float[]) -> p[0] * exp (-p[1] * t)), t, y, [| 4.0; 0.4 |])).Popt
print "list" (Optimize.CurveFit((fun t a b -> a * t + b), [ 1; 2; 4 ] |> List.map float, [ 3; 5; 9 ])).Popt
print "bounds" (Optimize.CurveFit((fun t a b -> a * exp (-b * t)), t, y, bounds = Bounds(0.0, [| 9.0; 0.4 |]))).Popt

let residuals (p: float[]) = Array.map2 (fun ti yi -> p[0] * exp (-p[1] * ti) - yi) t y
print "leastsq" (Optimize.Leastsq(residuals, [| 4.0; 0.4 |])).X
let circle (p: float[]) = [| p[0] + p[1] * p[1] - 4.0; exp p[0] + p[0] * p[1] - 3.0 |]
print "fsolve" (Optimize.Fsolve(circle, [| 1.0; 1.0 |])).X

let fill (p: ReadOnlySpan<float>) (r: Span<float>) =
    for i in 0 .. r.Length - 1 do
        r[i] <- p[0] * exp (-p[1] * t[i]) - y[i]

print "solve" (LeastSquares.Solve([| 4.0; 0.4 |], y.Length, ResidualFunction(fun p r -> fill p r))).Parameters
let start = StartValues.Create(ReadOnlySpan [| StartValue("a", 4.0); StartValue("b", 0.4) |])
print "formula" (CurveFit.Fit(Formula.Parse "a*exp(-b*x)", t, y, start)).Estimates
print "function" (CurveFit.Fit(CurveFunction(fun p x -> p[0] * exp (-p[1] * x)), t, y, [| 4.0; 0.4 |])).Estimates
