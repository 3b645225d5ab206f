namespace MinpackNet.Cli.Tests;

/// <summary>What cannot be used is said in one line that names the location and the fix, with exit code 2.</summary>
public sealed class ErrorTests
{
    private const string PowerOfE = "--start: e has no start value and is not one of the columns x, y. Write "
        + "exp(...) for a power of Euler's number, or add e=<value>.";

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "", "data.csv: there are no data", "a row of numbers" },
        { "# nothing\n\n", "data.csv: there are no data", "a row of numbers" },
        { "x,y\n", "data.csv: there are 2 parameters to fit but only 0 usable rows", "Add rows" },
        { "x,y\n1,3\n", "2 parameters to fit but only 1 usable row.", "--fix" },
        { "x,y\n1,3\n2,NA\n", "only 1 usable row of 2: 1 without a value in y. Add", "--fix" },
        { "x,y\n1,3\n# a\n2,five\n", "data.csv, line 4: 'five' in column y is not a finite number", "Write numbers" },
        { "x,y\n1,3\n\n2,1e999\n", "data.csv, line 4: '1e999' in column y is not a finite number", "Write numbers" },
        { "x,y\n1,3\n1,\"3,5,7\"\n", "data.csv, line 3: '3,5,7' in column y is not a finite number", "Write numbers" },
        { "x,y\n1,3\n2\n", "data.csv, line 3: there is 1 field, but the first row has 2", "Complete the row" },
        { "x,y\n1,3\n2,5,7\n", "data.csv, line 3: there are 3 fields, but the first row has 2", "--delimiter" },
        { "x,y\n1,3\n\"2,5\n4,9\n", "data.csv, line 3: a quote is misplaced", "Correct or remove" },
        { "x,y\n1,3\n2,5\"\n4,9\n", "data.csv, line 3: a quote is misplaced", "Correct or remove" },
        { "x,x,y\n1,1,3\n", "data.csv: two columns are named x", "its own name" },
        { "y\n1\n2\n3\n", "there is no column for the formula's x besides y", "--delimiter" },
        { "x\n1\n2\n3\n", "there is no column of observations besides x", "--delimiter" },
    };

    public static TheoryData<string, string[]> BadArguments => new()
    {
        { "--model: Expected a number, a name or '(' but the formula ends. (column 3)", ["--model", "a*"] },
        { "--model: the formula has no parameters", ["--model", "x"] },
        { "--start: b has no start value and is not one of the columns x, y. Add b=", ["--start", "a=1"] },
        { "--start: 'c' is not a parameter of the formula. Its parameters are a, b", ["--start", "a=1,b=1,c=1"] },
        { "--start: 'b' is not a name and a finite number", ["--start", "a=1,b"] },
        { "--start: 'b=one' is not a name and a finite number", ["--start", "a=1,b=one"] },
        { "--start: 'b=1e999' is not a name and a finite number", ["--start", "a=1,b=1e999"] },
        { "--start: a has two values", ["--start", "a=1,b=1,a=2"] },
        { "--start: gamma(...) is a function in the formula. Write gamma*(...) for a product with the parameter gamma.",
            ["--model", "a*gamma(x) + b", "--start", "a=1,b=1,gamma=1"] },
        { "--model: 'heaviside' is not a function. Write step(x). (column 3)", ["--model", "a*heaviside(x) + b"] },
        { "--model: A comparison has two sides: write (1 < x)*(x < 2).", ["--model", "a*(1 < x < 2) + b"] },
        { "--model: 'voigt' takes 3 arguments: voigt(x, sigma, gamma).", ["--model", "a*voigt(x, b)"] },
        { "--fix: b has two values", ["--fix", "b=1"] },
        { "--fix: 'c' is not a parameter of the formula", ["--fix", "c"] },
        { "--fix: 'r' is not a parameter of the formula. Its parameters are a, b", ["--fix", "r=3"] },
        { "--fix: 'r' is not a parameter of the formula", ["--start", "a=1,b=1,c=2", "--fix", "r=3"] },
        { "--fix: 'x' is not a parameter of the formula", ["--model", "a*t + b", "--fix", "x=3"] },
        { "--start: 'c' is not a parameter of the formula", ["--start", "a=1,b=1,c=2", "--fix", "b"] },
        { "--fix: b has no value. Write b=<value>.", ["--start", "a=1", "--fix", "b"] },
        { PowerOfE, ["--model", "a*e^(-b*x)"] },
        { PowerOfE, ["--model", "a*e**(-b*x)"] },
        { PowerOfE, ["--model", "a/(1 + e ^ -x) + b"] },
        { "--start: E has no start value and is not one of the columns x, y. Write exp(...)",
            ["--model", "a*E^(-b*x)"] },
        { "--start: e has no start value and is not one of the columns x, y. Add e=<value>.",
            ["--model", "a*x + b*e"] },
        { "--start: t has no start value and is not one of the columns x, y. If t is the predictor, write x for it",
            ["--model", "a*exp(-b*t)"] },
        { "--start: re has no start value and is not one of the columns x, y. Add re=<value>.",
            ["--model", "a*re^b*x"] },
        { "--start: Pi has no start value and is not one of the columns x, y. Write pi",
            ["--model", "a*sin(Pi*x) + b"] },
        { "--model: A formula is a right-hand side only: leave out the left side 'y ='. (column 3)",
            ["--model", "y = a*exp(-b*x)"] },
        { "--model: A formula is a right-hand side only: leave out the left side 'f(x)='.", ["--model", "f(x)=a*x"] },
        { "--model: A formula is a right-hand side only: leave out the left side 'y ~'.", ["--model", "y ~ a*x + b"] },
        { "--fix: all parameters are fixed", ["--fix", "a,b"] },
        { "--x: there is no column 'z'. The columns are x, y", ["--x", "z"] },
        { "--y: there is no column 'z'. The columns are x, y", ["--y", "z"] },
        { "--sigma: there is no column 'z'. The columns are x, y", ["--sigma", "z"] },
        { "The column x cannot be fitted, because it has another role in the fit. Choose another --y", ["--y", "x"] },
        { "--level: '95' is not a probability", ["--level", "95"] },
        { "--level: 'abc' is not a probability", ["--level", "abc"] },
        { "--level: '0,9' is not a probability", ["--level", "0,9"] },
        { "Option '--level' expects a single argument", ["--level", "0.9", "--level", "0.8"] },
        { "--max-evaluations: '0' is not a positive whole number", ["--max-evaluations", "0"] },
        { "--max-evaluations: '1e3' is not a positive whole number", ["--max-evaluations", "1e3"] },
        { "--max-evaluations: '99999999999' is not a positive whole number", ["--max-evaluations", "99999999999"] },
        { "Unrecognized command or argument '--modle'.", ["--modle"] },
        { "--model: ", ["--model", "@data.csv"] },
        { "--max-evaluations has no effect with --search", ["--max-evaluations", "9", "--search"] },
        { "--absolute-sigma has no effect without --sigma", ["--absolute-sigma"] },
        { "--delimiter: 'ab' cannot be one. Give comma, semicolon", ["--delimiter", "ab"] },
        { "--decimal: ';' is neither point nor comma", ["--decimal", ";"] },
        { "--plot: 'fit.png' does not end in .svg", ["--plot", "fit.png"] },
        { "--plot: '' does not end in .svg", ["--plot", ""] },
        { "--plot: there is no folder for 'no/such/folder/fit.svg'.", ["--plot", "no/such/folder/fit.svg"] },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_named_with_the_line_and_the_fix(string csv, string complaint, string fix)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", csv);
        Run run = Minpack.Run("fit", path, "--model", "a*x + b", "--start", "a=1,b=1");
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.Contains(fix, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void A_bad_argument_is_named_with_the_fix(string complaint, string[] arguments)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", "x,y\n1,3\n2,5\n4,9\n");
        string[] model = arguments.Contains("--model") ? [] : ["--model", "a*x + b"];
        string[] start = arguments.Contains("--start") ? [] : ["--start", "a=1,b=1"];
        Run run = Minpack.Run(["fit", path, .. model, .. start, .. arguments]);
        Assert.StartsWith(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pi,y\n1,3\n2,5\n", "a*pi + b", "--model: pi is a number, but there is a column pi as well")]
    [InlineData("time,y\n1,3\n2,5\n", "a*Time + b", "Add Time=<value>, or write time for the column time.")]
    [InlineData("T,y\n1,3\n2,5\n", "a*exp(-b*t)", "Add t=<value>, or write T for the column T.")]
    [InlineData("Conc,y\n1,3\n2,5\n", "a*CONC + b", "Add CONC=<value>, or write Conc for the column Conc.")]
    [InlineData("x,y\n1,3\n2,5\n", "a*X + b", "Add X=<value>, or write x for the column x.")]
    [InlineData("t,y\n1,3\n2,5\n", "a*X + b", "Add X=<value>, or write x for the column that --x names.")]
    [InlineData("time (s),y\n1,3\n2,5\n", "a*time + b", "(For a column with a name like 'time (s)', write x in")]
    public void A_column_that_the_formula_cannot_name_is_explained(string csv, string model, string complaint)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", csv);
        Run run = Minpack.Run("fit", path, "--model", model, "--start", "a=1,b=1");
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    public void Standard_deviations_must_be_positive(string sigma)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", $"x,y,s\n1,3,1\n2,5,{sigma}\n4,9,1\n");
        Run run = Minpack.Run("fit", path, "--model", "a*x + b", "--start", "a=1,b=1", "--sigma", "s");
        string expected = $"data.csv, line 3: the standard deviation '{sigma}' is not positive";
        Assert.Contains(expected, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "only 0 usable rows of 6: 5 left out by --where x > 9, 1 without a value in y. Change --where.", "--where x>9")]
    [InlineData(
        "only 1 usable row of 6: 3 left out by --where x > 3, 1 left out by --where x < 5, 1 without a value in y. "
            + "Change --where, or --fix parameters.",
        "--where x>3 --where x<5")]
    [InlineData(
        "only 0 usable rows of 6: 6 without a value in y (5 by --missing). Change --missing.",
        "--missing 13,15,17,19,21")]
    [InlineData(
        "only 0 usable rows of 6: 1 left out by --where x > 1, 5 without a value in y (4 by --missing). "
            + "Change --where or --missing.",
        "--where x>1 --missing 15,17,19,21")]
    [InlineData(
        "only 1 usable row of 6: 4 without a value for --where, 1 without a value in y. Change --where, or --fix "
            + "parameters.",
        "--where z>0")]
    [InlineData("only 0 usable rows of 6: 5 left out by --where x > 9, 1 without a value in y. Change --where.",
        "--where x>9 --set s")]
    public void What_left_too_few_rows_is_told(string complaint, string options) => Assert.EndsWith(
        complaint,
        Minpack.RunOn(
            "x,y,z,s\n1,13,1,a\n2,15,,a\n3,17,,a\n4,19,,b\n5,21,,b\n6,,1,b\n",
            ["fit", "-", "--model", "a*x + b", "--y", "y", "--x", "x", .. options.Split(' ').Select(Spaced)]).Complaint,
        StringComparison.Ordinal);

    private static string Spaced(string option) =>
        option.Replace(">", " > ", StringComparison.Ordinal).Replace("<", " < ", StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_or_option_is_told()
    {
        using Workspace workspace = new();
        Run file = Minpack.Run("fit", workspace["none.csv"], "--model", "a*x", "--start", "a=1");
        Assert.Contains("none.csv: there is no such file", file.Complaint, StringComparison.Ordinal);
        Run empty = Minpack.Run("fit", "", "--model", "a*x", "--start", "a=1");
        Assert.StartsWith("data: the name of the file is empty", empty.Complaint, StringComparison.Ordinal);
        Run folder = Minpack.Run("fit", workspace["."], "--model", "a*x", "--start", "a=1");
        Assert.EndsWith(": this is a folder, not a file. Give the name of a file.", folder.Complaint);
        Directory.CreateDirectory(workspace["set.csv"]);
        Directory.CreateSymbolicLink(workspace["link.csv"], workspace["set.csv"]);
        foreach (string name in (string[])["set.csv", "link.csv", "set.csv/"])
        {
            Run named = Minpack.Run("fit", workspace[name], "--model", "a*x", "--start", "a=1");
            Assert.Contains($"{name}: this is a folder, not a file.", named.Complaint, StringComparison.Ordinal);
        }

        Run model = Minpack.Run("fit", "data.csv");
        Assert.Contains("--model", model.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_quote_does_not_swallow_the_rest_of_the_file()
    {
        string csv = "x,y\n1,\"3\n" + string.Concat(Enumerable.Repeat("2,5\n", 100_000));
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=1");
        Assert.StartsWith("standard input, line 2: a quote", run.Complaint, StringComparison.Ordinal);
    }
}
