using System.Globalization;
using System.Numerics;

namespace MinpackNet.Fitting;

/// <content>What a number type needs besides arithmetic; all of it uses the value alone.</content>
internal readonly partial struct Dual
{
    public static Dual One => new(1);

    public static Dual Zero => default;

    public static Dual NegativeOne => new(-1);

    public static Dual NegativeZero => new(double.NegativeZero);

    public static Dual E => new(Math.E);

    public static Dual Pi => new(Math.PI);

    public static Dual Tau => new(Math.Tau);

    public static Dual Epsilon => new(double.Epsilon);

    public static Dual NaN => new(double.NaN);

    public static Dual NegativeInfinity => new(double.NegativeInfinity);

    public static Dual PositiveInfinity => new(double.PositiveInfinity);

    public static int Radix => 2;

    static Dual IAdditiveIdentity<Dual, Dual>.AdditiveIdentity => Zero;

    static Dual IMultiplicativeIdentity<Dual, Dual>.MultiplicativeIdentity => One;

    public static bool IsCanonical(Dual value) => true;

    public static bool IsComplexNumber(Dual value) => false;

    public static bool IsEvenInteger(Dual value) => double.IsEvenInteger(value.Value);

    public static bool IsFinite(Dual value) => double.IsFinite(value.Value);

    public static bool IsImaginaryNumber(Dual value) => false;

    public static bool IsInfinity(Dual value) => double.IsInfinity(value.Value);

    public static bool IsInteger(Dual value) => double.IsInteger(value.Value);

    public static bool IsNaN(Dual value) => double.IsNaN(value.Value);

    public static bool IsNegative(Dual value) => double.IsNegative(value.Value);

    public static bool IsNegativeInfinity(Dual value) => double.IsNegativeInfinity(value.Value);

    public static bool IsNormal(Dual value) => double.IsNormal(value.Value);

    public static bool IsOddInteger(Dual value) => double.IsOddInteger(value.Value);

    public static bool IsPositive(Dual value) => double.IsPositive(value.Value);

    public static bool IsPositiveInfinity(Dual value) => double.IsPositiveInfinity(value.Value);

    public static bool IsRealNumber(Dual value) => double.IsRealNumber(value.Value);

    public static bool IsSubnormal(Dual value) => double.IsSubnormal(value.Value);

    public static bool IsZero(Dual value) => value.Value == 0;

    public static Dual MaxMagnitude(Dual x, Dual y) => IsNaN(x) || Math.Abs(x.Value) >= Math.Abs(y.Value) ? x : y;

    public static Dual MaxMagnitudeNumber(Dual x, Dual y) => IsNaN(y) ? x : IsNaN(x) ? y : MaxMagnitude(x, y);

    public static Dual MinMagnitude(Dual x, Dual y) => IsNaN(x) || Math.Abs(x.Value) <= Math.Abs(y.Value) ? x : y;

    public static Dual MinMagnitudeNumber(Dual x, Dual y) => IsNaN(y) ? x : IsNaN(x) ? y : MinMagnitude(x, y);

    public static Dual BitDecrement(Dual x) => new(Math.BitDecrement(x.Value), x.Partials, x.Variables);

    public static Dual BitIncrement(Dual x) => new(Math.BitIncrement(x.Value), x.Partials, x.Variables);

    public static int ILogB(Dual x) => Math.ILogB(x.Value);

    public static Dual Parse(string s, IFormatProvider? provider) => new(double.Parse(s, provider));

    public static Dual Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => new(double.Parse(s, provider));

    public static Dual Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        new(double.Parse(s, style, provider));

    public static Dual Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        new(double.Parse(s, style, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out Dual result) =>
        Wrap(double.TryParse(s, provider, out double value), value, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Dual result) =>
        Wrap(double.TryParse(s, provider, out double value), value, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out Dual result) =>
        Wrap(double.TryParse(s, style, provider, out double value), value, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Dual result) =>
        Wrap(double.TryParse(s, style, provider, out double value), value, out result);

    static bool INumberBase<Dual>.TryConvertFromChecked<TOther>(TOther value, out Dual result) =>
        Wrap(true, double.CreateChecked(value), out result);

    static bool INumberBase<Dual>.TryConvertFromSaturating<TOther>(TOther value, out Dual result) =>
        Wrap(true, double.CreateSaturating(value), out result);

    static bool INumberBase<Dual>.TryConvertFromTruncating<TOther>(TOther value, out Dual result) =>
        Wrap(true, double.CreateTruncating(value), out result);

    static bool INumberBase<Dual>.TryConvertToChecked<TOther>(Dual value, out TOther result)
    {
        result = TOther.CreateChecked(value.Value);
        return true;
    }

    static bool INumberBase<Dual>.TryConvertToSaturating<TOther>(Dual value, out TOther result)
    {
        result = TOther.CreateSaturating(value.Value);
        return true;
    }

    static bool INumberBase<Dual>.TryConvertToTruncating<TOther>(Dual value, out TOther result)
    {
        result = TOther.CreateTruncating(value.Value);
        return true;
    }

    public int CompareTo(Dual other) => Value.CompareTo(other.Value);

    public int CompareTo(object? obj) => Value.CompareTo(obj is Dual dual ? dual.Value : obj);

    public bool Equals(Dual other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is Dual other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, format, provider);

    // The bits of the value are accessible only through its interface.
    int IFloatingPoint<Dual>.GetExponentByteCount() => Bits.GetExponentByteCount();

    int IFloatingPoint<Dual>.GetExponentShortestBitLength() => Bits.GetExponentShortestBitLength();

    int IFloatingPoint<Dual>.GetSignificandBitLength() => Bits.GetSignificandBitLength();

    int IFloatingPoint<Dual>.GetSignificandByteCount() => Bits.GetSignificandByteCount();

    bool IFloatingPoint<Dual>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteExponentBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<Dual>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteExponentLittleEndian(destination, out bytesWritten);

    bool IFloatingPoint<Dual>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteSignificandBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<Dual>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteSignificandLittleEndian(destination, out bytesWritten);

    private IFloatingPoint<double> Bits => Value;

    private static bool Wrap(bool success, double value, out Dual result)
    {
        result = new(value);
        return success;
    }
}
