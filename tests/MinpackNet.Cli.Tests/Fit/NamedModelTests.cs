namespace MinpackNet.Cli.Tests;

/// <summary>A model may be given by name, and brings its quantities.</summary>
public sealed class NamedModelTests
{
    private static readonly string Peak = "x,y\n" + string.Concat(Enumerable.Range(0, 50).Select(i =>
        FormattableString.Invariant(
            $"{i},{(8 * Math.Exp(-Math.Pow((i - 21) / 4.0, 2))) + 1 + (0.1 * i) + (0.02 * Math.Sin(i * i))}\n")));

    [Fact]
    public void A_peak_on_a_line_needs_names_alone()
    {
        Run run = Minpack.RunOn(Peak, "fit", "-", "--model", "gaussian+linear", "--json");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            ["height", "center", "sigma", "slope", "intercept"],
            run.Json["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!));
        Assert.Equal(
            ["fwhm", "area", "zero"], run.Json["derived"]!.AsArray().Select(quantity => (string)quantity!["name"]!));
        Assert.Equal(8 * 4 * Math.Sqrt(Math.PI), Run.Number(run.Json["derived"]![1]!["value"]!), 0.2);
    }

    [Fact]
    public void A_column_or_a_parameter_of_that_name_is_what_is_meant()
    {
        Run column = Minpack.RunOn(
            Peak.Replace("x,y", "linear,y", StringComparison.Ordinal),
            "fit", "-", "--model", "a + b*linear", "--start", "a=1,b=1", "--json");
        Assert.Equal("linear", (string)column.Json["input"]!["x"]!["linear"]!);
        Run parameter = Minpack.RunOn(Peak, "fit", "-", "--model", "linear", "--start", "linear=1", "--json");
        Assert.Equal("linear", (string)parameter.Json["parameters"]![0]!["name"]!);
    }

    [Fact]
    public void All_of_them_are_listed()
    {
        Run run = Minpack.Run("models");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("gaussian ", run.Output, StringComparison.Ordinal);
        Assert.Contains("area = height*abs(sigma)*sqrt(2*pi)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_none_leads_to_the_list() => Assert.Contains(
        "minpack models lists models that have names",
        Minpack.RunOn(Peak, "fit", "-", "--model", "gauss").Complaint,
        StringComparison.Ordinal);
}
