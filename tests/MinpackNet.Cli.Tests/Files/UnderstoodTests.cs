using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What a person would take for granted is read so, and said.</summary>
public sealed class UnderstoodTests
{
    [Theory]
    [InlineData("x y\n1 2\n2 4\n3 6\n\n1 3\n2 5\n3 7\n", 6)]
    [InlineData("# t v\n1 2\n2 4\n3 6\n# t w\n1 3\n2 5\n3 7\n", 6)]
    [InlineData("9 2\n5 4\n1 6\n\n8 3\n5 5\n1 7\n", 5)]
    [InlineData("1 2\n2 4\n3 6\n1 3\n2 5\n3 7\n", null)]
    [InlineData("1 2\n2 4\n3 6\n\n4 3\n5 5\n6 7\n", null)]
    [InlineData("1 2\n5 4\n3 6\n\n1 3\n2 5\n3 7\n", null)]
    public void A_second_block_is_told(string text, int? line)
    {
        Run run = Minpack.Fit(text, "a*x + b", "a=1,b=0");
        Assert.Equal(line is not null, run.Output.Contains("starts again", StringComparison.Ordinal));
        Assert.Contains(line is null ? "" : $"starts again in line {line}, below a blank line", run.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2\n2,-999\n3,6\n4,-999.0\n5,11\n", "c2 is -999 in 2 rows", "--missing=-999")]
    [InlineData("1,2\n2,9.9E37\n3,6\n4,9.9E37\n5,11\n", "c2 is 9.9E+37 in 2 rows", "--missing=9.9E+37")]
    [InlineData("1,2\n99999,3\n3,6\n99999,8\n5,11\n", "c1 is 99999 in 2 rows", "--missing=99999")]
    [InlineData("1,2\n2,-9999\n3,6\n4,8\n5,11\n", "c2 is -9999 in 1 row,", "--missing=-9999")]
    [InlineData("1,20\n2,-99\n3,60\n4,80\n5,99\n", null, "")]
    [InlineData("1,900\n2,999\n3,999\n4,300\n5,200\n", null, "")]
    [InlineData("1,2\n2,500\n3,6\n4,500\n5,11\n", null, "")]
    public void Codes_for_no_value_are_told(string text, string? note, string option)
    {
        Run run = Minpack.Fit(text, "a*x + b", "a=1,b=0");
        string[] notes = [.. run.Json["input"]!["notes"]!.AsArray().Select(one => (string)one!)];
        Assert.Equal(note is not null, notes.Any(one => one.Contains("no value", StringComparison.Ordinal)));
        Assert.True(note is null || notes.Any(one => one.StartsWith(note, StringComparison.Ordinal)
            && one.EndsWith(option, StringComparison.Ordinal)));
        Run without = note is null ? run : Minpack.Fit(text, "a*x + b", "a=1,b=0", option);
        Assert.DoesNotContain("no value, give", without.Output, StringComparison.Ordinal);
    }

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

    [Theory]
    [InlineData("time,n\n0,12 510\n1,9 300\n2,7 190\n3,4 120\n", "12 510")]
    [InlineData("t,n,sd\n0,12 510,1 100\n1,9 300,1 200\n2,7 190,1 300\n", "12 510")]
    public void The_names_tell_what_commas_are_where_spaces_separate_thousands(string csv, string value)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--y", "n");
        Assert.Contains($"'{value}' in column n", run.Complaint, StringComparison.Ordinal);
        Assert.Contains("has separators between thousands", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,12 510\n1,9 300\n2,7 190\n3,4 120\n")]
    [InlineData("t n\n0,12 510\n1,9 300\n2,7 190\n3,4 120\n")]
    public void Without_them_spaces_are_between_fields(string csv)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json");
        Assert.Equal(4, (int)run.Json["input"]!["rows"]!);
        Assert.Contains("decimal commas", run.Json["input"]!["notes"]!.ToJsonString(), StringComparison.Ordinal);
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
    [InlineData("x,y,y", "not used: c2", "--y", "c3")]
    [InlineData("x,y,y", "not used: c3", "--y", "c2")]
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
    [InlineData("x,u(x),y", "u(x)", "x")]
    [InlineData("x,ux,y,uy", "ux", "x")]
    [InlineData("conc,u(conc),signal", "u(conc)", "conc")]
    [InlineData("x (m),u(x) (m),y (V)", "u(x) (m)", "x (m)")]
    [InlineData("R,T,uR", "uR", "R")]
    [InlineData("x,y,s(x)", "s(x)", "x")]
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
    [InlineData("x,u(x),y,u(y)", "u(y)")]
    [InlineData("x,ux,y,uy", "uy")]
    [InlineData("x,+/-,y,+/-", "c4")]
    [InlineData("t,±,v,±", "c4")]
    [InlineData("x,sd,y,sd,remark", "c4")]
    [InlineData("x,y,+/-", "+/-")]
    public void Errors_of_the_observations_are_offered_and_taken(string header, string errors, params string[] options)
    {
        string[] rows = [.. Enumerable.Range(1, 4).Select(row => string.Join(',', header.Split(',').Select((_, i) =>
            $"{(row * row) + i}")))];
        string csv = $"{header}\n{string.Join('\n', rows)}\n";
        string[] fit = options.Contains("--x") || !options.Contains("--y") ? options : [.. options, "--x", "v"];
        Assert.Contains(
            Minpack.Fit(csv, "a*x", "a=1", fit).Json["input"]!["notes"]!.AsArray(),
            note => ((string)note!).Replace("'", "").EndsWith($"give --sigma {errors}", StringComparison.Ordinal));
        Assert.Equal(
            errors == "c4" ? header.Split(',')[3] : errors,
            (string)Minpack.Fit(csv, "a*x", "a=1", [.. fit, "--sigma", errors]).Json["input"]!["sigma"]!);
    }

    [Theory]
    [InlineData("x,+/-,y,+/-", "+/-", "x")]
    [InlineData("x,+/-,y", "+/-", "x")]
    [InlineData("conc,sd,signal,s.d.", "sd", "conc")]
    [InlineData("t,remark,±,v", "±", "t")]
    public void Errors_beside_the_predictor_are_not_offered(string header, string errors, string x)
    {
        string[] rows = [.. Enumerable.Range(1, 4).Select(row => string.Join(',', header.Split(',').Select((name, i) =>
            name == "remark" ? "good" : $"{(row * row) + i}")))];
        string[] notes =
        [
            .. Minpack.Fit($"{header}\n{string.Join('\n', rows)}\n", "a*x", "a=1").Json["input"]!["notes"]!.AsArray()
                .Select(note => (string)note!),
        ];
        Assert.Equal(
            $"{errors} is not used; beside {x}, it seems to have its errors, which cannot be taken into account",
            notes[0]);
        Assert.DoesNotContain(notes, note => note.EndsWith("--sigma c2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x,+/-,y,+/-", "--sigma", "+/-", "--sigma c4, or give --skip 1")]
    [InlineData("t,v,v", "--y", "v", "--y c3, or give --skip 1")]
    [InlineData("t,t,v", "--x", "t", "--x c2, or give --skip 1")]
    [InlineData("x,y,y", "--sigma", "x", "--y c3, or give --skip 1")]
    public void Columns_of_one_name_are_told_by_their_places(
        string header, string option, string name, string advice)
    {
        string[] rows = [.. Enumerable.Range(1, 4).Select(row => string.Join(',', header.Split(',').Select((_, i) =>
            $"{(row * row) + i}")))];
        string csv = $"{header}\n{string.Join('\n', rows)}\n";
        string[] fit = ["fit", "-", "--model", "a*x", "--start", "a=1", "--json"];
        Assert.Contains(
            $"choose one by its place, such as {advice}",
            Minpack.RunOn(csv, [.. fit, option, name]).Complaint,
            StringComparison.Ordinal);
        string[] chosen = advice.Split(',')[0].Split(' ');
        string[] others = option == "--x" ? ["--y", "v"] : option == "--y" ? ["--x", "t"] : ["--x", "c1"];
        JsonNode input = Minpack.RunOn(csv, [.. fit, .. chosen, .. others]).Json["input"]!;
        string taken = chosen[0] == "--x" ? (string)input["x"]!["x"]! : (string)input[chosen[0][2..]]!;
        Assert.Equal(header.Split(',')[chosen[1][1] - '1'], taken);
    }

    [Fact]
    public void A_name_goes_before_a_place() => Assert.Equal(
        [5], Minpack.Fit("c2,x\n5,1\n10,2\n", "a*x", "a=1", "--y", "c2").Estimates.Select(a => Math.Round(a, 9)));

    [Theory]
    [InlineData("\"\",\"x\"\n\"1\",2.1\n\"2\",3.2\n\"3\",4.4\n", "c1", "names or", "--x c1 --y x")]
    [InlineData(",x\n0,2.1\n1,3.2\n2,4.4\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData(",x\n0,2.1\n4,3.2\n7,4.4\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData(",x\n0.5,2.1\n1.5,3.2\n2,4.4\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData("id,x\n1,2.1\n2,3.2\n3,4.4\n", "id", "names or counts the rows", "--x id --y x")]
    [InlineData("id,x\n1,2.1\n4,3.2\n6,4.4\n", "id", "names or counts the rows", "--x id --y x")]
    [InlineData("index,x\n1,2.1\n2,3.2\n3,4.4\n", "index", "names or counts the rows", "--x index --y x")]
    [InlineData("no,x,yerr\n1,2.1,3\n2,3.2,2\n3,4.4,1\n", "no", "names or counts the rows", "--x no --y x")]
    [InlineData("\"x\"\n1 2.1\n2 3.2\n3 4.4\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData("\"x\"\n\"1\" 2.1\n\"2\" 3.2\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData("\"y\"\n\"x\"\n1 2.1\n2 3.2\n", "c1", "names or counts the rows", "--x c1 --y x")]
    [InlineData("n,x\n1,2.1\n2,3.2\n3,4.4\n", "n", "may count the rows", "--x n --y x")]
    [InlineData("v,id\n2.1,1\n3.2,2\n4.4,3\n", "id", "names or counts the rows", "--x id --y v")]
    [InlineData("n,x,flag\n1,2.1,1\n2,3.2,1\n3,4.4,1\n", "flag", "has the same number in all rows", "--x n --y x")]
    [InlineData("id,x,T\n1,2.1,25\n2,3.2,25\n", "T", "has the same number in all rows", "--x id --y x")]
    [InlineData("date,x\n20240101,2.1\n20240201,3.2\n", "date", "has dates", "--y date")]
    [InlineData("id,x\n1,2.1\n2,3.2\n3,4.4\n", "id", "names or counts the rows", "--y id", "--x", "x")]
    public void What_is_left_is_not_fitted_if_it_is_an_index_or_a_constant(
        string csv, string left, string objection, string advice, params string[] options)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json"];
        string complaint = Minpack.RunOn(csv, [.. fit, .. options]).Complaint;
        Assert.Contains($"only {left} is left for the observations, and it {objection}", complaint,
            StringComparison.Ordinal);
        Assert.EndsWith($", such as {advice}.", complaint, StringComparison.Ordinal);
        Assert.Equal("", Minpack.RunOn(csv, [.. fit, .. options, .. advice.Split(' ')]).Error);
    }

    [Theory]
    [InlineData("const,x\n1,2.1\n1,3.2\n1,4.4\n")]
    [InlineData("x,flag,run\n2.1,1,1\n3.2,1,5\n4.4,1,9\n", "--sigma", "run")]
    public void A_constant_is_told_from_observations_by_its_place(string csv, params string[] options)
    {
        Run run = Minpack.RunOn(csv, ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json", .. options]);
        Assert.Equal(options.Length == 0 ? ExitCode.Usage : ExitCode.Success, run.ExitCode);
        Assert.Equal(
            options.Length == 0, run.Error.TrimEnd().EndsWith("Choose with --x and --y.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("conc,temp,rate\n1,25,3\n2,25,4\n3,25,6\n", "rate or temp", "--y rate")]
    [InlineData("conc,rate,temp\n1,3,25\n2,4,25\n3,6,25\n", "rate or temp", "--y rate")]
    [InlineData("t,T,p,v\n1,25,9,3\n2,25,9,4\n3,25,9,6\n", "v or T or p", "--y v")]
    [InlineData("1 0.1 2\n2 0.1 3\n3 0.1 5\n", "c3 or c2", "--y c3")]
    public void A_constant_is_not_proposed(string csv, string columns, string advice) => Assert.Contains(
        $"the observations may be in {columns}. Choose with --y, such as {advice}; the formula's x is",
        Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0").Complaint,
        StringComparison.Ordinal);

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
