using System.Globalization;
using System.Text.Json;

namespace MinpackNet;

/// <summary>A number for all parameters, or one for each.</summary>
internal readonly struct OneOrEach : IEquatable<OneOrEach>
{
    /// <param name="one">For all.</param>
    public OneOrEach(double one)
        : this([one], isOne: true)
    {
    }

    /// <param name="each">For each; copied.</param>
    public OneOrEach(double[] each)
        : this([.. each], isOne: false)
    {
    }

    private OneOrEach(double[] values, bool isOne)
    {
        Values = values;
        IsOne = isOne;
    }

    /// <summary>The numbers as given.</summary>
    public double[] Values { get; }

    public bool IsOne { get; }

    /// <summary>A number, or an array of numbers, in JSON.</summary>
    /// <exception cref="JsonException">This is neither.</exception>
    public static OneOrEach Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartArray
        ? new(JsonNumbers.ReadRow(ref reader), isOne: false)
        : new(JsonNumbers.Read(ref reader));

    public void Write(Utf8JsonWriter writer)
    {
        if (IsOne)
        {
            JsonNumbers.Write(writer, Values[0]);
        }
        else
        {
            JsonNumbers.WriteRow(writer, Values);
        }
    }

    /// <summary>One for each of so many parameters; as many as were given, if that is another number.</summary>
    public double[] For(int count)
    {
        if (!IsOne)
        {
            return [.. Values];
        }

        double[] all = new double[count];
        Array.Fill(all, Values[0]);
        return all;
    }

    public bool Equals(OneOrEach other) => IsOne == other.IsOne && Values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => obj is OneOrEach other && Equals(other);

    public override int GetHashCode() => Values.FirstOrDefault().GetHashCode();

    public override string ToString() =>
        IsOne ? Values[0].ToString(CultureInfo.InvariantCulture) : RealVector.Create(Values).ToString();
}
