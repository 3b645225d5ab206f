using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary><c>--bound</c> and <c>--loss</c>.</summary>
public sealed class BoundTests
{
    private const double Inf = double.PositiveInfinity;

    private const string Data = """
        t,signal
        0,2.31
        0.5,1.83
        1,1.42
        1.5,1.21
        2,0.97
        3,0.71
        4,0.49
        6,0.37
        8,0.29
        10,0.25
        """;

    public static TheoryData<string, double, double> Forms => new()
    {
        { "b=0..10", 0, 10 },
        { "b=0..inf", 0, double.PositiveInfinity },
        { "b=-inf..3", double.NegativeInfinity, 3 },
        { " b = -1e-3 .. 2.5 ", -1e-3, 2.5 },
        { "b=..10", -Inf, 10 },
        { "b=-5..", -5, Inf },
        { "b=.5..0.75", 0.5, 0.75 },
        { "b>0", 0, Inf },
        { "b>=1e-3", 1e-3, Inf },
        { "b<5", -Inf, 5 },
        { "b <= -5", -Inf, -5 },
        { "0<b", 0, Inf },
        { "7>=b", -Inf, 7 },
        { "0<b<=5", 0, 5 },
        { "5 > b > -5", -5, 5 },
        { "b>0,b<3", 0, 3 },
        { "b=2..2", 2, 2 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Bounds_are_read(string text, double lower, double upper) =>
        Assert.Equal([new ParameterBound("b", lower, upper)], BoundSettings.Bounds([text]));

    [Fact]
    public void Several_bounds_are_read_and_those_of_one_parameter_meet() => Assert.Equal(
        [new ParameterBound("a", 0), new ParameterBound("b", 1, 2)],
        BoundSettings.Bounds(["b>0,a>0", "b=1..2"]).OrderBy(bound => bound.Name));

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("b=5")]
    [InlineData("b=0..x")]
    [InlineData("b=0..nan")]
    [InlineData("b=inf..5")]
    [InlineData("b=0..-inf")]
    [InlineData("0..5")]
    [InlineData("b>")]
    [InlineData("<3")]
    [InlineData("b>a")]
    [InlineData("0<b>5")]
    [InlineData("0<1<b")]
    [InlineData("b<1<2<3")]
    [InlineData("b>inf")]
    [InlineData("b=5..1")]
    [InlineData("b>3,b<1")]
    public void Other_texts_are_refused(string text)
    {
        InputException refusal = Assert.Throws<InputException>(() => BoundSettings.Bounds([text]));
        Assert.StartsWith("--bound: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_parameter_outside_its_bounds_is_refused_and_the_document_says_what_was_fitted()
    {
        const string Data = "x,y\n1,3.1\n2,4.9\n3,7.2\n4,9\n";
        Run refused = Minpack.RunOn(
            Data, "fit", "-", "--model", "a*x+b", "--start", "a=3,b=1", "--fix", "a", "--bound", "a=5..9");
        Assert.Contains("outside its bounds", refused.Complaint, StringComparison.Ordinal);

        Run run = Minpack.RunOn(
            Data, "fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "--bound", "a>0", "--loss", "soft_l1=0.5",
            "--json");
        Assert.Equal("soft_l1=0.5", (string?)run.Json["loss"]);
        Assert.Equal("a", (string?)run.Json["bounds"]![0]!["name"]);
        Assert.Equal(0, (double)run.Json["bounds"]![0]!["lower"]!);
        Assert.Null(run.Json["bounds"]![0]!["upper"]);
    }

    [Theory]
    [InlineData("huber=1.5", LossFunction.Huber, 1.5)]
    [InlineData("huber", LossFunction.Huber, 1)]
    [InlineData("soft_l1=0.1", LossFunction.SoftL1, 0.1)]
    [InlineData("cauchy = 2", LossFunction.Cauchy, 2)]
    [InlineData("arctan=1e-3", LossFunction.Arctan, 1e-3)]
    [InlineData("Huber=2", LossFunction.Huber, 2)]
    [InlineData("soft-L1", LossFunction.SoftL1, 1)]
    public void Losses_are_read(string text, LossFunction function, double scale)
    {
        Loss loss = BoundSettings.Loss(text)!;
        Assert.Equal((function, scale), (loss.Function, loss.Scale));
    }

    [Theory]
    [InlineData("huber=1e-200")]
    [InlineData("huber=1e200")]
    [InlineData("huber=inf")]
    [InlineData("huber=")]
    [InlineData("huber=0")]
    [InlineData("huber=-1")]
    [InlineData("huber=1=2")]
    [InlineData("linear=1")]
    [InlineData("lad")]
    public void Other_losses_are_refused(string text) => Assert.StartsWith(
        "--loss: ", Assert.Throws<InputException>(() => BoundSettings.Loss(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_report_shows_the_bound_and_tells_what_it_means()
    {
        Run fit = Fit("--bound", "k>=0.6");
        Assert.Equal(0, fit.ExitCode);
        Assert.Contains("k                0.6   lower bound", fit.Output, StringComparison.Ordinal);
        Assert.Contains("k is at its lower bound: it has no standard error", fit.Output, StringComparison.Ordinal);
        Assert.Contains("widen --bound", fit.Output, StringComparison.Ordinal);
        Assert.Contains("\"bound\": \"atLower\"", Fit("--bound", "k>=0.6", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_names_the_loss()
    {
        Run fit = Fit("--loss", "huber=0.05");
        Assert.Equal(0, fit.ExitCode);
        Assert.Contains("sum of losses, huber from 0.05", fit.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AIC", fit.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--start: k = 1 is outside its bounds, k <= 0.5.", "--bound", "k<0.5")]
    [InlineData("--bound: 'q' is not a parameter", "--bound", "q<0.5")]
    [InlineData("--loss has no effect with --search", "--loss", "huber", "--search")]
    public void What_cannot_be_is_told(string expected, params string[] arguments)
    {
        Run fit = Fit(arguments);
        Assert.Equal(2, fit.ExitCode);
        Assert.Contains(expected, fit.Error, StringComparison.Ordinal);
    }

    private static Run Fit(params string[] arguments) => Minpack.RunOn(
        Data, ["fit", "-", "--model", "a*exp(-k*t)+c", "--start", "a=1,k=1,c=0.1", .. arguments]);

    [Theory]
    [InlineData("--bound: all parameters are fixed, because two equal bounds leave", "--bound", "a=4..4,b=5..5")]
    [InlineData("--bound: all parameters are fixed", "--bound", "a=4..4", "--fix", "b")]
    [InlineData("--fix: all parameters are fixed", "--fix", "a,b")]
    public void Parameters_that_are_all_fixed_are_refused_in_the_words_of_the_option(
        string complaint, params string[] options) => Assert.StartsWith(
            complaint, Minpack.Fit(Data, "a + b*x", "a=4,b=5", options).Complaint, StringComparison.Ordinal);

    [Fact]
    public void Equal_bounds_leave_a_parameter_less_to_fit()
    {
        const string Two = "x,y\n1,2\n2,3\n";
        const string Parabola = "a + b*x + c*x^2";
        const string Start = "a=1,b=1,c=0";
        Run run = Minpack.Fit(Two, Parabola, Start, "--bound", "c=0..0");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal([1, 1, 0], run.Estimates.Select(value => Math.Round(value, 6)));
        string complaint = Minpack.Fit(Two, Parabola, Start).Complaint;
        Assert.Contains("3 parameters to fit but only 2 usable rows", complaint, StringComparison.Ordinal);
        Assert.EndsWith("Add rows, or --fix parameters.", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rows_nothing_can_be_fixed() => Assert.EndsWith(
        "only 0 usable rows. Add rows.",
        Minpack.Fit("x,y\n", "a + b*x", "a=1,b=1").Complaint,
        StringComparison.Ordinal);
}
