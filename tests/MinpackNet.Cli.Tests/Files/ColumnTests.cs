using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Which column is which.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData("x,y", "a*x", "x", "y")]
    [InlineData("y,x", "a*x", "x", "y")]
    [InlineData("time,signal", "a*x", "time", "signal")]
    [InlineData("signal,time", "a*time", "time", "signal")]
    [InlineData("Y,X", "a*x", "X", "Y")]
    [InlineData("y (V),x (s)", "a*x", "x (s)", "y (V)")]
    [InlineData("y:,x:", "a*x", "x:", "y:")]
    [InlineData("ydata,xdata", "a*x", "xdata", "ydata")]
    [InlineData("y_data,x_data", "a*x", "x_data", "y_data")]
    [InlineData("Y1,X1", "a*x", "X1", "Y1")]
    [InlineData("Y-Wert,X-Wert", "a*x", "X-Wert", "Y-Wert")]
    [InlineData("response,dose (ug)", "a*x", "dose (ug)", "response")]
    [InlineData("Intensity / a.u.,Wavelength / nm", "a*x", "Wavelength / nm", "Intensity / a.u.")]
    [InlineData("y / V,x1 [s]", "a*x", "x1 [s]", "y / V")]
    [InlineData("y (err),y (V),x (s)", "a*x", "x (s)", "y (V)")]
    [InlineData("t (s),x (m)", "a*x", "t (s)", "x (m)")]
    [InlineData("ys,xm", "a*x", "ys", "xm")]
    [InlineData("t,u,y", "a*x", "t", "y")]
    [InlineData("time (s),y", "a*x", "time (s)", "y")]
    [InlineData("a,x,y", "a*x", "x", "y")]
    [InlineData("x,u,v", "a*x", "u", "v", "--x", "u")]
    [InlineData("t,u,v", "a*x", "t", "u", "--y", "u")]
    [InlineData("t,u,v", "a*x", "v", "u", "--y", "u", "--x", "v")]
    [InlineData("t,u,v", "a*t + 0*v", "t", "u", "--y", "u")]
    [InlineData("t,u,dy", "a*x", "t", "u")]
    [InlineData("t,u,v", "a*x", "t", "u", "--sigma", "v")]
    [InlineData("t,u,v", "a*x", "u", "v", "--sigma", "t")]
    public void Columns_are_chosen_by_the_formula_and_the_options(
        string header, string model, string x, string y, params string[] options)
    {
        string row = string.Join(',', header.Split(',').Select((_, i) => $"{i + 1}"));
        Run run = Minpack.Fit($"{header}\n{row}\n{row}\n", model, "a=1", options);
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)input["x"]!.AsObject().First().Value!);
        Assert.Equal(y, (string)input["y"]!);
        string[] names = header.Split(',');
        double slope = (Array.IndexOf(names, y) + 1.0) / (Array.IndexOf(names, x) + 1.0);
        Assert.Equal(slope, run.Estimates[0], 1e-9);
    }

    [Fact]
    public void The_word_before_the_names_in_files_of_NIST_names_none() => Assert.Equal(
        "y", (string)Minpack.Fit("Data:   y    x\n  3.5  1\n  5.5  2\n  7.5  4\n", "a*x", "a=1").Json["input"]!["y"]!);

    [Theory]
    [InlineData("t,u,v\n1,2,3\n2,3,5\n", "the observations may be in u or v. Choose with --y, such as --y u")]
    [InlineData("t,u,v\n1,2,3\n2,3,5\n", "--y u; the formula's x is t, or what --x names; --sigma names")]
    [InlineData("T,t,u,v\n1,1,2,3\n1,2,3,5\n", "--y u; the formula's x is t, or what --x names; --sigma names")]
    [InlineData("t,x,v\n1,2,3\n2,3,5\n", "--y t; the formula's x is x, or what --x names; --sigma names")]
    [InlineData("id,t,u,v\n1,1,2,3\n2,2,3,5\n", "in u or v. Choose with --y, such as --y u; the formula's x is t")]
    [InlineData("t,x,v\n1,2,3\n2,3,5\n", "the observations may be in t or v. Choose with --y, such as --y t")]
    [InlineData("1 2 0.1\n2 3 0.1\n", "the observations may be in c2 or c3. Choose with --y")]
    [InlineData("t,a b,c d\n1,2,3\n2,3,5\n", "such as --y 'a b'; the formula's x is t, or what --x names")]
    [InlineData("t,u,v\n1,2,3\n2,3,5\n", "the formula's x may be in u or v. Choose with --x", "--y", "t")]
    [InlineData("t,u,v\n1,2,3\n2,3,5\n", "the observations may be in t or v. Choose with --y", "--x", "u")]
    [InlineData("t,v,v\n1,2,3\n2,3,5\n", "two columns are named v. Give each column its own name")]
    [InlineData("x1,y1,x2,y2\n1,2,3,4\n2,3,5,6\n", "the observations may be in y1 or x2 or y2. Choose with --y")]
    public void Columns_that_could_be_meant_alike_are_refused_with_the_option(
        string csv, string complaint, params string[] options)
    {
        Run run = Minpack.RunOn(csv, ["fit", "-", "--model", "a*x", "--start", "a=1", .. options]);
        Assert.StartsWith("standard input: ", run.Complaint, StringComparison.Ordinal);
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y,dy", "a*x + b*y", "only dy is left for the observations", "--y dy")]
    [InlineData("x,y,dy", "a*x + b", "only dy is left for the observations", "--y dy", "--sigma", "y")]
    [InlineData("x,y,err", "a*exp(-b*x) + y", "only err is left for the observations", "--y err")]
    [InlineData("t,u,s.d.", "a*t + b*u", "only s.d. is left for the observations", "--y s.d.")]
    [InlineData("t,E,dE", "a*x + b", "only dE is left for the observations", "--y dE", "--x", "t", "--sigma", "E")]
    [InlineData("t,std dev", "a*x + b", "only std dev is left for the observations", "--y 'std dev'")]
    [InlineData("y_err,y", "a*x + b", "only y_err is left for the formula's x", "--x y_err")]
    [InlineData("u,sigma", "a*x + b", "only sigma is left for the formula's x", "--x sigma", "--y", "u")]
    public void Standard_deviations_are_fitted_only_on_demand(
        string header, string model, string complaint, string option, params string[] options)
    {
        string row = string.Join(',', header.Split(',').Select((_, i) => $"{i + 1}.5"));
        string[] arguments = ["fit", "-", "--model", model, "--start", "a=1,b=1", .. options];
        Run run = Minpack.RunOn($"{header}\n{row}\n{row}\n", arguments);
        Assert.Contains($"of the columns {string.Join(", ", header.Split(','))}, only", run.Complaint,
            StringComparison.Ordinal);
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith($", such as {option}.", run.Complaint.TrimEnd(), StringComparison.Ordinal);
        Run chosen = Minpack.RunOn(
            $"{header}\n{row}\n{row}\n", [.. arguments, "--json", .. option.Replace("'", "").Split(' ', 2)]);
        Assert.NotEqual(ExitCode.Usage, chosen.ExitCode);
        Assert.Equal("", chosen.Error);
    }

    [Theory]
    [InlineData("day,t,v\nMonday,1,3\nTuesday,2,5\nFriday,4,9\n")]
    [InlineData("t,remark,v\n1,,3\n2,good,5\n4,,9\n")]
    [InlineData("date,t,v\n2026-01-02,1,3\n2026-01-03,2,5\n2026-01-05,4,9\n")]
    [InlineData("t,v,share\n1,3,12 ‰\n2,5,13 ‰\n4,9,15 ‰\n")]
    [InlineData("id,t,v\n1,1,3\n2,2,5\n3,4,9\n")]
    [InlineData("Unnamed: 0,t,v\n0,1,3\n1,2,5\n2,4,9\n")]
    public void Columns_without_numbers_of_their_own_are_not_chosen(string csv)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal("""{"x":"t"}""", run.Json["input"]!["x"]!.ToJsonString());
        Assert.Equal("v", (string)run.Json["input"]!["y"]!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("x,y", "a*exp(-y*x)", "a=4,y=0.4", "y")]
    [InlineData("t,a,y", "a*exp(-b*t)", "a=4,b=0.4", "a")]
    [InlineData("t,x,y", "x*exp(-b*t)", "x=4,b=0.4", "x")]
    [InlineData("t,y", "y*exp(-0.4*x)", "y=4", "y")]
    public void A_parameter_with_the_name_of_a_column_is_told(string header, string model, string start, string name)
    {
        string note = $"{name} in the formula is a parameter, because it has a start value, and not the column {name}";
        string[] rows = [.. Enumerable.Range(0, 5).Select(i => string.Join(',', header.Split(',').Select((_, c) =>
            c == 0 ? $"{0.5 + i}" : $"{9.5 - i}")))];
        string csv = $"{header}\n{string.Join('\n', rows)}\n";
        Run json = Minpack.Fit(csv, model, start);
        Assert.Contains(note, json.Json["input"]!["notes"]!.AsArray().Select(item => (string)item!));
        Run text = Minpack.RunOn(csv, "fit", "-", "--model", model, "--start", start);
        Assert.Equal(note, text.Output.Split(Environment.NewLine)[1]);
    }

    [Fact]
    public void Columns_without_a_header_have_numbers()
    {
        Run run = Minpack.Fit("3,1,7\n5,2,7\n9,4,7\n", "a*c2 + b", "a=1,b=0", "--y", "c1");
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("1,3,9\n2,5,8\n3,7,9\n", "c1", "c2", "--y", "c2")]
    [InlineData("1,3,9\n2,5,8\n3,7,9\n", "c1", "c2", "--sigma", "c3")]
    [InlineData("0,1,9\n1,3,8\n2,5,9\n", "c1", "c2", "--y", "c2")]
    [InlineData("1,3,A\n2,5,B\n3,7,C\n", "c1", "c2")]
    [InlineData("1,9.5,3\n2,9.5,5\n3,9.5,7\n", "c1", "c3", "--y", "c3")]
    [InlineData("1,3,9\n2,5,8\n4,9,9\n", "c1", "c2", "--y", "c2")]
    [InlineData("1,1,3\n2,2,5\n4,4,9\n", "c1", "c3", "--y", "c3")]
    [InlineData("1,1,3\n2,2,5\n3,4,9\n", "c2", "c3", "--x", "c2")]
    [InlineData("1,3\n2,5\n3,7\n", "c1", "c2")]
    public void A_first_column_without_a_name_that_counts_is_x_where_it_can_be_nothing_else(
        string csv, string x, string y, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        Assert.Equal(x, (string)run.Json["input"]!["x"]!["x"]!);
        Assert.Equal(y, (string)run.Json["input"]!["y"]!);
    }

    [Theory]
    [InlineData("may be in c2 or c3. Choose with --y, such as --y c2; the formula's x may be in c1 or c2: choose with")]
    [InlineData("may be in c1 or c2. Choose with --x, such as --x c1;", "--y", "c3")]
    [InlineData("may be in c2 or c3. Choose with --y, such as --y c2; the formula's x is c1,", "--x", "c1")]
    public void It_may_count_the_rows_among_more(string complaint, params string[] options) => Assert.Contains(
        complaint,
        Minpack.RunOn(
            "1,1,3\n2,2,5\n3,4,9\n", ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", .. options]).Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Several_predictors_are_found_by_their_names()
    {
        Run run = Minpack.Fit("v,u,y\n1,0,3\n0,1,5\n1,1,8\n2,1,11\n", "p*u + q*v", "p=1,q=1");
        Assert.Equal("""{"v":"v","u":"u"}""", run.Json["input"]!["x"]!.ToJsonString());
        Assert.Equal([5, 3], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void A_formula_without_predictors_is_the_mean()
    {
        Run run = Minpack.RunOn("y\n1\n2\n6\n", "fit", "-", "--model", "mean", "--start", "mean=0");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("standard input: 3 rows, y", run.Output, StringComparison.Ordinal);
        Assert.Matches("mean +3.0 +1.5", run.Output);
    }
}
