using System.Globalization;
using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>Numbers of a file, which are read from its bytes, against the same numbers as texts.</summary>
public sealed class NumberTests
{
    private static readonly string[] Odd =
    [
        "0", "-0", "+0.0", "1.", ".5", "-.5e1", "00012", "1e5", "1E+05", "1e-05", "1e", "1e+", "e5", ".", "-", "+",
        "--", "1.5.2", "1,5", "1,000", "1,000.5", "1.000,5", "1.000", "1.000.000", "1,000,000", "1'000", "1\u00a0000",
        ",", ",,", "1,", ",5", "12,34", "1d5", "1.5D-3", "\u22125", "inf", "-Infinity", "+inf", "NaN", "nan", "1e400",
        "-1e400", "1e-400",
        "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308",
        "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "9007199254740992.99999999999999999999",
        "0.500000000000000166533453693773481063544750213623046875", "1e23", "8.5e22", "123456789012345678901234567890",
        "0x10", "1_000", "(5)", "5-", "1 2", "12 %", "1e5.5", "٣", "\u00bd",
    ];

    [Fact]
    public void A_field_is_read_as_its_text_is_to_the_last_bit()
    {
        Random random = new(7);
        string[] texts =
        [
            .. Odd,
            .. Enumerable.Range(0, 20000).Select(_ => RandomNumber(random)),
            .. Enumerable.Range(0, 20000).Select(_ => Mutated(RandomNumber(random), random)),
        ];
        using RecordReader lines = new(new MemoryStream(Encoding.UTF8.GetBytes(
            string.Join('\n', texts.Select(text => $"0;{text};0")))), ';', linesBefore: 0, missing: []);
        foreach (string text in texts)
        {
            Assert.True(lines.Read());
            Assert.Equal(text.Trim(' '), lines.GetString(1));
            NumberReader reader = new();
            bool isPlain = reader.TryRead(lines, 1, out double read, out _)
                && !reader.HasErrors && !reader.IsPercentage;
            double value = isPlain ? read : double.NaN;
            AssertSame(NumberReader.ValueOf(text.Trim(' ')), value, text);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed))
            {
                AssertSame(parsed, value, text);
            }
        }

        Assert.False(lines.Read());
    }

    [Fact]
    public void Plain_and_odd_rows_give_the_same_table_wherever_they_are()
    {
        Random random = new(11);
        StringBuilder text = new("x;other;y\r\n");
        (List<double> x, List<double> y, List<int> lines, int missing, int comments) = ([], [], [], 0, 0);
        const int Last = 30000;
        for (int line = 2; line <= Last; line++)
        {
            (string first, string second) = (RandomNumber(random), RandomNumber(random));
            int kind = random.Next(12);
            text.Append(kind switch
            {
                0 => "",
                1 => "# remark; 1; 2",
                2 => $"{first};;NA",
                3 => $"\"{first}\";a \"quoted\" word;\"{second}\"",
                4 => $"  {first} ;\t;\t{second}\t",
                5 => $"{first};5;{second};;",
                6 => "---;---;---",
                _ => $"{first};{second};{second}",
            });
            text.Append(random.Next(2) == 0 ? "\n" : "\r\n");
            missing += kind == 2 ? 1 : 0;
            comments += kind == 1 ? 1 : 0;
            if (kind is not (0 or 1 or 2 or 6))
            {
                x.Add(double.Parse(first, CultureInfo.InvariantCulture));
                y.Add(double.Parse(second, CultureInfo.InvariantCulture));
                lines.Add(line);
            }
        }

        using CsvFile file = CsvFile.Open(
            "-", () => new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), new CsvFormat());
        CsvTable table = file.Read([0, 2], null, null, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(lines, table.Lines);
        Assert.Equal(x.Select(BitConverter.DoubleToInt64Bits), table.Columns[0].Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(y.Select(BitConverter.DoubleToInt64Bits), table.Columns[1].Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal([0, missing], table.Missing);
        Assert.Equal(comments, table.Comments);
    }

    /// <summary>A finite number as programs write it: with 1 to 20 digits, of any size.</summary>
    private static string RandomNumber(Random random)
    {
        double size = Math.Pow(10, random.Next(4) == 0 ? random.Next(-300, 300) : random.Next(-6, 7));
        double value = (random.NextDouble() - 0.5) * size;
        string format = random.Next(5) switch
        {
            0 => "R",
            1 => $"G{random.Next(1, 18)}",
            2 => $"E{random.Next(0, 20)}",
            _ => $"F{random.Next(0, 20)}",
        };
        return (Math.Abs(value) < 1e15 ? value : value / size).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A text with one character replaced, removed or added.</summary>
    private static string Mutated(string text, Random random)
    {
        const string Characters = "0123456789.,eEdD+-' \u00a0x";
        int place = random.Next(text.Length);
        string character = $"{Characters[random.Next(Characters.Length)]}";
        return random.Next(3) switch
        {
            0 => text.Remove(place, 1),
            1 => text.Insert(place, character),
            _ => text.Remove(place, 1).Insert(place, character),
        };
    }

    private static void AssertSame(double expected, double value, string text) => Assert.True(
        double.IsNaN(expected)
            ? double.IsNaN(value)
            : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value),
        $"'{text}' is {expected:R} but read as {value:R}");
}
