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
    [InlineData(",y,v\n1,3,1\n2,5,2\n4,9,4\n", "c1", 1)]
    [InlineData("n,t,y\n1,1,3\n2,2,5\n3,4,9\n", "t", 1)]
    [InlineData("i,t,y\n0,1,3\n1,2,5\n2,4,9\n", "t", 1)]
    [InlineData("k,x,v\n5,1,3\n6,2,5\n7,4,9\n", "x", 1)]
    [InlineData("sample_id,conc,signal\n1,1,3\n2,2,5\n3,4,9\n", "conc", 1)]
    [InlineData("sample_id,conc,signal\n101,1,3\n102,2,5\n103,4,9\n", "conc", 1, "--y", "signal")]
    [InlineData("run,time,temp\n1,1,3\n2,2,5\n3,4,9\n", "time", 1, "--y", "temp")]
    [InlineData("trial,time,temp\n1,1,3\n2,2,5\n3,4,9\n", "time", 1, "--x", "time")]
    [InlineData("day,PatientID,t,v\nMo,1,1,3\nTu,2,2,5\nFr,3,4,9\n", "t", 1)]
    [InlineData("ID,n,t,y\n1,1,1,3\n2,2,2,5\n3,3,4,9\n", "t", 2)]
    [InlineData("T,n,t,y\n298,1,1,3\n298,2,2,5\n298,3,4,9\n", "t", 2)]
    [InlineData("id,t,v\n1,1,3\n2,2,5\n3,4,9\n", "t", 1, "--y", "v")]
    [InlineData("index,t,v\n1,1,3\n2,2,5\n3,4,9\n", "t", 1, "--x", "t")]
    [InlineData("obs,t,v,sd\n1,1,3,1\n2,2,5,1\n3,4,9,1\n", "t", 2, "--y", "v")]
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
    [InlineData("n,E,F", "may be in E or F. Choose with --y, such as --y E; the formula's x may be in n or E: choose")]
    [InlineData("run,t,v", "in t or v. Choose with --y, such as --y t; the formula's x may be in run or t: choose")]
    [InlineData("id,t,v", "the formula's x may be in id or v. Choose with --x", "--y", "t")]
    [InlineData("n,t,v", "the formula's x may be in n or v. Choose with --x", "--y", "t")]
    public void A_column_that_counts_and_may_be_the_predictor_is_refused_with_the_option(
        string header, string complaint, params string[] options)
    {
        string rest = header.EndsWith("sd", StringComparison.Ordinal) ? ",1" : "";
        Run run = Minpack.RunOn(
            $"{header}\n1,1,3{rest}\n2,2,5{rest}\n3,4,9{rest}\n",
            ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", .. options]);
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n,t,v\n1,1,3\n2,2,5\n4,4,9\n", "n")]
    [InlineData("N,t,v\n1.5,1,3\n2.5,2,5\n3.5,4,9\n", "N")]
    [InlineData("Z,t,v\n1,1,3\n2,2,5\n3,4,9\n", "Z")]
    [InlineData("atomic number,t,v\n1,1,3\n2,2,5\n3,4,9\n", "atomic number")]
    public void Columns_that_do_not_count_by_name_and_values_are_the_predictor(string csv, string x)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--y", "v");
        Assert.Equal(x, (string)run.Json["input"]!["x"]!["x"]!);
        Assert.Equal("""["not used: t"]""", run.Json["input"]!["notes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("T,t,v\n298,1,3\n298,2,5\n298,4,9\n", "not used: T")]
    [InlineData("T,t,v\n298,1,3\n298,2,5\n298,4,9\n", "not used: T", "--y", "v")]
    [InlineData("T,p,t,y\n298,1,1,3\n298,1,2,5\n298,1,4,9\n", "not used: T, p")]
    [InlineData("T,y,t\n298,3,1\nNA,5,2\n298,9,4\n", "not used: T")]
    [InlineData("T t v dv\n298 1 3 1\n298 2 5 1\n298 4 9 1\n", "not used: T", "--sigma", "dv")]
    public void A_constant_column_is_not_the_predictor(string csv, string note, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        Assert.Equal("t", (string)run.Json["input"]!["x"]!["x"]!);
        Assert.Equal(note, (string)Assert.Single(run.Json["input"]!["notes"]!.AsArray())!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("T,v\n298,3\n298,5\n", "T")]
    [InlineData("T,v,dv\n298,3,1\n298,5,2\n", "T")]
    [InlineData("T,t,v\n298,1,3\n298,2,5\n", "T", "--x", "T", "--y", "v")]
    [InlineData("c,v\n2,3\n2,5\n", "c")]
    public void A_constant_column_is_the_predictor_where_there_is_no_other(
        string csv, string x, params string[] options) => Assert.Equal(
            x,
            (string)Minpack.Fit(csv, "a*x", "a=1", options).Json["input"]!["x"]!["x"]!);

    [Theory]
    [InlineData("t,y,T", "not used: T")]
    [InlineData("t,y,T,p,remark", "not used: T, p")]
    [InlineData("x,a,y", "not used: a", "--y", "y")]
    [InlineData("t,v,T", "not used: T", "--y", "v")]
    [InlineData("t,y,dy,sd", "not used: sd", "--sigma", "dy")]
    public void The_columns_of_numbers_that_are_not_used_are_named_in_the_report_and_in_the_document(
        string header, string note, params string[] options)
    {
        string[] names = header.Split(',');
        string csv = $"{header}\n" + string.Concat(Enumerable.Range(1, 4).Select(row => string.Join(',', names.Select(
            (name, column) => name == "remark" ? "good" : $"{(row * row) + column}")) + "\n"));
        string[] fit = ["fit", "-", "--model", "slope*x + offset", "--start", "slope=1,offset=1", .. options];
        string report = Minpack.RunOn(csv, fit).Output.ReplaceLineEndings("\n");
        Assert.Contains($"\n{note}\n", report, StringComparison.Ordinal);
        Assert.Equal(
            note, (string)Assert.Single(Minpack.RunOn(csv, [.. fit, "--json"]).Json["input"]!["notes"]!.AsArray())!);
    }

    [Theory]
    [InlineData("x,xerr,y,yerr", "xerr", "x")]
    [InlineData("x,x_err,y", "x_err", "x")]
    [InlineData("x,dx,y", "dx", "x")]
    [InlineData("x,sx,y", "sx", "x")]
    [InlineData("x,y,sigma_x", "sigma_x", "x")]
    [InlineData("x,y,delta x", "delta x", "x")]
    [InlineData("x,y,err_x", "err_x", "x")]
    [InlineData("t,v,xerr", "xerr", "x")]
    [InlineData("X,Y,X_err", "X_err", "X")]
    [InlineData("conc,dconc,signal", "dconc", "conc")]
    [InlineData("conc (M),signal (V),u(conc) (M)", "u(conc) (M)", "conc (M)")]
    [InlineData("conc,signal,conc_std", "conc_std", "conc")]
    [InlineData("conc,signal,error in conc", "error in conc", "conc")]
    [InlineData("t,T,dt", "dt", "t")]
    public void Errors_of_the_predictor_are_told_and_refused_as_those_of_the_observations(
        string header, string errors, string x)
    {
        string row = string.Join(',', header.Split(',').Select((_, i) => $"{i + 1}.5"));
        string other = string.Join(',', header.Split(',').Select((_, i) => $"{(2 * i) + 3}.5"));
        string csv = $"{header}\n{row}\n{other}\n";
        string[] notes = [.. Minpack.Fit(csv, "a*x", "a=1").Json["input"]!["notes"]!.AsArray().Select(n => (string)n!)];
        Assert.Contains($"{errors} is not used, because errors of {x} cannot be taken into account", notes);
        Assert.DoesNotContain(notes, note => note.Contains($"--sigma {errors}", StringComparison.Ordinal));
        Assert.StartsWith(
            $"--sigma: by its name, {errors} has errors of {x}, which cannot be taken into account.",
            Minpack.RunOn(csv, "fit", "-", "--model", "a*x", "--start", "a=1", "--sigma", errors).Complaint,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,xerr,y,yerr", "yerr")]
    [InlineData("t,v,delta_v", "delta_v")]
    [InlineData("t,T,dT", "dT")]
    [InlineData("v,x,dx", "dx", "--y", "x")]
    [InlineData("V,X,X_err", "X_err", "--y", "X", "--x", "V")]
    [InlineData("t,conc,dconc", "dconc")]
    [InlineData("x,y,s.d.", "s.d.")]
    public void Errors_of_the_observations_are_offered_and_taken(string header, string errors, params string[] options)
    {
        string[] rows = [.. Enumerable.Range(1, 4).Select(row => string.Join(',', header.Split(',').Select((_, i) =>
            $"{(row * row) + i}")))];
        string csv = $"{header}\n{string.Join('\n', rows)}\n";
        string[] fit = options.Contains("--x") || !options.Contains("--y") ? options : [.. options, "--x", "v"];
        Assert.Contains(
            Minpack.Fit(csv, "a*x", "a=1", fit).Json["input"]!["notes"]!.AsArray(),
            note => ((string)note!).EndsWith($"give --sigma {errors}", StringComparison.Ordinal));
        Assert.Equal(
            errors, (string)Minpack.Fit(csv, "a*x", "a=1", [.. fit, "--sigma", errors]).Json["input"]!["sigma"]!);
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
