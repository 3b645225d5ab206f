using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What a person would take for granted is read so, and said.</summary>
public sealed class UnderstoodTests
{
    [Theory]
    [InlineData("x,y,dy", "x", "y", "dy is not used; if it has standard deviations, give --sigma dy")]
    [InlineData("t,signal,error", "t", "signal", "error is not used")]
    [InlineData("time,counts,counts_err", "time", "counts", "counts_err is not used")]
    [InlineData("q,I,sigma", "q", "I", "--sigma sigma")]
    [InlineData("T,R,u(R)", "T", "R", "--sigma 'u(R)'")]
    [InlineData("sd,t,v", "t", "v", "sd is not used")]
    [InlineData("E,dE,n", "E", "n", "dE is not used")]
    [InlineData("t,V,dV", "t", "V", "dV is not used")]
    [InlineData("t (s),V (mV),dV (mV)", "t (s)", "V (mV)", "--sigma 'dV (mV)'")]
    [InlineData("dose,rate,e_rate", "dose", "rate", "e_rate is not used")]
    [InlineData("t,mean,SEM", "t", "mean", "SEM is not used")]
    [InlineData("t,mean,s.d.", "t", "mean", "s.d. is not used")]
    [InlineData("t,mean,s.e.", "t", "mean", "s.e. is not used")]
    [InlineData("t,v,v±", "t", "v", "v± is not used")]
    [InlineData("t,v,±", "t", "v", "± is not used")]
    [InlineData("t,v,+/-", "t", "v", "+/- is not used")]
    [InlineData("t,v,std. dev.", "t", "v", "std. dev. is not used")]
    [InlineData("t,v,Standard Error", "t", "v", "Standard Error is not used")]
    [InlineData("t,v,sigma_v", "t", "v", "sigma_v is not used")]
    [InlineData("t,v,vErr", "t", "v", "vErr is not used")]
    [InlineData("t,v,error bar (mV)", "t", "v", "error bar (mV) is not used")]
    [InlineData("q,S(q),s(S(q))", "q", "S(q)", "s(S(q)) is not used")]
    public void A_column_of_errors_is_not_fitted(string header, string x, string y, string note)
    {
        Run run = Minpack.Fit($"{header}\n5,3,1\n7,5,2\n9,9,4\n", "a*x + b", "a=1,b=0");
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)Assert.Single(input["x"]!.AsObject()).Value!);
        Assert.Equal(y, (string)input["y"]!);
        Assert.Contains(note, (string)Assert.Single(input["notes"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_is_no_error()
    {
        Run run = Minpack.RunOn(
            "V,I,dI/dV\n1,1,3\n2,4,5\n", "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Contains("the observations may be in I or dI/dV", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",t,v\n0,1,3\n1,2,5\n2,4,9\n", "t", 1)]
    [InlineData("\"\",t,v\n\"1\",1,3\n\"2\",2,5\n\"3\",4,9\n", "t", 1)]
    [InlineData(";t;v\n1;1;3\n2;2;5\n3;4;9\n", "t", 1)]
    [InlineData(",y,v\n1,3,1\n2,5,2\n4,9,4\n", "c1", 0)]
    [InlineData("index,t,v\n0,1,3\n1,2,5\n2,4,9\n", "t", 1)]
    [InlineData("No.,t,v\n1,1,3\n2,2,5\n3,4,9\n", "t", 1)]
    [InlineData("#,t,v\n1,1,3\n2,2,5\n3,4,9\n", "t", 1)]
    [InlineData("id,v\n1,3\n2,5\n3,7\n", "id", 0)]
    [InlineData("Unnamed: 0,t,v\n0,1,3\n1,2,5\n2,4,9\n", "t", 1, "--y", "v")]
    public void A_first_column_that_only_counts_is_an_index(string csv, string x, int notes, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)Assert.Single(input["x"]!.AsObject()).Value!);
        Assert.Equal(notes, input["notes"]!.AsArray().Count);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("n,E,dE", "n", "E")]
    [InlineData("n,E,dE", "n", "E", "--y", "E")]
    [InlineData("i,v,v_err", "i", "v")]
    [InlineData("id,v,sd", "id", "v")]
    [InlineData("index,v,error", "index", "v", "--y", "v")]
    [InlineData("sample,v,u(v)", "sample", "v", "--y", "v")]
    [InlineData("n,v", "n", "v")]
    public void A_column_that_counts_is_rather_the_predictor_than_one_of_errors(
        string header, string x, string y, params string[] options)
    {
        string[] rows = header.Count(c => c == ',') == 2 ? ["1,3,9", "2,5,8", "3,7,9"] : ["1,3", "2,5", "3,7"];
        Run run = Minpack.Fit($"{header}\n{string.Join('\n', rows)}\n", "a*x + b", "a=1,b=0", options);
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)input["x"]!["x"]!);
        Assert.Equal(y, (string)input["y"]!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("n,E,F", "the observations may be in E or F. Choose with --y")]
    [InlineData("id,t,v", "the formula's x may be in id or t. Choose with --x", "--y", "v")]
    [InlineData("id,t,v", "the formula's x may be in id or v. Choose with --x", "--y", "t")]
    [InlineData("index,t,v", "the observations may be in index or v. Choose with --y", "--x", "t")]
    [InlineData("obs,t,v,sd", "the formula's x may be in obs or t. Choose with --x", "--y", "v")]
    public void A_column_that_counts_is_not_dropped_where_the_user_chooses(
        string header, string complaint, params string[] options)
    {
        string rest = header.EndsWith("sd", StringComparison.Ordinal) ? ",1" : "";
        Run run = Minpack.RunOn(
            $"{header}\n1,1,3{rest}\n2,2,5{rest}\n3,4,9{rest}\n",
            ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", .. options]);
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x;y\n0,5;2\n1,5;4\n2;5\n", 1)]
    [InlineData("0,5;2\n1,5;4\n2;5\n", 2)]
    [InlineData("x\ty\n0,5\t2,0\n1,5\t4,0\n2,0\t5,0\n", 1)]
    [InlineData("0,5 2,0\n1,5 4,0\n2,0 5,0\n", 2)]
    [InlineData("x,y\n5.0D-01,2\n1.5d0,4\n2,0.5D+1\n", 0)]
    [InlineData("x,y\n\u22121,\u22121\n1.5,4\n2,5\n", 0)]
    [InlineData("x,y\n1,#N/A\n2,--\n3,n.d.\n0.5,2\n1.5,4\n2,5\n", 0)]
    [InlineData("| x | y |\n|---|---|\n| 0.5 | 2 |\n| 1.5 | 4 |\n| 2 | 5 |\n", 0)]
    [InlineData("| x | y |\n|:--|---:|\n| 0.5 | 2 |\n| 1.5 | 4 |\n| 2 | 5 |\n", 0)]
    [InlineData("x | y\n--- | ---\n0.5 | 2\n1.5 | 4\n2 | 5\n", 0)]
    [InlineData("+---+---+\n| x | y |\n+===+===+\n| 0.5 | 2 |\n| 1.5 | 4 |\n| 2 | 5 |\n+---+---+\n", 0)]
    [InlineData("x y\n------\n0.5 2\n1.5 4\n2 5\n======\n", 0)]
    [InlineData("x,y,y2,y2\n0.5,2,a,b\n1.5,4,a,b\n2,5,a,b\n", 0, "--y", "y")]
    [InlineData("measured on Monday\nx,y\n0.5,2\n1.5,4\n2,5\n", 0, "--skip", "1")]
    [InlineData("0,1\n0.5,2\n1.5,4\n2,5\n", 0, "--header")]
    [InlineData("\"1\",\"2\"\n0.5,2\n1.5,4\n2,5\n", 0, "--header")]
    public void Numbers_and_headers_are_read_as_they_are_written(string csv, int notes, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        Assert.Equal(notes, run.Json["input"]!["notes"]!.AsArray().Count);
    }
}
