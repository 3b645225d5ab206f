using System.IO.Compression;
using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>Writes workbooks with the least that one has.</summary>
internal static class WorkbookFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Makes a workbook.</summary>
    /// <param name="sheets">The sheets, with ~ before the name of a hidden one, and the rows in their XML.</param>
    public static byte[] Of(params (string Name, string Rows)[] sheets)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"/>");
            Add(
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" "
                + $"Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Links}\"><sheets>"
                + string.Concat(sheets.Select((sheet, k) =>
                    $"<sheet name=\"{sheet.Name.TrimStart('~')}\" sheetId=\"{k + 1}\" r:id=\"s{k}\""
                    + $"{(sheet.Name[0] == '~' ? " state=\"hidden\"" : "")}/>"))
                + "</sheets></workbook>");
            Add(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\">"
                + string.Concat(sheets.Select((_, k) =>
                    $"<Relationship Id=\"s{k}\" Type=\"{Links}/worksheet\" Target=\"worksheets/s{k}.xml\"/>"))
                + $"<Relationship Id=\"styles\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
            // The second format is a date.
            Add(
                "xl/styles.xml",
                $"<styleSheet {Main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" "
                + "applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            foreach ((int k, (_, string rows)) in sheets.Index())
            {
                Add($"xl/worksheets/s{k}.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");
            }

            void Add(string name, string text)
            {
                using StreamWriter entry = new(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                entry.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A row: numbers, texts, dates such as @45000, booleans such as ?1, errors; null is no cell.</summary>
    public static string Row(int number, params object?[] cells) =>
        $"<row r=\"{number}\">" + string.Concat(cells.Select((cell, k) => (cell, Place: $"{(char)('A' + k)}{number}"))
            .Where(one => one.cell is not null)
            .Select(one => one.cell switch
            {
                string text when text.StartsWith('#') => $"<c r=\"{one.Place}\" t=\"e\"><v>{text}</v></c>",
                string text when text.StartsWith('@') => $"<c r=\"{one.Place}\" s=\"1\"><v>{text[1..]}</v></c>",
                string text when text.StartsWith('?') => $"<c r=\"{one.Place}\" t=\"b\"><v>{text[1..]}</v></c>",
                string text => $"<c r=\"{one.Place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
                var number => FormattableString.Invariant($"<c r=\"{one.Place}\"><v>{number}</v></c>"),
            })) + "</row>";
}
