namespace MinpackNet.Fitting.Tests;

/// <summary>Several data sets with parameters in common, against one fit of all points written by hand.</summary>
public sealed class GlobalFitTests
{
    private const int Sets = 10;
    private static readonly Formula Decay = Formula.Parse("a*exp(-k*x) + c");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_sets_with_two_shared_parameters_are_one_fit_of_all_points(bool hasSigma)
    {
        FitDataSet[] sets = Data(hasSigma, 40);
        GlobalFit fit = CurveFit.FitGlobal(Decay, sets, ["k", "c"], [("a", 1), ("k", 1), ("c", 0)]);
        double[] start = [1, 0, .. Enumerable.Repeat(1.0, Sets)];
        FitResult stacked = CurveFit.Fit(
            ByHand(),
            Predictors.FromColumns(
                ("x", [.. sets.SelectMany(set => set.X.Columns[0])]),
                ("set", [.. sets.SelectMany((set, k) => Enumerable.Repeat((double)k, set.Y.Count))])),
            [.. sets.SelectMany(set => set.Y)],
            start,
            new() { Sigma = hasSigma ? [.. sets.SelectMany(set => set.Sigma!)] : null });

        AssertClose(stacked.Estimates, fit.Fit.Estimates);
        AssertClose(stacked.StandardErrors, fit.Fit.StandardErrors);
        AssertClose(stacked.ChiSquared, fit.Fit.ChiSquared);
        Assert.Equal(stacked.DegreesOfFreedom, fit.Fit.DegreesOfFreedom);
        Assert.Equal(stacked.Evaluations, fit.Fit.Evaluations);
        Assert.Equal(stacked.Status, fit.Fit.Status);
        AssertClose(stacked.ConfidenceIntervals()[0].Upper, fit.Fit.ConfidenceIntervals()[0].Upper);
        AssertClose(fit.Fit.ChiSquared, fit.Sets.Sum(set => set.ChiSquared));
        for (int k = 0; k < Sets; k++)
        {
            Assert.Equal(fit.Fit["k"], fit.Sets[k]["k"]);
            Assert.Equal(fit.Fit[$"a_{k + 1}"].Value, fit.Sets[k]["a"].Value);
            AssertClose([.. stacked.Residuals.Skip(k * 40).Take(40)], fit.Sets[k].Residuals);
        }
    }

    [Fact]
    public void Profiles_and_bounds_are_those_of_one_fit_of_all_points()
    {
        FitDataSet[] sets = Data(hasSigma: false, 30);
        FitOptions options = new() { Bounds = [("a", 1.5, 4)], Fixed = ["c"] };
        GlobalFit fit = CurveFit.FitGlobal(Decay, sets, ["k", "c"], [("a", 2), ("k", 1), ("c", 0.3)], options);
        FitResult all = fit.Fit;
        Assert.True(all.Succeeded);
        // The amplitudes are 2, 2.5, 3 and so on.
        Assert.Equal(BoundState.AtUpper, all["a_10"].Bound);
        Assert.Equal(BoundState.Free, all["a_1"].Bound);
        Assert.True(all["c"].IsFixed);
        Interval profile = all.ProfileIntervals()[0];
        Assert.InRange(all["k"].Value, profile.Lower, profile.Upper);
    }

    [Fact]
    public void Without_a_start_they_end_where_a_start_leads()
    {
        FitDataSet[] sets = Data(hasSigma: false, 40);
        GlobalFit alone = CurveFit.FitGlobal(Decay, sets, ["k", "c"]);
        GlobalFit given = CurveFit.FitGlobal(Decay, sets, ["k", "c"], [("a", 1), ("k", 1), ("c", 0)]);
        Assert.True(alone.Fit.Succeeded);
        Assert.Equal(given.Fit.Estimates[0], alone.Fit.Estimates[0], 1e-7);
    }

    [Theory]
    [InlineData("a*sin(w*x + p) + b*sin(v*x + q)", "w,v", 1)]
    [InlineData("a*sin(w*x + p) + b*sin(v*x + q)", "w,v", 2)]
    [InlineData("a*exp(-((x - m)/s)^2) + c", "s", 3)]
    [InlineData("a*exp(-((x - m)/s)^2) + c", "m", 4)]
    public void Without_a_start_the_sum_is_searched_and_ends_no_higher_than_from_the_truth(
        string text, string shared, int seed)
    {
        Random random = new(seed);
        Formula model = Formula.Parse(text);
        string[] common = shared.Split(',');
        Dictionary<string, double> truth = new() { ["w"] = 4.5, ["v"] = 7.8, ["s"] = 0.6, ["m"] = 3.1 };
        (FitDataSet Set, StartValue[] Truth)[] made = [.. Enumerable.Range(0, 5).Select(k =>
        {
            double[] x = [.. Enumerable.Range(0, 20).Select(_ => 10 * random.NextDouble()).Order()];
            StartValue[] own = [.. model.ParameterNames.Select(name => common.Contains(name)
                ? new StartValue(name, truth[name])
                : new StartValue($"{name}_{k + 1}", random.NextDouble() + (name == "m" ? 3 * k : 0.3)))];
            double[] values = [.. own.Select(value => value.Value)];
            double[] y = [.. x.Select(v => model.Evaluate(values, v) + (0.02 * (random.NextDouble() - 0.5)))];
            return (new FitDataSet(x, y), own);
        })];
        FitDataSet[] sets = [.. made.Select(one => one.Set)];
        FitResult found = CurveFit.FitGlobal(model, sets, common).Fit;
        StartValues start = StartValues.Create([.. made.SelectMany(one => one.Truth).DistinctBy(value => value.Name)]);
        FitResult expected = CurveFit.FitGlobal(model, sets, common, start).Fit;
        Assert.True(found.ChiSquared <= expected.ChiSquared * (1 + 1e-9), $"{found}");
        Assert.True(found.IsCertified || !found.Succeeded);
    }

    [Fact]
    public void Many_parameters_are_searched_only_if_asked_for()
    {
        Formula model = Formula.Parse("a*exp(-k*x)");
        double[] x = [0, 1, 2, 3, 4];
        FitDataSet[] sets = [.. Enumerable.Range(0, 17).Select(k => new FitDataSet(
            x, [.. x.Select((v, i) => model.Evaluate([1 + k, 0.1 + (0.05 * k)], v) + (0.01 * Math.Sin(9 * i * k)))]))];
        FitResult plain = CurveFit.FitGlobal(model, sets, []).Fit;
        Assert.True(plain.Succeeded);
        Assert.False(plain.IsCertified);
        Assert.Contains("34 parameters", plain.Message, StringComparison.Ordinal);
        FitResult searched =
            CurveFit.FitGlobal(model, sets, [], options: new() { Strategy = FitStrategy.Search }).Fit;
        Assert.Contains("attempts", searched.Message, StringComparison.Ordinal);
        Assert.Equal(searched.IsCertified, searched.Succeeded);
    }

    /// <summary>The places of an even grid look the same to aliases, of which rounding would choose one.</summary>
    [Theory]
    [InlineData(0.820531)]
    [InlineData(0.446803)]
    public void A_frequency_in_common_is_the_lowest_of_its_aliases(double frequency)
    {
        Random random = new(3);
        FitDataSet[] sets = [.. Enumerable.Range(0, 2).Select(k =>
        {
            double[] x = [.. Enumerable.Range(0, 36).Select(i => Math.Round(6.0 * i / 35, 10))];
            return new FitDataSet(x, [.. x.Select(v =>
                ((k + 1.5) * Math.Sin((2 * Math.PI * frequency * v) + k)) + (0.05 * (random.NextDouble() - 0.5)))]);
        })];
        FitResult fit = CurveFit.FitGlobal(Formula.Parse("a*sin(2*pi*f*x + p)"), sets, ["f"]).Fit;
        Assert.True(fit.Succeeded);
        Assert.Equal(frequency, Math.Abs(fit["f"].Value), 1e-2);
    }

    [Fact]
    public void Nothing_in_common_is_a_fit_of_each_set()
    {
        FitDataSet[] sets = Data(hasSigma: true, 20);
        GlobalFit fit = CurveFit.FitGlobal(
            Decay, sets, [], [("a", 1), ("k", 1), ("c", 0)], new() { AbsoluteSigma = true });
        for (int k = 0; k < Sets; k++)
        {
            FitResult own = CurveFit.Fit(
                Decay,
                sets[k].X,
                sets[k].Y,
                [("a", 1), ("k", 1), ("c", 0)],
                new() { Sigma = sets[k].Sigma, AbsoluteSigma = true });
            Assert.All(own.Parameters, parameter =>
            {
                Assert.Equal(parameter.Value, fit.Sets[k][parameter.Name].Value, 1e-6);
                Assert.Equal(1, fit.Sets[k][parameter.Name].StandardError / parameter.StandardError, 1e-6);
            });
        }
    }

    [Fact]
    public void A_model_without_derivatives_is_fitted_too()
    {
        FitDataSet[] sets = Data(hasSigma: false, 20);
        Model model = Model.FromCurve((p, x) => (p[0] * Math.Exp(-p[1] * x)) + p[2]);
        GlobalFit fit = CurveFit.FitGlobal(model, sets, ["k"], [("a", 1), ("k", 1), ("c", 0)]);
        GlobalFit formula = CurveFit.FitGlobal(Decay, sets, ["k"], [("a", 1), ("k", 1), ("c", 0)]);
        Assert.True(fit.Fit.Succeeded);
        Assert.Equal(formula.Fit["k"].Value, fit.Fit["k"].Value, 1e-6);
        Assert.Equal(1, formula.Fit["k"].StandardError / fit.Fit["k"].StandardError, 1e-5);
    }

    [Fact]
    public void Sets_of_few_points_share_what_they_cannot_determine_alone()
    {
        FitDataSet[] sets =
        [
            new(new double[] { 0 }, [2.0]), new(new double[] { 0, 1, 2, 3, 4, 5 }, [3.0, 1.9, 1.2, 0.75, 0.5, 0.3]),
        ];
        GlobalFit fit = CurveFit.FitGlobal(Formula.Parse("a*exp(-k*x)"), sets, ["k"], [("a", 1), ("k", 1)]);
        Assert.True(fit.Fit.Succeeded);
        Assert.Equal(2, fit.Fit["a_1"].Value, 1e-9);
    }

    [Fact]
    public void Sets_too_small_to_be_fitted_alone_start_with_the_others()
    {
        FitDataSet[] sets =
        [
            new(new double[] { 0, 1, 2, 3, 4, 5 }, [5.1, 3.0, 1.9, 1.2, 0.7, 0.4]),
            new(new double[] { 0, 2 }, [6.0, 2.4]),
        ];
        GlobalFit fit = CurveFit.FitGlobal(Decay, sets, ["k", "c"]);
        Assert.True(fit.Fit.Succeeded);
        GlobalFit given = CurveFit.FitGlobal(Decay, sets, ["k", "c"], [("a", 4), ("k", 0.5), ("c", 0)]);
        Assert.Equal(given.Fit["a_2"].Value, fit.Fit["a_2"].Value, 1e-4);
        Fails(
            "No data set has more points than the 3 parameters",
            () => CurveFit.FitGlobal(Decay, [sets[1], sets[1]], ["k", "c"]));
    }

    [Fact]
    public void Names_of_sets_become_names_of_parameters()
    {
        FitDataSet[] sets = [.. Data(hasSigma: false, 20).Take(2)];
        sets[0] = Changed(sets[0], name: "5 mM");
        sets[1] = Changed(sets[1], name: "0.1 mM");
        GlobalFit fit = CurveFit.FitGlobal(
            Decay, sets, ["k", "c"], [("a_5_mM", 1), ("a_0_1_mM", 2), ("k", 1), ("c", 0)]);
        Assert.Equal(["k", "c", "a_5_mM", "a_0_1_mM"], fit.Fit.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(2, fit.Fit["a_0_1_mM"].Start);
        Assert.Equal("5 mM", fit.Sets[0].Name);
        Assert.Equal(
            fit.Fit["a_0_1_mM"].Value / fit.Fit["a_5_mM"].Value, fit.Fit.Derive("a_0_1_mM/a_5_mM").Value, 1e-12);
        Assert.Contains("2 data sets with k, c in common", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_parameters_are_known_before_a_fit()
    {
        FitDataSet[] sets = [.. Data(hasSigma: false, 20).Take(2)];
        GlobalFit fit = CurveFit.FitGlobal(Decay, [sets[0], Changed(sets[1], name: "5 mM")], ["k", "c"]);
        IReadOnlyList<IReadOnlyList<string>> names =
            GlobalFit.ParameterNames(Decay.ParameterNames, ["k", "c"], [null, "5 mM"]);
        Assert.Equal(["a_1", "k", "c"], names[0]);
        Assert.Equal(["a_5_mM", "k", "c"], names[1]);
        Assert.Equal(
            fit.Fit.Parameters.Select(parameter => parameter.Name).Order(),
            names.SelectMany(set => set).Distinct().Order());
    }

    [Fact]
    public void A_bound_of_one_set_is_there_instead_of_that_of_all_and_holds_without_a_start_too()
    {
        FitDataSet[] sets = [.. Data(hasSigma: false, 40).Take(3)];
        GlobalFit fit = CurveFit.FitGlobal(
            Decay, sets, ["k", "c"], options: new() { Bounds = [("a", 0, 2.2), ("a_3", 2.8, 2.8), ("k", 0, 5)] });
        Assert.True(fit.Fit.Succeeded);
        Assert.Equal(2.2, fit.Fit["a_2"].Value);
        Assert.Equal(2.8, fit.Fit["a_3"].Value);
        Assert.Equal(BoundState.Free, fit.Fit["a_1"].Bound);
    }

    [Fact]
    public void The_curve_of_a_set_is_that_of_its_parameters()
    {
        FitDataSet[] sets = Data(hasSigma: false, 20);
        GlobalFit fit = CurveFit.FitGlobal(Decay, sets, ["k", "c"], [("a", 1), ("k", 1), ("c", 0)]);
        double[] x = [0.5, 7];
        Assert.Equal(
            x.Select(v => Decay.Evaluate([.. fit.Sets[3].Parameters.Select(p => p.Value)], v)), fit.Predict(3, x));
        Band band = fit.ConfidenceBand(3, sets[3].X);
        Assert.Equal(fit.Sets[3].Fitted, band.Values);
        Assert.True(band.Lower[0] < band.Values[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Predict(Sets, x));
        Fails("these predictors do not tell of which", () => fit.Fit.Predict(x));
        // Not a column of the caller, whatever its name.
        Fails(
            "these predictors do not tell of which",
            () => fit.Fit.Predict(Predictors.FromColumns(("x", x), ("set", [0, 0]))));
    }

    [Fact]
    public void Quantities_of_a_set_follow_ties_and_leave_functions_alone()
    {
        FitDataSet[] sets = Data(hasSigma: false, 30);
        Formula tied = Formula.Parse("a*exp(-k*x) + c + d").Tie(("c", "d/2"), ("d", "a/10"));
        GlobalFit fit = CurveFit.FitGlobal(tied, sets, ["k"], [("a", 1), ("k", 1)]);
        IReadOnlyList<DerivedQuantity> offsets = fit.Derive("c + gamma(1) - 1e0*k", "offset");
        Assert.Equal("((a_3/10)/2) + gamma(1) - 1e0*k", offsets[2].Formula);
        Assert.Equal((fit.Fit["a_3"].Value / 20) + 1 - fit.Fit["k"].Value, offsets[2].Value, 1e-12);
        Assert.Equal("offset_3", offsets[2].Name);
        Assert.Equal(
            offsets[2].Value, fit.Fit.Bootstrap(samples: 100).Derive(offsets[2].Formula, "offset").Value, 1e-12);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named_with_its_point()
    {
        FitDataSet[] sets =
        [
            new(new double[] { 1, 2, 3, 4, 5, 6 }, [1.0, 2, 3, 4, 5, 6]),
            new(new double[] { 1, 2, 3, 4, -5, 6 }, [1.0, 2, 3, 4, 5, 6]),
        ];
        GlobalFit fit = CurveFit.FitGlobal(Formula.Parse("a*x^k"), sets, ["k"], [("a", 1), ("k", 0.5)]);
        Assert.False(fit.Fit.Succeeded);
        Assert.Contains("the model is NaN", fit.Fit.Message, StringComparison.Ordinal);
        Assert.Contains("x = -5", fit.Fit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_not_finite_is_named_whatever_its_row()
    {
        double[] x = [9, 8, 7, 6, 5, 4, 3];
        FitDataSet[] sets = [new(x, [2.4, 2.2, 2, 1.7, 1.4, 1, 0.1]), new(x, [4.9, 4.5, 4, 3.5, 2.8, 2, 0.1])];
        GlobalFit fit = CurveFit.FitGlobal(Formula.Parse("a*sqrt(x - m)"), sets, ["m"], [("a", 1), ("m", 3)]);
        Assert.False(fit.Fit.Converged);
        Assert.Contains(
            "a derivative of the model is -infinite at point 6 (x = 3", fit.Fit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        FitDataSet[] sets = [.. Data(hasSigma: false, 20).Take(2)];
        StartValues start = [("a", 1), ("k", 1), ("c", 0)];
        Fails("sets is empty", () => CurveFit.FitGlobal(Decay, [], ["k"], start));
        Fails("'q' is not a parameter", () => CurveFit.FitGlobal(Decay, sets, ["q"], start));
        Fails("shared has k twice", () => CurveFit.FitGlobal(Decay, sets, ["k", "k"], start));
        Fails("Data set 1 of sets is null", () => CurveFit.FitGlobal(Decay, [sets[0], null!], ["k"], start));
        Fails(
            "Data set 2 has 1 observation at 20 points",
            () => CurveFit.FitGlobal(Decay, [sets[0], Changed(sets[1], y: [1])], ["k"], start));
        Fails(
            "Value 0 of sets[1].Y is NaN",
            () => CurveFit.FitGlobal(
                Decay, [sets[0], Changed(sets[1], y: [double.NaN, .. sets[1].Y.Skip(1)])], ["k"], start));
        Fails(
            "Some data sets have Sigma and 2 has none",
            () => CurveFit.FitGlobal(Decay, [Changed(sets[0], sigma: [1]), sets[1]], ["k"], start));
        Fails(
            "standard deviation at index 0 is -1",
            () => CurveFit.FitGlobal(Decay, [Changed(sets[0], sigma: [-1]), sets[1]], ["k"], start));
        Fails(
            "Both the data sets and the options have Sigma",
            () => CurveFit.FitGlobal(
                Decay,
                [.. sets.Select(set => Changed(set, sigma: [1]))],
                ["k"],
                start,
                new() { Sigma = [1] }));
        Fails(
            "a_1 is the name of two parameters",
            () => CurveFit.FitGlobal(Formula.Parse("a*x + a_1"), sets, ["a_1"], [("a", 1), ("a_1", 1)]));
        Fails(
            "The model's parameters have no names",
            () => CurveFit.FitGlobal(Model.FromCurve((p, x) => p[0]), sets, [], [1]));
        Fails(
            "Only a formula, or a model for any number type",
            () => CurveFit.FitGlobal(Model.FromCurve((p, x) => p[0]), sets, []));
        Fails(
            "Data set 2 has the predictors t",
            () => CurveFit.FitGlobal(
                Decay,
                [sets[0], new(Predictors.FromColumns(("t", sets[1].X.Columns[0])), sets[1].Y)],
                ["k"],
                start));
    }

    private static void Fails(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static FitDataSet Changed(
        FitDataSet set, double[]? y = null, string? name = null, double[]? sigma = null) =>
        new(set.X, y ?? set.Y, name ?? set.Name, sigma ?? set.Sigma);

    /// <summary>Decays with a common rate and offset, with some noise that is the same in each run.</summary>
    private static FitDataSet[] Data(bool hasSigma, int count)
    {
        Random random = new(7);
        return
        [
            .. Enumerable.Range(0, Sets).Select(k =>
            {
                double[] x = [.. Enumerable.Range(0, count).Select(i => 0.1 * i)];
                double[] sigma = [.. x.Select(_ => hasSigma ? 0.02 + (0.03 * random.NextDouble()) : 0.03)];
                double[] y = [.. x.Select((v, i) => ((2 + (0.5 * k)) * Math.Exp(-1.3 * v)) + 0.3
                    + (sigma[i] * 2 * (random.NextDouble() - 0.5)))];
                return new FitDataSet(x, y, sigma: hasSigma ? sigma : null);
            }),
        ];
    }

    private static Model ByHand() => Model.FromSurface(
        (p, x) => (p[2 + (int)x[1]] * Math.Exp(-p[0] * x[0])) + p[1],
        (p, x, gradient) =>
        {
            gradient.Clear();
            double decay = Math.Exp(-p[0] * x[0]);
            gradient[0] = -p[2 + (int)x[1]] * x[0] * decay;
            gradient[1] = 1;
            gradient[2 + (int)x[1]] = decay;
        });

    private static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual) =>
        Assert.All(expected.Zip(actual), pair => AssertClose(pair.First, pair.Second));

    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, (1e-9 * Math.Abs(expected)) + 1e-12);
}
