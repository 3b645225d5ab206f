using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Dates written as whole numbers, such as 20240131, which are unevenly far apart as numbers.</summary>
internal static class DateNumbers
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const string Months = "yyyyMM";

    private static readonly string[] Forms =
        ["yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss", Months];

    /// <summary>
    /// The form in which all numbers are dates of the years 1800 to 2199, such as yyyymmdd; null if there is none.
    /// Months within one year are as good as other numbers.
    /// </summary>
    public static string? FormOf(IReadOnlyList<double> numbers) =>
        Forms.FirstOrDefault(form => numbers.Count > 0 && numbers.All(number => Date(number, form) is not null)
            && (form != Months || numbers.DistinctBy(number => Date(number, form)!.Value.Year).Skip(1).Any()))
            ?.ToLowerInvariant();

    private static DateTime? Date(double number, string form) =>
        number >= FirstYear && number < long.MaxValue && double.IsInteger(number)
        && DateTime.TryParseExact(
            ((long)number).ToString(CultureInfo.InvariantCulture),
            form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime date)
        && date.Year is >= FirstYear and <= LastYear
            ? date
            : null;
}
