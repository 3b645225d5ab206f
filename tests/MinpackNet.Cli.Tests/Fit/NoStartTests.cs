namespace MinpackNet.Cli.Tests;

/// <summary>A fit needs a file and a formula; start values are searched for.</summary>
public sealed class NoStartTests
{
    private const string Decay =
        "t,signal\n0,5.02\n1,3.71\n2,2.76\n3,2.13\n4,1.66\n5,1.34\n6,1.11\n7,0.93\n8,0.82\n9,0.74\n";

    [Fact]
    public void Without_a_start_the_command_searches_and_says_so()
    {
        Run run = Minpack.RunOn(Decay, "fit", "-", "--model", "a*exp(-k*t) + c", "--json");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.NotEmpty(run.Json["attempts"]!.AsArray());
        Run given = Minpack.Fit(Decay, "a*exp(-k*t) + c", "a=4,k=0.5,c=1", "--search");
        Assert.All(run.Estimates.Zip(given.Estimates), pair => Assert.Equal(1, pair.First / pair.Second, 1e-9));

        string report = Minpack.RunOn(Decay, "fit", "-", "--model", "a*exp(-k*t) + c").Output;
        Assert.Contains("Certified", report, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_fixed_stays_and_the_others_need_no_start()
    {
        Run run = Minpack.RunOn(Decay, "fit", "-", "--model", "a*exp(-k*t) + c", "--fix", "c=0.5", "--json");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(0.5, run.Estimates[2]);
    }

    [Fact]
    public void With_a_search_some_start_values_suffice()
    {
        string[] arguments = ["fit", "-", "--model", "a*exp(-k*t) + c", "--start", "k=0.4", "--json"];
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Decay, [.. arguments, "--search"]).ExitCode);
        Assert.Contains(
            "--start: a has no start value and is not one of the columns t, signal. Add a=<value>. Or add --search",
            Minpack.RunOn(Decay, arguments).Complaint,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a*exp(-k*T) + c", "T has no start value and is not one of the columns t, signal. Add T=")]
    [InlineData("a*exp(-k*X) + c", "X has no start value and is not one of the columns t, signal. Add X=")]
    [InlineData("a*e^(-k*t) + c", "Write exp(...) for a power of Euler's number")]
    [InlineData("a*exp(-k*z) + c", "--model: none of a, k, z, c is one of the columns t, signal. Write x, or the name")]
    [InlineData("a*sin(Pi*t)", "Write pi for the number")]
    public void A_name_that_may_be_a_mistake_is_refused(string model, string complaint) => Assert.Contains(
        complaint, Minpack.RunOn(Decay, "fit", "-", "--model", model).Complaint, StringComparison.Ordinal);

    [Theory]
    [InlineData("--loss", "huber", "--loss has no effect without start values")]
    [InlineData("--max-evaluations", "100", "--max-evaluations has no effect without start values")]
    public void An_option_that_no_search_takes_is_refused(string option, string value, string complaint) =>
        Assert.StartsWith(
            complaint,
            Minpack.RunOn(Decay, "fit", "-", "--model", "a*exp(-k*t) + c", option, value).Complaint,
            StringComparison.Ordinal);
}
