using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ExcelDataReader.Log.Logger;

namespace MinpackNet.Cli;

/// <summary>A workbook of Excel, of which one sheet becomes text.</summary>
internal static class Workbook
{
    private static readonly byte[] OfOldKind = [0xd0, 0xcf, 0x11, 0xe0];

    // The reader makes its log by reflection; it writes to none.
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(NullLogFactory))]
    static Workbook() =>
        // Workbooks of old kinds have texts in the code page of their country.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether a file may be a workbook by its first bytes.</summary>
    public static bool MayBe(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith(OfOldKind);

    /// <summary>The sheet to read, as text in which tabs divide, with what is said about it.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="sheet">The name or the number of the sheet; null for the only one with numbers.</param>
    /// <returns>The text, with a note or null; null if the file is no workbook.</returns>
    /// <exception cref="InputException">It is damaged, or the sheet is not there or not evident.</exception>
    public static (Stream Text, string? Note)? SheetOf(string name, Stream bytes, string? sheet)
    {
        try
        {
            Stream whole = WholeStream.Of(name, bytes);
            bool isZip = whole.ReadByte() == 'P';
            whole.Position = 0;
            if (isZip && !IsZippedWorkbook(name, whole))
            {
                return null;
            }

            whole.Position = 0;
            using IExcelDataReader reader = ExcelReaderFactory.CreateReader(whole, new() { LeaveOpen = true });
            return sheet is null ? OnlyWithNumbers(name, reader) : Named(name, reader, sheet);
        }
        catch (InvalidPasswordException)
        {
            throw new InputException(
                $"{name}: this workbook has a password. Save it without one, or its sheet as CSV.");
        }
        catch (HeaderException)
        {
            return null; // Word has files of the old kind too.
        }
        catch (Exception exception) when (exception is not (InputException or OutOfMemoryException or IOException))
        {
            // The reader of workbooks throws whatever comes up where a file is damaged.
            throw new InputException(
                $"{name}: this workbook cannot be read ({PlainText.Brief(exception.Message).TrimEnd('.')}). Save its "
                + "sheet as CSV.");
        }
    }

    /// <summary>Whether a zip archive is a workbook, of a size that is worth unpacking.</summary>
    private static bool IsZippedWorkbook(string name, Stream bytes)
    {
        using ZipArchive? archive = Opened(bytes);
        if (archive is null)
        {
            return false;
        }

        if (archive.GetEntry("xl/workbook.xml") is null && archive.GetEntry("xl/workbook.bin") is null)
        {
            return false;
        }

        UnpackLimit.Check(
            name,
            archive.Entries.Sum(entry => entry.Length),
            archive.Entries.Sum(entry => entry.CompressedLength));
        return true;
    }

    private static ZipArchive? Opened(Stream bytes)
    {
        try
        {
            return new(bytes, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            return null; // text may start like an archive, and an archive may break off
        }
    }

    private static (Stream Text, string? Note) Named(string name, IExcelDataReader reader, string sheet)
    {
        string[] names = NamesOf(reader);
        int place = Array.IndexOf(names, sheet);
        if (place < 0)
        {
            place = Array.FindIndex(names, other => other.Equals(sheet, StringComparison.OrdinalIgnoreCase));
        }

        if (place < 0 && int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            place = number - 1;
        }

        if (place < 0 || place >= names.Length)
        {
            throw new InputException(
                $"{name}: --sheet: there is no sheet '{PlainText.Brief(sheet)}'. The sheets are {Things.List(names)}.");
        }

        for (int k = 0; k < place; k++)
        {
            reader.NextResult();
        }

        SheetText chosen = SheetText.Of(name, reader);
        return (chosen.Text, Note(null, chosen));
    }

    private static (Stream Text, string? Note) OnlyWithNumbers(string name, IExcelDataReader reader)
    {
        List<(string Name, SheetText Sheet)> found = [];
        SheetText? first = null;
        bool hasHidden = false;
        string[] names = NamesOf(reader);
        do
        {
            SheetText sheet = SheetText.Of(name, reader);
            first ??= sheet;
            bool isVisible = reader.VisibleState == "visible" || names.Length == 1;
            hasHidden |= sheet.HasNumbers && !isVisible;
            if (sheet.HasNumbers && isVisible)
            {
                found.Add((reader.Name, sheet));
            }
        }
        while (reader.NextResult());

        return found.Count > 1
            ? throw new InputException(
                $"{name}: there are {found.Count} sheets with numbers: {Things.List(found.Select(one => one.Name))}. "
                + $"Choose one with --sheet, such as --sheet \"{PlainText.Brief(found[0].Name)}\".")
            : found.Count == 0 ? (first.Text, null)
            : (found[0].Sheet.Text, Note(
                names.Length == 1 ? null
                    : $"sheet '{PlainText.Brief(found[0].Name)}' is read, the only one of {names.Length} with numbers"
                        + (hasHidden ? " that is not hidden" : ""),
                found[0].Sheet));
    }

    /// <summary>What is said about a sheet: places, as in c1, count from its first column that is not empty.</summary>
    private static string? Note(string? choice, SheetText sheet)
    {
        string?[] parts =
        [
            choice,
            sheet.EmptyColumns == 0 ? null
                : $"{Things.Count(sheet.EmptyColumns, "empty column")} before the table left out",
            sheet.HiddenRows == 0 ? null
                : $"{Things.Count(sheet.HiddenRows, "hidden row")} read as well, which a filter may have left out",
            sheet.HasPercentages ? "cells shown in percent are read as the shares they hold: 12 % as 0.12" : null,
        ];
        string note = string.Join("; ", parts.OfType<string>());
        return note.Length == 0 ? null : note;
    }

    private static string[] NamesOf(IExcelDataReader reader)
    {
        List<string> names = [];
        do
        {
            names.Add(reader.Name);
        }
        while (reader.NextResult());

        reader.Reset();
        return [.. names];
    }
}
