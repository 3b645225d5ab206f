using System.Globalization;
using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// A number type to run models with. What such a type needs besides arithmetic and functions is here: all of it uses
/// the value alone.
/// </summary>
/// <typeparam name="TSelf">The type.</typeparam>
internal interface IModelNumber<TSelf> : IFloatingPointIeee754<TSelf>
    where TSelf : struct, IModelNumber<TSelf>
{
    double Value { get; }

    static abstract TSelf Constant(double value);

    static TSelf INumberBase<TSelf>.One => TSelf.Constant(1);

    static TSelf INumberBase<TSelf>.Zero => TSelf.Constant(0);

    static TSelf ISignedNumber<TSelf>.NegativeOne => TSelf.Constant(-1);

    static TSelf IFloatingPointIeee754<TSelf>.NegativeZero => TSelf.Constant(double.NegativeZero);

    static TSelf IFloatingPointConstants<TSelf>.E => TSelf.Constant(Math.E);

    static TSelf IFloatingPointConstants<TSelf>.Pi => TSelf.Constant(Math.PI);

    static TSelf IFloatingPointConstants<TSelf>.Tau => TSelf.Constant(Math.Tau);

    static TSelf IFloatingPointIeee754<TSelf>.Epsilon => TSelf.Constant(double.Epsilon);

    static TSelf IFloatingPointIeee754<TSelf>.NaN => TSelf.Constant(double.NaN);

    static TSelf IFloatingPointIeee754<TSelf>.NegativeInfinity => TSelf.Constant(double.NegativeInfinity);

    static TSelf IFloatingPointIeee754<TSelf>.PositiveInfinity => TSelf.Constant(double.PositiveInfinity);

    static int INumberBase<TSelf>.Radix => 2;

    static TSelf IAdditiveIdentity<TSelf, TSelf>.AdditiveIdentity => TSelf.Zero;

    static TSelf IMultiplicativeIdentity<TSelf, TSelf>.MultiplicativeIdentity => TSelf.One;

    private IFloatingPoint<double> Bits => Value; // accessible only through its interface

    static bool IEqualityOperators<TSelf, TSelf, bool>.operator ==(TSelf left, TSelf right) =>
        left.Value == right.Value;

    static bool IEqualityOperators<TSelf, TSelf, bool>.operator !=(TSelf left, TSelf right) =>
        left.Value != right.Value;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator <(TSelf left, TSelf right) =>
        left.Value < right.Value;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator >(TSelf left, TSelf right) =>
        left.Value > right.Value;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator <=(TSelf left, TSelf right) =>
        left.Value <= right.Value;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator >=(TSelf left, TSelf right) =>
        left.Value >= right.Value;

    static bool INumberBase<TSelf>.IsCanonical(TSelf value) => true;

    static bool INumberBase<TSelf>.IsComplexNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsEvenInteger(TSelf value) => double.IsEvenInteger(value.Value);

    static bool INumberBase<TSelf>.IsFinite(TSelf value) => double.IsFinite(value.Value);

    static bool INumberBase<TSelf>.IsImaginaryNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsInfinity(TSelf value) => double.IsInfinity(value.Value);

    static bool INumberBase<TSelf>.IsInteger(TSelf value) => double.IsInteger(value.Value);

    static bool INumberBase<TSelf>.IsNaN(TSelf value) => double.IsNaN(value.Value);

    static bool INumberBase<TSelf>.IsNegative(TSelf value) => double.IsNegative(value.Value);

    static bool INumberBase<TSelf>.IsNegativeInfinity(TSelf value) => double.IsNegativeInfinity(value.Value);

    static bool INumberBase<TSelf>.IsNormal(TSelf value) => double.IsNormal(value.Value);

    static bool INumberBase<TSelf>.IsOddInteger(TSelf value) => double.IsOddInteger(value.Value);

    static bool INumberBase<TSelf>.IsPositive(TSelf value) => double.IsPositive(value.Value);

    static bool INumberBase<TSelf>.IsPositiveInfinity(TSelf value) => double.IsPositiveInfinity(value.Value);

    static bool INumberBase<TSelf>.IsRealNumber(TSelf value) => double.IsRealNumber(value.Value);

    static bool INumberBase<TSelf>.IsSubnormal(TSelf value) => double.IsSubnormal(value.Value);

    static bool INumberBase<TSelf>.IsZero(TSelf value) => value.Value == 0;

    static TSelf INumberBase<TSelf>.MaxMagnitude(TSelf x, TSelf y) =>
        TSelf.IsNaN(x) || Math.Abs(x.Value) >= Math.Abs(y.Value) ? x : y;

    static TSelf INumberBase<TSelf>.MaxMagnitudeNumber(TSelf x, TSelf y) =>
        TSelf.IsNaN(y) ? x : TSelf.IsNaN(x) ? y : TSelf.MaxMagnitude(x, y);

    static TSelf INumberBase<TSelf>.MinMagnitude(TSelf x, TSelf y) =>
        TSelf.IsNaN(x) || Math.Abs(x.Value) <= Math.Abs(y.Value) ? x : y;

    static TSelf INumberBase<TSelf>.MinMagnitudeNumber(TSelf x, TSelf y) =>
        TSelf.IsNaN(y) ? x : TSelf.IsNaN(x) ? y : TSelf.MinMagnitude(x, y);

    static int IFloatingPointIeee754<TSelf>.ILogB(TSelf x) => Math.ILogB(x.Value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) =>
        TSelf.Constant(double.Parse(s, provider));

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TSelf.Constant(double.Parse(s, provider));

    static TSelf INumberBase<TSelf>.Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        TSelf.Constant(double.Parse(s, style, provider));

    static TSelf INumberBase<TSelf>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        TSelf.Constant(double.Parse(s, style, provider));

    static bool IParsable<TSelf>.TryParse(string? s, IFormatProvider? provider, out TSelf result) =>
        Wrap(double.TryParse(s, provider, out double value), value, out result);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        Wrap(double.TryParse(s, provider, out double value), value, out result);

    static bool INumberBase<TSelf>.TryParse(
        string? s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        Wrap(double.TryParse(s, style, provider, out double value), value, out result);

    static bool INumberBase<TSelf>.TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        Wrap(double.TryParse(s, style, provider, out double value), value, out result);

    static bool INumberBase<TSelf>.TryConvertFromChecked<TOther>(TOther value, out TSelf result) =>
        Wrap(true, double.CreateChecked(value), out result);

    static bool INumberBase<TSelf>.TryConvertFromSaturating<TOther>(TOther value, out TSelf result) =>
        Wrap(true, double.CreateSaturating(value), out result);

    static bool INumberBase<TSelf>.TryConvertFromTruncating<TOther>(TOther value, out TSelf result) =>
        Wrap(true, double.CreateTruncating(value), out result);

    static bool INumberBase<TSelf>.TryConvertToChecked<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateChecked(value.Value);
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertToSaturating<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateSaturating(value.Value);
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertToTruncating<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateTruncating(value.Value);
        return true;
    }

    int IComparable<TSelf>.CompareTo(TSelf other) => Value.CompareTo(other.Value);

    int IComparable.CompareTo(object? obj) => Value.CompareTo(obj is TSelf other ? other.Value : obj);

    bool IEquatable<TSelf>.Equals(TSelf other) => Value.Equals(other.Value);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(format, formatProvider);

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, format, provider);

    int IFloatingPoint<TSelf>.GetExponentByteCount() => Bits.GetExponentByteCount();

    int IFloatingPoint<TSelf>.GetExponentShortestBitLength() => Bits.GetExponentShortestBitLength();

    int IFloatingPoint<TSelf>.GetSignificandBitLength() => Bits.GetSignificandBitLength();

    int IFloatingPoint<TSelf>.GetSignificandByteCount() => Bits.GetSignificandByteCount();

    bool IFloatingPoint<TSelf>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteExponentBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteExponentLittleEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteSignificandBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits.TryWriteSignificandLittleEndian(destination, out bytesWritten);

    private static bool Wrap(bool success, double value, out TSelf result)
    {
        result = TSelf.Constant(value);
        return success;
    }
}
