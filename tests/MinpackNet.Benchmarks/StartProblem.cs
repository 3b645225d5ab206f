using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MinpackNet.Fitting;
using MinpackNet.Fitting.Tests;
using MinpackNet.Nist;

namespace MinpackNet.Benchmarks;

/// <summary>Data to fit without start values, and parameters that are right.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Model">The formula.</param>
/// <param name="X">The predictors.</param>
/// <param name="Y">The observations.</param>
/// <param name="Truth">The parameters from which a plain fit ends in the lowest minimum.</param>
internal sealed record StartProblem(string Name, Formula Model, Predictors X, double[] Y, double[] Truth)
{
    /// <summary>Models of textbooks; a noise below zero is a share of each value, others of the range of all.</summary>
    private const string Textbook =
        """
        4PL; d+(a-d)/(1+(x/c)^b); a=0.1 b=1.3 c=12 d=2.4; decades -1 3 12 2; 0.02
        5PL; d+(a-d)/(1+(x/c)^b)^g; a=0.1 b=2.1 c=40 d=3 g=0.5; decades -1 4 16 3; 0.01
        Hill, zero dose; e0+em*x^h/(k^h+x^h); e0=3 em=90 h=1.7 k=22; list 0 1 2 5 10 20 50 100 200 500; 0.02
        Hill, log dose; b+(t-b)/(1+10^((l-x)*h)); b=5 t=98 l=-6.8 h=1.1; even -10 -4 25; 0.02
        Weibull growth; a*(1-exp(-(x/s)^k)); a=70 s=34 k=1.8; even 1 100 40; 0.02
        Arrhenius; A*exp(-E/(8.314*x)); A=2e9 E=52000; even 280 380 21; -0.03
        Langmuir; q*K*x/(1+K*x); q=3.2 K=0.04; even 2 200 20; 0.02
        Freundlich; K*x^(1/n); K=1.8 n=2.7; even 1 300 20; 0.02
        Michaelis-Menten; v*x/(K+x); v=42 K=3.1; list 0.5 1 2 4 8 16 32; 0.03
        decay, fast; a*exp(-k*x)+c; a=8 k=5 c=2; even 0 20 200; 0.02
        decay, slow; a*exp(-k*x)+c; a=30 k=0.004 c=5; even 0 100 60; 0.005
        decay, time constant; a*exp(-x/t)+c; a=3 t=2.2e-6 c=0.4; even 0 2e-5 80; 0.02
        two decays; a*exp(-b*x)+c*exp(-d*x); a=6 b=1.7 c=3 d=0.22; even 0 12 80; 0.005
        stretched decay; a*exp(-(x/t)^b); a=5 t=14 b=0.6; even 0 100 80; 0.01
        Gaussian; a*exp(-(x-m)^2/(2*s^2)); a=12 m=537 s=4.5; even 500 600 101; 0.03
        Lorentzian; a/(1+((x-m)/g)^2); a=7 m=2.31 g=0.03; even 2 3 150; 0.03
        Gaussian on a line; a*exp(-(x-m)^2/(2*s^2))+b+c*x; a=40 m=713 s=2.5 b=10 c=0.08; even 0 1000 500; 0.01
        Lorentzian on a line; a*g^2/((x-m)^2+g^2)+b+c*x; a=25 g=1.5 m=186 b=60 c=-0.05; even 0 1000 500; 0.02
        two Gaussians; a*exp(-((x-m)/s)^2/2)+b*exp(-((x-k)/t)^2/2); a=10 m=46 s=5 b=6 k=58 t=6; even 0 100 150; 0.01
        logistic, years; K/(1+exp(-r*(x-t))); K=11.5 r=0.031 t=1998; even 1900 2020 25; 0.01
        logistic, intercept; K/(1+exp(b-r*x)); K=320 b=98.1 r=0.05; even 1900 2020 25; 0.01
        Gompertz; a*exp(-b*exp(-c*x)); a=90 b=6 c=0.12; even 0 60 31; 0.01
        damped sine; a*exp(-b*x)*sin(w*x+p); a=4 b=0.15 w=9.1 p=0.7; even 0 15 250; 0.03
        50 Hz at 1 kHz; a*sin(2*pi*f*x+p)+c; a=325 f=50.02 p=1.1 c=4; even 0 0.399 400; 0.03
        power law; a*x^b; a=0.35 b=2.4; even 1 90 30; -0.03
        power law, offset; a*x^b+c; a=2.5 b=0.4 c=-3; even 1 400 50; 0.01
        diode; i*(exp(x/(n*0.02585))-1); i=3e-12 n=1.4; even 0.05 0.75 36; -0.03
        Planck; a/(x^5*(exp(b/x)-1)); a=9000 b=2.4807; even 0.2 2.5 60; 0.01
        Antoine, log; A-B/(C+x); A=8.07 B=1730 C=233; even 5 100 20; 0.001
        Antoine, pressure; 10^(A-B/(C+x)); A=8.07 B=1730 C=233; even 5 100 20; -0.01
        rational; (a+b*x)/(1+c*x+d*x^2); a=2 b=1.3 c=-0.35 d=0.05; even 0 20 60; 0.01
        bent line; a+b*x+c*abs(x-d); a=3 b=0.5 c=1.4 d=37; even 0 100 60; 0.02
        Bateman; a*k/(k-e)*(exp(-e*x)-exp(-k*x)); a=9 k=1.4 e=0.18; even 0.2 24 30; 0.02
        tanh step; a+b*tanh((x-c)/d); a=1 b=2 c=0.61 d=0.04; even 0 1 80; 0.02
        """;

    private const string HardModels =
        """
        three Gaussians on a line; a*exp(-((x-b)/c)^2)+d*exp(-((x-e)/f)^2)+g*exp(-((x-h)/k)^2)+p+q*x; \
        a=9 b=22 c=4 d=6 e=51 f=6 g=12 h=74 k=3 p=2 q=0.05; even 0 100 200; 0.01
        four Lorentzians; a/(1+((x-b)/c)^2)+d/(1+((x-e)/f)^2)+g/(1+((x-h)/k)^2)+p/(1+((x-q)/r)^2); \
        a=9 b=22 c=2 d=6 e=41 f=3 g=12 h=64 k=2 p=5 q=80 r=2.5; even 0 100 300; 0.005
        two sines; a*sin(b*x+c)+d*sin(e*x+f)+g; a=3 b=2.1 c=0.4 d=2 e=5.3 f=2.2 g=1; even 0 40 300; 0.03
        two damped sines; a*exp(-b*x)*sin(c*x+d)+e*exp(-f*x)*sin(g*x+h); \
        a=5 b=0.1 c=3.1 d=0.5 e=4 f=0.25 g=7.7 h=1.9; even 0 20 400; 0.02
        three decays; a*exp(-b*x)+c*exp(-d*x)+e*exp(-f*x); a=5 b=3 c=4 d=0.6 e=3 f=0.08; even 0 30 200; 0.001
        two steps; a+b/(1+exp(-(x-c)/d))+e/(1+exp(-(x-f)/g)); a=1 b=4 c=30 d=2 e=7 f=70 g=4; even 0 100 80; 0.01
        burst; a*exp(-((x-b)/c)^2)*cos(w*(x-b))+d; a=5 b=44 c=7 w=2.2 d=1; even 0 100 400; 0.03
        Richards, years; K/(1+exp(-r*(x-t)))^(1/v); K=90 r=0.08 t=1955 v=0.6; even 1900 2020 41; 0.01
        """;

    private const int Sines = 65;

    /// <summary>Each model of textbooks with its noise, a third of it and three times as much.</summary>
    public static IEnumerable<StartProblem> OfTextbooks() =>
        new[] { 1, 1.0 / 3, 3 }.SelectMany((factor, k) => Made(Textbook, k + 1, factor));

    /// <summary>Models with many minima.</summary>
    public static IEnumerable<StartProblem> Hard() => Made(HardModels, 1, 1);

    /// <summary>NIST's sets whose formulas hold in any unit, twice each, in units 10^-9 to 10^9 as large.</summary>
    public static IEnumerable<StartProblem> InOtherUnits()
    {
        Xoshiro256StarStar random = new(5, threadSafe: false);
        foreach (NistProblem problem in NistProblems.All)
        {
            NistData set = NistData.Of(problem.Name);
            for (int k = 0; k < 2 && set.Name is not ("ENSO" or "Roszman1" or "Nelson"); k++)
            {
                double x = Math.Pow(10, (18 * random.NextDouble()) - 9);
                double y = Math.Pow(10, (18 * random.NextDouble()) - 9);
                Formula model = Formula.Parse(set.Formula);
                IEnumerable<StartValue> solution = set.ParameterNames.Zip(
                    set.Solution.Parameters, (name, value) => new StartValue(name, value));
                FitResult known = CurveFit.Fit(model, set.X, set.Y, [.. solution]);
                double[] predictor = Array.ConvertAll([.. set.X], value => value * x);
                double[] observations = Array.ConvertAll(set.Y, value => value * y);
                yield return new($"{set.Name}, x {x:E1}, y {y:E1}", model, predictor, observations, [])
                {
                    LeastSum = known.ChiSquared * y * y,
                };
            }
        }
    }

    /// <summary>Two families of sines.</summary>
    public static IEnumerable<StartProblem> OfSines()
    {
        Formula plain = Formula.Parse("sin(a*x)");
        double[] places = Even(0, 100, 300);
        foreach (double a in Even(0.2, 3.4, Sines))
        {
            yield return new($"sin({a:F3} x)", plain, places, [.. places.Select(x => Math.Sin(a * x))], [a]);
        }

        Formula full = Formula.Parse("A*sin(2*pi*f*x+p)+c");
        double[] times = Even(0, 199.0 / 200, 200);
        for (int k = 0; k < Sines; k++)
        {
            Xoshiro256StarStar random = new(7919 + k, threadSafe: false);
            double size = 1 + (9 * random.NextDouble());
            double[] truth =
                [size, 0.5 + (98.5 * random.NextDouble()), 6.28 * random.NextDouble(), Normal.Sample(random, 0, 3)];
            double[] y = [.. times.Select(x => full.Evaluate(truth, x) + Normal.Sample(random, 0, 0.1 * size))];
            yield return new($"sine {k}", full, times, y, truth);
        }
    }

    /// <summary>The lowest sum of squares that is known.</summary>
    public double LeastSum { get; private init; } = Truth is []
        ? double.NaN
        : CurveFit.Fit(Model, X, Y, [.. Model.ParameterNames.Zip(Truth, (n, v) => new StartValue(n, v))]).ChiSquared;

    private static IEnumerable<StartProblem> Made(string table, int seed, double factor)
    {
        int number = 0;
        string[] rows = table.Replace("\\\n", "", StringComparison.Ordinal).Split('\n');
        foreach (string[] row in rows.Select(line => line.Split("; ")))
        {
            Xoshiro256StarStar random = new((1000 * seed) + number++, threadSafe: false);
            Formula model = Formula.Parse(row[1]);
            Dictionary<string, double> values = row[2].Split(' ').Select(text => text.Split('='))
                .ToDictionary(pair => pair[0], pair => Number(pair[1]));
            double[] truth = [.. model.ParameterNames.Select(name => values[name])];
            double[] x = Places(row[3].Split(' '));
            double[] curve = [.. x.Select(place => model.Evaluate(truth, place))];
            double noise = Number(row[4]) * factor;
            double range = curve.Max() - curve.Min();
            double[] y = [.. curve.Select(value =>
                value + Normal.Sample(random, 0, noise > 0 ? noise * range : -noise * Math.Abs(value)))];
            yield return new($"{row[0]}, noise {Math.Abs(noise):G2}", model, x, y, truth);
        }
    }

    private static double[] Places(string[] words) => words switch
    {
        ["even", ..] => Even(Number(words[1]), Number(words[2]), (int)Number(words[3])),
        ["decades", ..] => [.. Even(Number(words[1]), Number(words[2]), (int)Number(words[3]))
            .SelectMany(power => Enumerable.Repeat(Math.Pow(10, power), (int)Number(words[4])))],
        _ => [.. words[1..].Select(Number), .. words[1..].Select(Number)],
    };

    private static double[] Even(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(k => from + ((to - from) * k / (count - 1)))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
