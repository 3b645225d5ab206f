namespace MinpackNet.Cli.Tests;

/// <summary>Which character is between fields, whatever else is in them.</summary>
public sealed class DelimiterTests
{
    [Theory]
    [InlineData(';', "id;t;y\n1,5;0;5,1\n2,5;1;3,0\n3,5;2;1,9\n4,5;3;1,2\n5,5;4;0,7")]
    [InlineData(';', "run;t;y\n12 34;0;5.1\n12 34;1;3.0\n12 35;2;1.9\n12 35;3;1.2")]
    [InlineData(',', "run,t,y\n12 34,0,5.1\n12 34,1,3.0\n12 35,2,1.9\n12 35,3,1.2")]
    [InlineData('\t', "run\tt\ty\n12 34\t0\t5.1\n12 34\t1\t3.0\n12 35\t2\t1.9\n12 35\t3\t1.2")]
    [InlineData('|', "run|t|y\n12 34|0|5.1\n12 34|1|3.0\n12 35|2|1.9\n12 35|3|1.2")]
    [InlineData(',', "run,t,y\nA 1,0,5.1\nA 1,1,3.0\nA 2,2,1.9\nA 2,3,1.2")]
    [InlineData(',', "run,t,y\n1 2 3,0,5.1\n1 2 3,1,3.0\n1 2 4,2,1.9\n1 2 4,3,1.2")]
    [InlineData(',', "t,y,run\n0,5.1,2024 01\n1,3.0,2024 01\n2,1.9,2024 02\n3,1.2,2024 02")]
    [InlineData('|', "pos|t|y\n3,4|0|5\n3,4|1|3\n5,6|2|2\n5,6|3|1")]
    [InlineData(';', "pos;t;y\n3,4,5;0;5\n3,4,5;1;3\n5,6,7;2;2\n5,6,7;3;1")]
    [InlineData(',', "12 34,0,5.1\n12 34,1,3.0\n12 35,2,1.9")]
    [InlineData(',', "run,t,y\n\"12 34\",0,5.1\n\"12 34\",1,3.0\n\"12 35\",2,1.9")]
    [InlineData(',', "run,t,y\nA;1,0,5.1\nA;1,1,3.0\nA;2,2,1.9")]
    [InlineData(',', "sample id,t,y\n12 34,0,5.1\n12 34,1,3.0\n12 35,2,1.9")]
    [InlineData(';', "sample id;t;y\n12 34;0;5.1\n12 34;1;3.0\n12 35;2;1.9")]
    [InlineData(',', "run, t, y\n12 34, 0, 5.1\n12 34, 1, 3.0\n12 35, 2, 1.9")]
    [InlineData('|', "1,5|2,5|3,5\n2,5|3,5|4,5\n3,5|4,5|5,7")]
    [InlineData(',', "A;1,0,5.1\nA;1,1,3.0\nA;2,2,1.9")]
    [InlineData(',', "sample id,y\n12 34,5\n12 34,3\n12 35,2")]
    [InlineData(';', "t;y;remark\n0;5,1;ok, good, fine\n1;3,0;ok, good, fine\n2;1,9;ok, good, fine")]
    public void Labels_that_look_like_two_numbers_are_fields(char expected, string text) =>
        Assert.Equal(expected, Delimiter.Detect(text));

    [Theory]
    [InlineData(' ', "x y\n0,5 1,5\n1,5 2,5\n2,5 3,5")]
    [InlineData(' ', "t y s\n0 5,1 0,1\n1 3,0 0,1\n2 1,9 0,1")]
    [InlineData(' ', "A 0,5 1,5\nA 1,5 2,5\nB 2,5 3,5")]
    [InlineData(' ', "Decay, cold, warm\n0,5 5,1\n1,5 3,0\n2,5 2,0")]
    [InlineData(' ', "x y\n1,000 2,500\n2,000 3,500\n3,000 4,700")]
    [InlineData(' ', "t   y   n\n0   5.1 1\n1   3.0 2\n2   1.9 3")]
    public void Spaces_delimit_numbers_with_commas(char expected, string text) =>
        Assert.Equal(expected, Delimiter.Detect(text));

    [Theory]
    [InlineData(';', "1 000;2 000\n2 000;3 000\n3 000;4 100")]
    [InlineData(';', "10 s;5 mV\n20 s;7 mV\n30 s;8 mV")]
    [InlineData(',', "2024-01-01 10:00,5.1\n2024-01-02 10:00,5.1\n2024-01-03 10:00,5.1")]
    [InlineData(';', "Run 1, cold, 5 mM\nt;y\n0;5,1\n1;3,0\n2;1,9")]
    public void Spaces_within_fields_and_commas_in_titles_do_not_delimit(char expected, string text) =>
        Assert.Equal(expected, Delimiter.Detect(text));

    [Fact]
    public void Sets_may_be_named_by_two_numbers()
    {
        Run run = Minpack.RunOn(
            "run;t;c\n12 34;0;5,1\n12 34;1;3,0\n12 34;2;1,9\n12 35;0;8,2\n12 35;1;5,0\n12 35;2;3,0\n",
            "fit", "-", "--json", "--model", "a*exp(-k*t)", "--set", "run", "--shared", "k", "--y", "c");
        Assert.Equal(["k", "a_12_34", "a_12_35"], run.Json["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
    }
}
