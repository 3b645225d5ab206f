namespace MinpackNet.Fitting.Tests;

/// <summary>What the places of the data cannot tell is reported as their fault.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void An_offset_is_no_frequency()
    {
        double[] x = [.. Enumerable.Range(0, 23).Select(i => -5 + (i / 2.2))];
        for (int seed = 1; seed <= 10; seed++)
        {
            double[] y = [.. x.Select((at, i) =>
                (80 * Math.Sin((2.1 * at) + seed)) - 0.17 + (3 * Math.Sin(i * i * seed)))];
            FitResult fit = CurveFit.Fit(
                Formula.Parse("a*sin(w*x + p) + c"), x, y, [("a", 80), ("w", 2), ("p", seed), ("c", 0)]);
            Assert.True(fit.Succeeded);
            Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.AliasedFrequency);
        }
    }

    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };

    [Theory]
    [InlineData("a*x + b", new double[] { 2, 2, 2, 2, 2, 2 }, 1)]
    [InlineData("a*exp(-b*x)", new double[] { 2, 2, 2, 2, 2, 2 }, 1)]
    [InlineData("a + b*x + c*x^2", new double[] { 1, 1, 2, 2, 1, 2 }, 2)]
    [InlineData("a*exp(-b*x) + c", new double[] { 1, 1, 2, 2, 1, 2 }, 2)]
    [InlineData("a/(1 + exp(-b*(x - c))) + d", new double[] { 1, 2, 3, 1, 2, 3 }, 3)]
    public void Fewer_places_than_parameters_are_the_first_cause(string model, double[] x, int places)
    {
        double[] y = [.. x.Select((at, i) => at + (0.1 * (i % 2)))];
        Formula formula = Formula.Parse(model);
        double[] start = [.. formula.ParameterNames.Select(_ => 1.0)];
        foreach (FitStrategy strategy in Enum.GetValues<FitStrategy>())
        {
            FitResult fit = CurveFit.Fit(formula, x, y, start, new() { Strategy = strategy });
            Diagnosis first = fit.Diagnoses[0];
            Assert.Equal(DiagnosisKind.TooFewPlaces, first.Kind);
            Assert.StartsWith(
                $"x takes only {places} different value", first.Message, StringComparison.Ordinal);
            Assert.Equal(places, first.Evidence["values"]);
            Assert.False(fit.Succeeded);
        }
    }

    [Fact]
    public void Of_several_predictors_the_one_that_does_not_vary_is_named()
    {
        double[] t = [1, 2, 3, 4, 5, 6];
        double[] y = [2.1, 3.9, 6.2, 7.8, 10.1, 12];
        Predictors x = Predictors.FromColumns(("t", t), ("u", [3, 3, 3, 3, 3, 3]));
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*t + c*u", ["t", "u"]), x, y, [1, 1, 1]);
        Assert.Equal(DiagnosisKind.TooFewPlaces, fit.Diagnoses[0].Kind);
        Assert.StartsWith("u takes only 1 different value", fit.Diagnoses[0].Message, StringComparison.Ordinal);

        x = Predictors.FromColumns(("t", t), ("u", [3, 4, 3, 4, 3, 4]));
        fit = CurveFit.Fit(Formula.Parse("a + b*t + c*u + d*u^2", ["t", "u"]), x, y, [1, 1, 1, 1]);
        Assert.StartsWith("u takes only 2 different values", fit.Diagnoses[0].Message, StringComparison.Ordinal);

        x = Predictors.FromColumns(("t", [1, 1, 1, 2, 2, 2]), ("u", [3, 3, 3, 4, 4, 4]));
        fit = CurveFit.Fit(Formula.Parse("a + b*t + c*u", ["t", "u"]), x, y, [1, 1, 1]);
        Assert.StartsWith(
            "t and u take only 2 different combinations", fit.Diagnoses[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_predictors_has_no_places()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*b"), new double[] { 1, 2, 3, 4 }, [1, 1.1, 1.2, 0.9], [1, 1]);
        Assert.Contains(fit.Diagnoses, item => item.Kind == DiagnosisKind.SingularJacobian);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.TooFewPlaces);
    }

    [Fact]
    public void A_redundant_parameter_is_no_fault_of_the_places()
    {
        double[] t = [1, 2, 3, 4, 5, 6];
        double[] y = [2.1, 3.9, 6.2, 7.8, 10.1, 12];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*b*x"), t, y, [1, 1]);
        Assert.Equal(DiagnosisKind.SingularJacobian, Assert.Single(fit.Diagnoses).Kind);
        Predictors x = Predictors.FromColumns(("t", t), ("u", [3, 4, 3, 4, 3, 4]));
        fit = CurveFit.Fit(Formula.Parse("a*b*t + c*u", ["t", "u"]), x, y, [1, 1, 1]);
        Assert.Equal(DiagnosisKind.SingularJacobian, fit.Diagnoses[0].Kind);

        // As many places as parameters determine all of them.
        fit = CurveFit.Fit(Formula.Parse("a + b*x"), new double[] { 1, 1, 2, 2 }, [1, 1.2, 2, 2.1], [1, 1]);
        Assert.Empty(fit.Diagnoses);
    }

    [Theory]
    [InlineData("A*sin(w*x + p)", 0, 22, 0)]
    [InlineData("A*sin(w*x + p)", 0.07, 22, 0)]
    [InlineData("A*sin(w*x + p)", 100.03, 28, 1)]
    [InlineData("A*cos(w*(x - p))", 0, 22, 0.2)]
    [InlineData("A*cos(w*(x - p))", 0.07, 28, 0.2)]
    [InlineData("A*sin(2*pi*w*x + p)", 0.1, 3.5, 0)]
    [InlineData("A*sin(2*pi*x/w + p)", 0.1, 0.284, 0)]
    [InlineData("A*sin(w*x + p) + c", 0.07, 22, 0)]
    [InlineData("A*exp(-0.1*x)*sin(w*x + p)", 0.1, 22, 0)]
    public void A_frequency_above_what_the_spacing_resolves_is_told_with_a_lower_one(
        string model, double first, double frequency, double phase)
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => first + (0.25 * i))];
        Formula formula = Formula.Parse(model);
        double[] truth = [2, frequency, phase, 0.3];
        double[] parameters = truth[..formula.ParameterNames.Count];
        double[] y = [.. x.Select((at, i) => formula.Evaluate(parameters, at) + (0.01 * Math.Cos(37 * i * i)))];
        FitResult fit = CurveFit.Fit(formula, x, y, parameters);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.AliasedFrequency);
        Assert.Equal(["w"], diagnosis.Parameters);
        Assert.True(fit.Succeeded);
        double lower = diagnosis.Evidence["alias"];
        bool isPeriod = model.Contains("/w", StringComparison.Ordinal);
        Assert.True(isPeriod ? Math.Abs(lower) >= 0.5 : Math.Abs(lower) < frequency / 2);

        // With the lower one fixed, the model describes the data as well.
        FitResult other = CurveFit.Fit(
            formula, x, y, [fit.Estimates[0], lower, .. fit.Estimates.Skip(2)], Search with { Fixed = ["w"] });
        Assert.Equal(1, other.ChiSquared / fit.ChiSquared, 1e-6);
    }

    [Fact]
    public void A_certified_search_tells_the_lower_frequency_and_keeps_the_one_closest_to_the_start()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => 0.25 * i)];
        double[] y = [.. x.Select((at, i) => (2 * Math.Sin((3 * at) + 0.7)) + (0.01 * Math.Cos(37 * i * i)))];
        CurveFunction model = (p, at) => p[0] * Math.Sin((p[1] * at) + p[2]);
        FitResult high = CurveFit.Fit(model, x, y, [1, 20, 0], Search);
        Assert.True(high.IsCertified);
        Assert.Equal((8 * Math.PI) - 3, high.Estimates[1], 1e-2);
        Assert.Equal(DiagnosisKind.AliasedFrequency, Assert.Single(high.Diagnoses).Kind);
        Assert.Equal(3, high.Diagnoses[0].Evidence["alias"], 1e-2);
        FitResult low = CurveFit.Fit(model, x, y, [1, 2, 0], Search);
        Assert.True(low.IsCertified);
        Assert.Equal(3, Math.Abs(low.Estimates[1]), 1e-2);
        Assert.Empty(low.Diagnoses);
    }

    /// <summary>Files have places with some digits only.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_frequency_on_rounded_places_is_told_from_a_lower_one(int digits)
    {
        double[] x = [.. Enumerable.Range(0, 59).Select(i => Math.Round(i / 5.8, digits))];
        double[] y = [.. x.Select((at, i) => (3 * Math.Cos((6 * at) + 0.5)) + 1 + (0.05 * Math.Sin(37 * i * i)))];
        double high = (2 * Math.PI * 5.8) - 6;
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*cos(w*x+p)+c"), x, y, [("a", 3), ("w", high), ("p", -0.5), ("c", 1)], Search);
        Assert.Equal(high, fit["w"].Value, 0.01);
        Diagnosis told = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.AliasedFrequency);
        Assert.Equal(6, told.Evidence["alias"], 0.01);
    }

    [Fact]
    public void What_the_places_do_tell_apart_is_no_alias()
    {
        double[] grid = [.. Enumerable.Range(0, 40).Select(i => 0.25 * i)];
        double[] uneven = [.. grid.Select((x, i) => x + (0.1 * Math.Cos(5 * i)))];
        Formula sine = Formula.Parse("A*sin(w*x + p)");
        Assert.Empty(CurveFit.Fit(sine, uneven, Sine(uneven, 22), [2, 22, 0]).Diagnoses);
        Assert.Empty(CurveFit.Fit(sine, grid, Sine(grid, 12), [2, 12, 0]).Diagnoses);

        // A phase beyond one turn and an amplitude beyond the highest frequency are none either.
        Assert.Empty(CurveFit.Fit(sine, grid, Sine(grid, 3), [2, 3, 40 * Math.PI]).Diagnoses);
        double[] large = Array.ConvertAll(Sine(grid, 3), y => 500 * y);
        Assert.Empty(CurveFit.Fit(sine, grid, large, [1000, 3, 0]).Diagnoses);

        static double[] Sine(double[] x, double frequency) =>
            [.. x.Select((at, i) => (2 * Math.Sin(frequency * at)) + (0.01 * Math.Cos(37 * i * i)))];
    }
}
