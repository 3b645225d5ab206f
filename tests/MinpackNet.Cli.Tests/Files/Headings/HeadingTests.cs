using System.Text;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What stands above the rows of numbers.</summary>
public sealed class HeadingTests
{
    private const string Rows = "0.5,2\n1.5,4\n2,5\n";

    [Theory]
    [InlineData("Cyclic Run\nCell Two\nv = 3 V\n\nt, v\n0.5, 2\n1.5, 4\n2.5, 5\n", 1, 2, 5)]
    [InlineData("A(X)\tB(Y)\nt\tv\ns\tmV\nmy\tcomment\n0.5\t2\n1.5\t4\n2.5\t5\n", 1, 4, 2)]
    public void The_line_above_most_numbers_is_offered_for_the_names(string text, int one, int other, int likely)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json"];
        Assert.Equal(
            $"standard input: lines {one} and {other} may both have the names of the columns, and line {likely} is "
            + $"above the most rows of numbers. Give --header {likely}, --header {one} or --header {other}.",
            Minpack.RunOn(text, fit).Complaint);
        Assert.Equal("v", (string)Minpack.RunOn(text, [.. fit, "--header", $"{likely}"]).Json["input"]!["y"]!);
    }

    [Theory]
    [InlineData("s,mV")]
    [InlineData("(s),(mV)")]
    [InlineData("[s],[mV]")]
    [InlineData(",counts")]
    [InlineData("-,m/s^2")]
    [InlineData("sec,arb. units")]
    [InlineData("°C,%")]
    [InlineData("µs,10^3 counts")]
    [InlineData("h,W/(m² K)")]
    [InlineData("days,kg·m⁻²")]
    [InlineData("s,1")]
    [InlineData("1,mV")]
    public void Units_under_the_header_are_left_out(string units)
    {
        JsonNode input = Understood($"t,signal\n{units}\n{Rows}", "t", "signal");
        Assert.Equal($"line 2 ('{units}') is read as units", (string)Assert.Single(input["notes"]!.AsArray())!);
    }

    [Theory]
    [InlineData("measured on Monday\nt,signal\n" + Rows, "line 1 ('measured on Monday') is left out")]
    [InlineData("Run 5, 14 h, 2026\nt,signal\n" + Rows, "line 1 ('Run 5, 14 h, 2026') is left out")]
    [InlineData("\"Run 5\"\n\nt,signal\n" + Rows, "line 1 ('\"Run 5\"') is left out")]
    [InlineData("of the pump\nt;signal\n0,5;2\n1,5;4\n2;5\n", "line 1 ('of the pump') is left out")]
    [InlineData("of the old pump\nt signal\n0.5 2\n1.5 4\n2 5\n", "line 1 ('of the old pump') is left out")]
    public void A_title_above_the_header_is_left_out(string csv, string note) => Assert.Contains(
        note, Understood(csv, "t", "signal")["notes"]!.AsArray().Select(item => (string)item!));

    [Theory]
    [InlineData("\"t\n(s)\",signal\n" + Rows, "t (s)", "signal")]
    [InlineData("\"t\r\n(s)\",\"signal\r\n(mV)\"\r\n0.5,2\r\n1.5,4\r\n2,5\r\n", "t (s)", "signal (mV)")]
    [InlineData("t;\"signal\n\"\"raw\"\"\n(mV)\"\n0,5;2\n1,5;4\n2;5\n", "t", "signal \"raw\" (mV)")]
    [InlineData("\"t\rin s\"\tsignal\n0.5\t2\n1.5\t4\n2\t5\n", "t in s", "signal")]
    public void A_name_in_quotes_may_have_several_lines(string csv, string x, string y)
    {
        JsonNode input = Understood(csv, x, y);
        Assert.DoesNotContain("left out", input["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_counted_below_such_a_name()
    {
        Run run = Minpack.RunOn(
            "\"t\n(s)\",signal\n0.5,2\n1.5,bad\n2,5\n", "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Contains("line 4", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"t\n1,\"2\n3,4\n", 0)]
    [InlineData("5\" pipe\n\"t\",\"signal\"\n", 0)]
    [InlineData("\"never closed\nt,signal\n", 0)]
    [InlineData("t,signal\n\"1\n2\",3\n", 0)]
    [InlineData("\"t\n\r\n(s)\",b\n", 2)]
    public void Only_quotes_that_close_join_lines(string text, int joined)
    {
        using PeekedStream stream = PeekedStream.Of("file", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(joined, stream.JoinLinesOfFirstRecord());
    }

    [Theory]
    [InlineData("% t signal\n0.5 2\n1.5 4\n2 5\n")]
    [InlineData("%\tt\tsignal\n0.5\t2\n1.5\t4\n2\t5\n")]
    [InlineData("% t,signal\n" + Rows)]
    [InlineData("// t signal\n0.5 2\n1.5 4\n2 5\n")]
    [InlineData("; t signal\n0.5 2\n1.5 4\n2 5\n")]
    [InlineData("! t,signal\n" + Rows)]
    [InlineData("! t signal\n% s mV\n0.5 2\n1.5 4\n2 5\n")]
    public void A_mark_of_comments_before_the_names_is_not_a_name(string csv) => Understood(csv, "t", "signal");

    [Theory]
    [InlineData("t,%\n" + Rows, "t", "%")]
    [InlineData("%,signal\n" + Rows, "%", "signal")]
    [InlineData("%RH,signal\n" + Rows, "%RH", "signal")]
    public void A_percent_sign_may_be_in_a_name(string csv, string x, string y) => Understood(csv, x, y);

    [Fact]
    public void Title_names_and_units_may_come_together()
    {
        JsonNode input = Understood($"a title\n\nt,signal\n(s),(mV)\n{Rows}", "t", "signal");
        Assert.Equal(2, input["notes"]!.AsArray().Count);
    }

    [Fact]
    public void A_title_alone_leaves_the_columns_without_names() => Understood($"a title\n{Rows}", "c1", "c2");

    [Theory]
    [InlineData("\"t\" \"signal\"\n\"1\" 0.5 2\n\"2\" 1.5 4\n\"3\" 2 5\n")]
    [InlineData("t signal\nfirst 0.5 2\nsecond 1.5 4\nthird 2 5\n")]
    [InlineData("t,signal\nA,0.5,2\nB,1.5,4\nC,2,5\n")]
    [InlineData("\"t\",\"signal\"\n\"4\",0.5,2\n\"7\",1.5,4\n\"9\",2,5\n")]
    [InlineData("\"t\"\t\"signal\"\n\"1\"\t0.5\t2\n\"2\"\t1.5\t4\n\"3\"\t2\t5\n")]
    [InlineData("t signal\n1 0.5 2\n2 1.5 4\n3 2 5\n")]
    [InlineData("   t  signal\n0 0.5  2\n1 1.5  4\n2 2.0  5\n")]
    public void A_header_one_name_shorter_leaves_out_the_names_of_rows(string csv)
    {
        JsonNode input = Understood(csv, "t", "signal");
        string[] notes = [.. input["notes"]!.AsArray().Select(note => (string)note!)];
        Assert.Equal(2, notes.Length);
        Assert.StartsWith("line 1 ('", notes[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "') has one name fewer than there are columns, so t names the second", notes[0], StringComparison.Ordinal);
        Assert.Equal("c1 names or counts the rows and is not used", notes[1]);
    }

    [Theory]
    [InlineData("day,temp\n1,20,3\n2,21,4\n3,25,5\n", "id,day,temp", "day,temp,c3", 1)]
    [InlineData("day;temp\n1;20;3\n2;21;4\n3;25;5\n", "id;day;temp", "day;temp;c3", 1)]
    [InlineData("t\tsignal\n0\t0.5\t2\n1\t1.5\t4\n2\t2\t5\n", "id t signal", "t signal c3", 1)]
    [InlineData("x,y\n1,0.5,2\n2,1.5,4\n3,2,5\n", "id,x,y", "x,y,c3", 1)]
    [InlineData("\"x\",\"y\"\n1,0.5,2\n2,1.5,4\n", "id,\"x\",\"y\"", "\"x\",\"y\",c3", 1)]
    [InlineData("\"x\",\"y\"\n\"1\",\"0.5\",\"2\"\n\"2\",\"1.5\",\"4\"\n", "id,\"x\"", "\"y\",c3", 1)]
    [InlineData("day,temp\nMo,20,3\nTu,21,4\nFr,25,5\n", "id,day,temp", "day,temp,c3", 1)]
    [InlineData("a title\nt,y\n0.5,2,7\n1.5,4,7\n", "id,t,y", "t,y,c3", 2)]
    [InlineData("\"y\"\n\"x\"\n1,2.043\n2,3.05\n3,3.99\n", "id,\"x\"", "\"x\",c2", 2)]
    [InlineData("y\nx\n1 2.043\n2 3.05\n3 3.99\n", "id x", "x c2", 2)]
    public void A_header_that_misses_a_name_is_refused_with_both_readings(
        string csv, string counted, string cut, int skip)
    {
        string complaint = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0").Complaint;
        Assert.Contains($"Write '{counted}", complaint, StringComparison.Ordinal);
        Assert.Contains("' if the first column names or counts the rows, or '", complaint, StringComparison.Ordinal);
        Assert.Contains($"{cut}' if the name of the last is missing", complaint, StringComparison.Ordinal);
        Assert.Contains($"or give --skip {skip} to leave it out", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Device:,ACME 5\nDate:,2024-05-01\n\nt,U\n[s],[V]\n" + Rows, 4)]
    [InlineData("Device:,ACME 5\nDate:,2024-05-01\n\n\n\nt,U\n" + Rows, 6)]
    [InlineData("Made by,ABC\nOven,25.0\n\nt,U\ns,V\n\n" + Rows, 4)]
    [InlineData("Made by,ABC\nOven,25.0\na title,too\nt,U\n,mV\n" + Rows, 4)]
    [InlineData("Made by,ABC\r\nOven,25.0\r\n\r\nt,U\r\ns,V\r\n0.5,2\r\n1.5,4\r\n2,5\r\n", 4)]
    public void A_header_below_values_is_found_above_its_units(string csv, int line)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0"];
        Assert.EndsWith(
            $"If line {line} is the header, give --header {line}.",
            Minpack.RunOn(csv, fit).Complaint,
            StringComparison.Ordinal);
        Understood(csv, "t", "U", "--header", $"{line}");
    }

    [Theory]
    [InlineData("time,signal\nt,y\n" + Rows, "lines 1 and 2 may", "Give --header 1 or --header 2.")]
    [InlineData("A,A,B,B\nx,y,x,y\n1,2,3,4\n", "lines 1 and 2 may", "Give --header 1 or --header 2.")]
    [InlineData("a title\nt,y\none,two\n" + Rows, "lines 2 and 3", "Give --header 2 or --header 3.")]
    [InlineData("t,y\n0.5,2,7\n1.5,4,7\n2,5,7\n", "line 1: the row above", "2 fields", "below have 3", "--skip 1 to")]
    [InlineData("signal\n1,2\n2,4\n3,5\n", "line 1: the row above", "1 field, ", "have 2", "--skip 1 to")]
    [InlineData("Made by,ABC\nOven,25.0\nt,y\n" + Rows, "line 2: 'Oven'", "line 3 is the header", "--header 3.")]
    [InlineData("25.0,1\nOven,2\nt,y\n" + Rows, "line 2: 'Oven'", "line 3 is the header", "--header 3.")]
    public void What_is_ambiguous_is_refused_with_the_option(string csv, params string[] texts)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.All(texts, text => Assert.Contains(text, run.Complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("time,signal\nt,y\n" + Rows, "time", "signal", "--header", "1")]
    [InlineData("time,signal\nt,y\n" + Rows, "t", "y", "--header", "2")]
    [InlineData("time,signal\nt,y\n" + Rows, "t", "y", "--skip", "1")]
    [InlineData("a title\ntime,signal\nt,y\n" + Rows, "time", "signal", "--header", "2")]
    [InlineData("a title\ntime,signal\nt,y\n" + Rows, "time", "signal", "--skip", "1", "--header")]
    [InlineData("a title\ntime,signal\nt,y\n" + Rows, "c1", "c2", "--skip", "3")]
    [InlineData("Made by,ABC\nOven,25.0\nt,y\n" + Rows, "t", "y", "--header", "3")]
    [InlineData("signal\n1,3\n2,5\n3,7\n", "c1", "c2", "--skip", "1")]
    public void The_option_that_a_refusal_names_settles_it(string csv, string x, string y, params string[] options) =>
        Understood(csv, x, y, options);

    [Theory]
    [InlineData("\"1\",\"2\"\n" + Rows, 3, "1", "2", "is read as the names of the columns")]
    [InlineData("\"400\";\"500\"\n0,5;2\n1,5;4\n2;5\n", 3, "400", "500", "is read as the names of the columns")]
    [InlineData("#,400,500\n1,0.5,2\n2,1.5,4\n3,2,5\n", 3, "400", "500", "is read as the names of the columns")]
    [InlineData(",0,1\n0,0.5,2\n1,1.5,4\n2,2,5\n", 3, "0", "1", "is read as the names of the columns")]
    [InlineData("0,1\n" + Rows, 4, "c1", "c2", "is read as data; if those are the names of the columns, give --header")]
    [InlineData("1 2\n0.5 1.5\n1.5 2.5\n", 3, "c1", "c2", "if those are the names of the columns, give --header")]
    [InlineData("2019,2020\n" + Rows, 4, "c1", "c2", "no header: the first row ('2019,2020') is read as data")]
    [InlineData("450,500\n" + Rows, 4, "c1", "c2", "no header: the first row ('450,500') is read as data")]
    [InlineData("0,5;1,0\n0,5;2\n1,5;4\n", 3, "c1", "c2", "no header: the first row ('0,5;1,0') is read as data")]
    [InlineData(Rows, 3, "c1", "c2", "no header: the first row ('0.5,2') is read as data")]
    [InlineData("# by hand in 2026\n7 8\n1 2\n2 4\n", 3, "c1", "c2", "no header: the first row ('7 8') is read as")]
    [InlineData("time,400\n" + Rows, 3, "time", "400", "line 1 ('time,400') is read as the names of the columns")]
    [InlineData("400,Signal\n" + Rows, 3, "400", "Signal", "is read as the names of the columns")]
    [InlineData("T;2019\ns;mV\n0,5;2\n1,5;4\n2;5\n", 3, "T", "2019", "line 2 ('s;mV') is read as units")]
    public void A_first_row_of_an_index_is_said(string csv, int rows, string x, string y, string note)
    {
        JsonNode input = Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!;
        Assert.Equal(rows, (int)input["rows"]!);
        Assert.Equal(x, (string)input["x"]!["x"]!);
        Assert.Equal(y, (string)input["y"]!);
        Assert.Contains(note, (string)input["notes"]![0]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 2\n3 4\n400,500\n" + Rows, 3, "400", "500", 0)]
    [InlineData("# 5 runs\n\n# t, signal\n" + Rows, 3, "t", "signal", 0)]
    [InlineData("a\n# t signal\n# s mV\n" + Rows, 2, "t", "signal", 0)]
    [InlineData("a;1\nb;2\nt;signal\n0,5;2\n1,5;4\n2;5\n", 3, "t", "signal", 0)]
    [InlineData("Oven,25\nt,signal\ns,mV\n" + Rows, 2, "t", "signal", 1)]
    [InlineData("Oven,25\n450,500\nnm,mV\n" + Rows, 2, "450", "500", 1)]
    public void The_line_with_the_names_can_be_given(string csv, int line, string x, string y, int units)
    {
        JsonNode input = Understood(csv, x, y, "--header", $"{line}");
        Assert.Equal(3, (int)input["rows"]!);
        Assert.Equal(units, input["notes"]!.AsArray().Count(note =>
            ((string)note!).EndsWith("units", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("t,signal\n" + Rows, "--header: there is no line 9.", "--header", "9")]
    [InlineData("a title\n\nt,signal\n" + Rows, "--header: line 2 has no names.", "--header", "2")]
    [InlineData("# title\nt,signal\n" + Rows, "line 1: the row above the data has 1 field, but", "--header", "1")]
    [InlineData("t,signal\n" + Rows, "--header: '0' is not the number of a line", "--header", "0")]
    [InlineData("t,signal\n" + Rows, "--skip contradicts --header with a line", "--header", "2", "--skip", "1")]
    [InlineData("t,signal\n" + Rows, "--no-header contradicts --header.", "--header", "2", "--no-header")]
    public void A_line_without_names_is_refused(string csv, string complaint, params string[] options) =>
        Assert.Contains(
            complaint,
            Minpack.RunOn(csv, ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", .. options]).Complaint,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("2019,2020\n" + Rows, "2019", "2020", "--header")]
    [InlineData("a title\n450,500\n" + Rows, "450", "500", "--header", "2")]
    [InlineData("label,400,500\nA,0.5,2\nB,1.5,4\nC,2,5\n", "400", "500", "--header")]
    public void A_header_of_numbers_is_read_with_the_option_that_the_note_names(
        string csv, string x, string y, params string[] options)
    {
        string notes = Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!["notes"]!.ToJsonString();
        Assert.Contains($"give {string.Join(' ', options)}", notes, StringComparison.Ordinal);
        Understood(csv, x, y, options);
    }

    [Theory]
    [InlineData("# t signal\n" + Rows)]
    [InlineData("t,signal\n" + Rows)]
    [InlineData("\"400\",\"500\"\n" + Rows)]
    public void With_names_nothing_is_said_of_a_missing_header(string csv) => Assert.DoesNotContain(
        "no header",
        Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!["notes"]!.ToJsonString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("#,t,signal\n1,0.5,2\n2,1.5,4\n3,2,5\n")]
    [InlineData("#;t;signal\n;s;mV\n1;0,5;2\n2;1,5;4\n3;2;5\n")]
    [InlineData("#\tt\tsignal\n1\t0.5\t2\n2\t1.5\t4\n3\t2\t5\n")]
    [InlineData("# t signal\n1 0.5 2\n2 1.5 4\n3 2 5\n")]
    [InlineData("#;t;signal\n#;s;mV\n1;0,5;2\n2;1,5;4\n3;2;5\n")]
    [InlineData("# by hand\n#,t,signal\n1,0.5,2\n# a pause\n2,1.5,4\n3,2,5\n")]
    [InlineData("#,t,signal\n\n\"#1\",0.5,2\n\"#2\",1.5,4\n\"#3\",2,5\n")]
    [InlineData("\"#\",t,signal\n1,0.5,2\n2,1.5,4\n3,2,5\n")]
    public void A_header_may_call_its_first_column_by_a_hash(string csv) => Understood(csv, "t", "signal");

    [Theory]
    [InlineData("#,by hand,on Monday\nx,t,signal\n", 1)]
    [InlineData("#,\nx,t,signal\n", 1)]
    [InlineData("# t signal\nx,t,signal\n", 1)]
    public void A_hash_above_a_header_starts_a_comment(string above, int comments)
    {
        JsonNode input = Minpack.Fit(
            $"{above}7,0.5,2\n8,1.5,4\n8,2,5\n", "a*x + b", "a=1,b=0", "--x", "t", "--y", "signal").Json["input"]!;
        Assert.Equal(comments, (int)input["commentLines"]!);
    }

    [Theory]
    [InlineData("Mean,3.7", "line 5: 'Mean' in column t is not a finite number")]
    [InlineData("Source: NIST", "line 5: there is 1 field, but the first row has 2. Complete the row ('Source: NIST')")]
    [InlineData("Source: NIST\nby hand\nend, of file", "line 5: there is 1 field")]
    [InlineData("Total,a,b", "line 5: there are 3 fields")]
    [InlineData("(3 rows)", "line 5: there is 1 field")]
    public void Lines_below_the_table_are_refused_with_the_way_to_leave_them_out(string footer, string complaint)
    {
        string csv = $"t,signal\n{Rows}{footer}\n";
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.StartsWith($"standard input, {complaint}", run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith(
            "If the line is not a row of the table, remove it or put # before it; if it is below all rows, give "
            + "--rows 3.",
            run.Complaint,
            StringComparison.Ordinal);
        JsonNode input = Understood(csv, "t", "signal", "--rows", "3");
        Assert.Contains("line 5 (", $"{input["notes"]}", StringComparison.Ordinal);
        Assert.DoesNotContain("--skip", run.Complaint, StringComparison.Ordinal);
        string commented = $"t,signal\n{Rows}{string.Concat(footer.Split('\n').Select(line => $"#{line}\n"))}";
        Understood(commented, "t", "signal");
    }

    [Theory]
    [InlineData("t,signal,signal\n", 1, "c1", "c2")]
    [InlineData("a title\n\nt,signal,signal\n", 3, "c1", "c2")]
    [InlineData("signal,signal,t\ns,s,s\n", 2, "c1", "c2")]
    public void Two_columns_of_one_name_are_refused_with_the_lines_to_skip(
        string header, int skip, string x, string y)
    {
        string csv = $"{header}0.5,2,7\n1.5,4,7\n2,5,7\n";
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--y", "signal");
        Assert.Contains($"give --skip {skip} to leave the header out", run.Complaint, StringComparison.Ordinal);
        Understood(csv, x, y, "--skip", $"{skip}", "--x", x, "--y", y);
    }

    [Fact]
    public void Names_longer_than_anyone_reads_are_cut()
    {
        string name = new('n', 200_000);
        string csv = $"x,{name},m{name}\n0.5,2,7\n1.5,4,7\n2,5,8\n";
        string[] fit = ["fit", "-", "--start", "a=1,b=0", "--model"];
        Run report = Minpack.RunOn(csv, [.. fit, "a*x + b", "--y", name]);
        Assert.Equal(ExitCode.Success, report.ExitCode);
        Assert.InRange(report.Output.Split('\n').Max(line => line.Length), 80, 200);
        Assert.InRange(Minpack.RunOn(csv, [.. fit, "a*x + b"]).Complaint.Length, 50, 400);
        Assert.InRange(Minpack.RunOn(csv, [.. fit, "a*x + c"]).Complaint.Length, 50, 400);
        Assert.InRange(Minpack.RunOn(csv, [.. fit, "a*x + b", "--y", "z"]).Complaint.Length, 50, 400);
        Assert.InRange(Minpack.RunOn(csv, [.. fit, "a*x + b", "--y", $"z{name}"]).Complaint.Length, 50, 400);
        Run bad = Minpack.RunOn($"{csv}3,?,five\n", [.. fit, "a*x + b", "--y", $"m{name}"]);
        Assert.InRange(bad.Complaint.Length, 50, 400);
    }

    [Fact]
    public void The_delimiter_that_a_spreadsheet_is_told_is_used() =>
        Understood("sep=;\nt;signal, mV\n0,5;2\n1,5;4\n2;5\n", "t", "signal, mV");

    [Theory]
    [InlineData("1,(5.0)")]
    [InlineData("(1.5),(5)")]
    [InlineData("1,[5]")]
    [InlineData("1,<5>")]
    public void Values_in_brackets_are_no_units(string row)
    {
        Run run = Minpack.RunOn(
            $"t,signal\n{row}\n{Rows}", "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.DoesNotContain("is read as units", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NA,NA\n", 1)]
    [InlineData("-,\n", 1)]
    [InlineData(",n.d.\n--,?\n", 2)]
    public void Missing_values_under_the_header_are_no_units(string csv, int skipped) => Assert.Equal(
        skipped, (int)Understood($"t,signal\n{csv}{Rows}", "t", "signal")["skippedRows"]!);

    [Theory]
    [InlineData("# spectrometer X\n# nm counts\n", "spectrometer", "X")]
    [InlineData("# Sample X\n", "Sample", "X")]
    [InlineData("# Y axis\n# s mV\n", "Y", "axis")]
    [InlineData("#spectrometer\tX\n#nm\tcounts\n", "spectrometer", "X")]
    [InlineData("Sample,X\nnm,counts\n", "Sample", "X")]
    [InlineData("Sample,X\n# nm,counts\n", "Sample", "X")]
    [InlineData("Y,axis\ns,mV\n", "Y", "axis")]
    public void Names_that_may_be_a_title_do_not_swap_columns_by_another_case(string header, string x, string y)
    {
        Run run = Minpack.RunOn($"{header}{Rows}", "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Equal(
            "standard input: line 1 may have the names of the columns or be a title, so the formula's x may be in "
            + $"{y} or {x}. Choose with --x and --y, such as --x {x} --y {y}.",
            run.Complaint);
        Understood($"{header}{Rows}", x, y, "--x", x, "--y", y);
        Understood($"{header}{Rows}", x, y, "--x", x);
        Understood($"{header}{Rows}", x, y, "--y", y);
    }

    [Fact]
    public void A_column_that_the_user_fits_is_not_taken_for_the_predictor_instead()
    {
        string[] fit =
            ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json", "--y", "B"];
        const string Csv = "# A B X\n# s V V\n0.5 2 7\n1.5 4 8\n2 5 8\n";
        Assert.EndsWith(
            "so the formula's x may be in X or another. Choose with --x, such as --x X.",
            Minpack.RunOn(Csv, fit).Complaint,
            StringComparison.Ordinal);
        Assert.Equal("X", (string)Minpack.RunOn(Csv, [.. fit, "--x", "X"]).Json["input"]!["x"]!["x"]!);
    }

    [Theory]
    [InlineData("# wavelength intensity\n# nm counts\n", "wavelength", "intensity")]
    [InlineData("# t signal\n# s V\n", "t", "signal")]
    [InlineData("# X Y\n# s V\n", "X", "Y")]
    [InlineData("# x signal\n# s V\n", "x", "signal")]
    [InlineData("# t s.d.\n# s V\n", "t", "s.d.", "--y", "s.d.")]
    [InlineData("# J. Smith\n# h cells\n", "h", "cells")]
    [InlineData("# J.R. Smith\n# h cells\n", "h", "cells")]
    [InlineData("# instrument: spectrometer\n# nm counts\n", "nm", "counts")]
    [InlineData("# Univ. X\n# nm counts\n", "nm", "counts")]
    [InlineData("# by X\n# nm counts\n", "nm", "counts")]
    [InlineData("# measured by J. Smith, X\n# nm, counts\n", "nm", "counts")]
    [InlineData("Instrument:,X\nnm,counts\n", "nm", "counts")]
    [InlineData("J. Smith,X\nnm,counts\n", "nm", "counts")]
    [InlineData("Made in Jena.,X\nnm,counts\n", "nm", "counts")]
    [InlineData("Operator: Smith,X\nt,signal\ns,mV\n", "t", "signal")]
    [InlineData("Temp.,Cond.\nK,S\n", "Temp.", "Cond.")]
    [InlineData("time of flight,signal\ns,mV\n", "time of flight", "signal")]
    [InlineData("# instrument: X\n", "c1", "c2")]
    [InlineData("# J. Smith\n", "c1", "c2")]
    public void A_title_is_told_from_names(string header, string x, string y, params string[] options) =>
        Understood($"{header}{Rows}", x, y, options);

    [Theory]
    [InlineData("# y x\n# s V\n")]
    [InlineData("signal,X\n")]
    [InlineData("Y,X\n")]
    [InlineData("# y X\n# s V\n")]
    public void Names_that_are_sure_may_swap_columns(string header)
    {
        Run run = Minpack.Fit($"{header}2,0.5\n4,1.5\n5,2\n", "a*x + b", "a=1,b=0");
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("# t signal\n" + Rows, 3)]
    [InlineData("\"0\",\"1\"\n" + Rows, 4)]
    [InlineData("#,2\n" + Rows, 3)]
    [InlineData("NA,NA\n" + Rows, 3)]
    [InlineData("0,1\n" + Rows, 4)]
    public void Without_a_header_the_first_row_is_data(string csv, int rows)
    {
        JsonNode input = Understood(csv, "c1", "c2", "--no-header");
        Assert.Equal(rows, (int)input["rows"]!);
        Assert.DoesNotContain(
            input["notes"]!.AsArray(), note => ((string)note!).Contains("names", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("t,signal\n" + Rows, "line 1: 't' in column c1 is not a finite number.", "leave --no-header out.")]
    [InlineData("t,1\n" + Rows, "line 1: 't' in column c1 is not a finite number.", "leave --no-header out.")]
    [InlineData("a b c\n" + Rows, "line 1: 'a b c' is not a row of numbers.", "leave --no-header out.")]
    [InlineData("a title\n" + Rows, "If it is a title, give --skip 1 as well;", "leave --no-header out.")]
    [InlineData("a title\n\nand more\n" + Rows, "line 1: 'a title' is not a row", "leave --no-header out.")]
    [InlineData("t;signal\n" + Rows, "line 1: 't;signal' is not a row of numbers.", "leave --no-header out.")]
    [InlineData("t,signal,n\n" + Rows, "line 1: 't,signal,n' is not a row of numbers.", "leave --no-header out.")]
    [InlineData(Rows, "--no-header contradicts --header.", "Leave one of them out.", "--header")]
    public void What_contradicts_a_missing_header_is_refused(
        string csv, string complaint, string cure, params string[] options)
    {
        Run run = Minpack.RunOn(
            csv, ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--no-header", .. options]);
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith(cure, run.Complaint, StringComparison.Ordinal);
    }

    private static JsonNode Understood(string csv, string x, string y, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)input["x"]!["x"]!);
        Assert.Equal(y, (string)input["y"]!);
        return input;
    }
}
