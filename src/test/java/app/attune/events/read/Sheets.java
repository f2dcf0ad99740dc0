package app.attune.events.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the smallest workbooks that spreadsheet programs open: each sheet is given as the XML of its rows. Style 1
/// is a date with its time, style 2 a date.
final class Sheets {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Sheets() {}

    static Path write(Path target, Map<String, String> sheets) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            StringBuilder names = new StringBuilder();
            StringBuilder links = new StringBuilder();
            int n = 0;
            put(zip, "[Content_Types].xml", types(sheets.size()));
            put(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                n++;
                names.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>");
                links.append(relation("rId" + n, "worksheet", "worksheets/sheet" + n + ".xml"));
                String rows =
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.getValue() + "</sheetData></worksheet>";
                put(zip, "xl/worksheets/sheet" + n + ".xml", rows);
            }
            links.append(relation("rIdS", "styles", "styles.xml"));
            put(zip, "xl/_rels/workbook.xml.rels", relations(links.toString()));
            String book = "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names
                    + "</sheets></workbook>";
            put(zip, "xl/workbook.xml", book);
            put(zip, "xl/styles.xml", styles());
        }
        return target;
    }

    static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String cell, String value) {
        return "<c r=\"" + cell + "\"><v>" + value + "</v></c>";
    }

    static String date(String cell, String value, int style) {
        return "<c r=\"" + cell + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String row(int row, String... cells) {
        return "<row r=\"" + row + "\">" + String.join("", cells) + "</row>";
    }

    private static String types(int sheets) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder parts = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            parts.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + type
                    + "worksheet+xml\"/>");
        }
        return parts.append("</Types>").toString();
    }

    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\">"
                + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
                + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
