using System.Text.Json.Nodes;

namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Recorded fits of lmfit: bounds, fixed and tied parameters, weights, models, derived quantities, profiles.
/// </summary>
public sealed class LmfitTests
{
    private static readonly JsonArray Fits = Read();

    private static readonly (string Sigmas, double Probability)[] Levels =
        [("1", 0.6826894921370859), ("2", 0.9544997361036416), ("3", 0.9973002039367398)];

    public static TheoryData<string> Ids => [.. Fits.Select(fit => (string)fit!["id"]!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_and_errors_are_those_of_lmfit(string id)
    {
        JsonNode recorded = Recorded(id);
        FitResult fit = Fit(recorded, isAbsolute: recorded["sigma"] is not null);
        foreach (string name in Names(recorded["values"]!).Where(name => fit.Parameters.Any(p => p.Name == name)))
        {
            // lmfit's tolerance is SciPy's, and its derivatives are forward differences, between bounds those of
            // transformed parameters.
            AssertClose((double)recorded["values"]![name]!, fit[name].Value, 1e-6);
            AssertClose(
                (double)recorded["errors"]![name]!,
                fit[name].StandardError,
                recorded["bounds"]![name] is null ? 1e-4 : 1e-3);
        }

        foreach (string name in Names(recorded["derived"]!))
        {
            JsonNode expected = recorded["derived"]![name]!;
            DerivedQuantity derived = fit.Derive((string)expected["formula"]!, name);
            AssertClose((double)expected["value"]!, derived.Value, 1e-6);
            if ((double?)expected["error"] is { } error)
            {
                AssertClose(error, derived.StandardError, 1e-4);
            }
        }
    }

    /// <summary>Its F test is that of relative weights, also where the errors are absolute.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Profiles_are_those_of_its_F_test(string id)
    {
        JsonNode recorded = Recorded(id);
        string[] names = Names(recorded["intervals"]!);
        FitResult fit = Fit(recorded, isAbsolute: false);
        foreach ((string sigmas, double level) in names.Length == 0 ? [] : Levels)
        {
            IReadOnlyList<Interval> intervals = fit.ProfileIntervals(level);
            foreach (string name in names)
            {
                Interval interval = intervals[Array.FindIndex([.. fit.Parameters], p => p.Name == name)];
                double[] expected = [.. recorded["intervals"]![name]![sigmas]!.AsArray().Select(end => (double)end!)];
                AssertClose(expected[0], interval.Lower, 1e-6);
                AssertClose(expected[1], interval.Upper, 1e-6);
            }
        }
    }

    /// <summary>Free models need no start values to get there.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_is_found_without_start_values(string id)
    {
        JsonNode recorded = Recorded(id);
        if (recorded["fixed"]!.AsArray().Count > 0)
        {
            return;
        }

        FitResult given = Fit(recorded, isAbsolute: false);
        FitResult found = CurveFit.Fit(
            Model(recorded), Doubles(recorded["x"]!), Doubles(recorded["y"]!), Options(recorded));
        Assert.InRange(found.ChiSquared, 0, given.ChiSquared * (1 + 1e-7));
    }

    private static FitResult Fit(JsonNode recorded, bool isAbsolute)
    {
        Formula model = Model(recorded);
        return CurveFit.Fit(
            model,
            Doubles(recorded["x"]!),
            Doubles(recorded["y"]!),
            [.. model.ParameterNames.Select(name => new StartValue(name, (double)recorded["start"]![name]!))],
            Options(recorded) with { AbsoluteSigma = isAbsolute });
    }

    private static Formula Model(JsonNode recorded) => Formula.Parse((string)recorded["formula"]!)
        .Tie([.. Names(recorded["ties"]!).Select(name => new NamedQuantity(name, (string)recorded["ties"]![name]!))]);

    private static FitOptions Options(JsonNode recorded) => new()
    {
        Sigma = recorded["sigma"] is { } sigma ? Doubles(sigma) : null,
        Fixed = [.. recorded["fixed"]!.AsArray().Select(name => (string)name!)],
        Bounds =
        [
            .. Names(recorded["bounds"]!).Where(name => recorded["ties"]![name] is null).Select(name =>
                new ParameterBound(
                    name,
                    (double?)recorded["bounds"]![name]![0] ?? double.NegativeInfinity,
                    (double?)recorded["bounds"]![name]![1] ?? double.PositiveInfinity)),
        ],
        Solver = new() { FunctionTolerance = 1e-14, StepTolerance = 1e-14 },
    };

    private static JsonNode Recorded(string id) => Fits.Single(fit => (string)fit!["id"]! == id)!;

    private static string[] Names(JsonNode node) => [.. node.AsObject().Select(member => member.Key)];

    private static double[] Doubles(JsonNode array) => [.. array.AsArray().Select(value => (double)value!)];

    private static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.Equal(expected, actual, tolerance * Math.Abs(expected));

    private static JsonArray Read()
    {
        using Stream stream = typeof(LmfitTests).Assembly.GetManifestResourceStream("lmfit.json")!;
        return JsonNode.Parse(stream)!["fits"]!.AsArray();
    }
}
