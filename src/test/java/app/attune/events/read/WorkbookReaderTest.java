package app.attune.events.read;

import static app.attune.events.read.Sheets.date;
import static app.attune.events.read.Sheets.number;
import static app.attune.events.read.Sheets.row;
import static app.attune.events.read.Sheets.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookReaderTest {
    private static final String EVENTS =
            row(1, text("A1", "user"), text("B1", "time"), text("C1", "price"), text("D1", "born"))
                    + row(3, text("A3", "u1"), date("B3", "46327.25", 1), number("C3", "19.90"), date("D3", "20455", 2))
                    + row(4, text("A4", "u\t2"), date("B4", "46327.500011574", 1), number("C4", "1E+3"), "")
                    + row(5, text("A5", "u3"), "<c r=\"B5\" t=\"e\"><v>#N/A</v></c>", number("C5", "7"), "");

    @TempDir
    Path folder;

    private List<RawRow> rows(Path file, FileFormat format) {
        List<RawRow> rows = new ArrayList<>();
        SourceFile source = new SourceFile(file);
        try (RowReader reader = RowReaders.open(source, source.open(), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static List<String> values(RawRow row) {
        return row instanceof RawRow.Values values ? Arrays.asList(values.values()) : List.of();
    }

    private static FileFormat detected(Path file) {
        return FormatDetection.detect(new SourceFile(file).head(FormatDetection.HEAD_BYTES));
    }

    @Test
    void datesNumbersAndTextsOfTheFirstSheetWithRowsAreRead() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Cover", "");
        sheets.put("Events", EVENTS);
        Path file = Sheets.write(folder.resolve("book.xlsx"), sheets);
        FileFormat format = detected(file);
        assertEquals(FileKind.WORKBOOK, format.kind());
        List<RawRow> rows = rows(file, format);
        assertEquals(3, rows.size());
        assertEquals(List.of("u1", "2026-11-01T06:00", "19.9", "1956-01-01"), values(rows.get(0)));
        assertEquals(List.of("u\t2", "2026-11-01T12:00:01", "1000", ""), values(rows.get(1)));
        assertEquals(3, rows.getFirst().line());
    }

    @Test
    void titlesAboveTheTableAndSheetsOfSingleCellsAreNoRows() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Info", row(1, text("A1", "Made for the shop")));
        sheets.put(
                "Orders",
                row(1, text("A1", "Report 2026"))
                        + row(3, text("A3", "user"), text("B3", "price"))
                        + row(4, text("A4", "u1"), number("B4", "5"))
                        + row(5, text("A5", "u2"), ""));
        Path file = Sheets.write(folder.resolve("titled.xlsx"), sheets);
        List<RawRow> rows = rows(file, detected(file));
        assertEquals(
                List.of(List.of("u1", "5"), List.of("u2", "")),
                rows.stream().map(WorkbookReaderTest::values).toList());
        assertEquals(4, rows.getFirst().line());
        assertEquals(
                1,
                rows(file, detected(file).withLayout("Info").withHeader(Header.ABSENT))
                        .size());
    }

    @Test
    void aCellWithAnErrorIsKeptAsideWithItsPlace() throws IOException {
        Path file = Sheets.write(folder.resolve("book.xlsx"), Map.of("Events", EVENTS));
        RawRow.Broken broken = (RawRow.Broken) rows(file, detected(file)).getLast();
        assertEquals(5, broken.line());
        assertEquals(2, broken.rejection().column());
        assertEquals(RejectReason.BAD_CELL, broken.rejection().reason());
        assertTrue(
                broken.rejection().detail().contains("#N/A"), broken.rejection().detail());
    }

    @Test
    void anotherSheetIsChosenByNameAndAMissingOneNamesWhatThereIs() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Events", EVENTS);
        sheets.put("Users", row(1, text("A1", "id")) + row(2, text("A2", "x")));
        Path file = Sheets.write(folder.resolve("book.xlsx"), sheets);
        FileFormat format = detected(file);
        assertEquals(List.of("x"), values(rows(file, format.withLayout("Users")).getFirst()));
        ProblemException missing = assertThrows(ProblemException.class, () -> rows(file, format.withLayout("Orders")));
        assertEquals("import.no-sheet", missing.problem().code());
        assertTrue(
                missing.problem().remedy().contains("Events, Users"),
                missing.problem().remedy());
    }

    @Test
    void formatsOfDatesAreToldFromThoseOfNumbers() {
        for (String date : List.of("yyyy-mm-dd", "m/d/yy", "dd.mm.yyyy", "[$-407]d. mmmm yyyy", "hh:mm:ss", "[h]:mm")) {
            assertTrue(WorkbookCells.isDate(date), date);
        }
        for (String number : List.of("General", "0.00", "#,##0.00 \"days\"", "[Red]0.0", "0%", "@", "0.0\\d")) {
            assertFalse(WorkbookCells.isDate(number), number);
        }
    }

    @Test
    void aDamagedWorkbookIsRefusedWithWords() throws IOException {
        Path file = Sheets.write(folder.resolve("book.xlsx"), Map.of("Events", EVENTS));
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(20261121);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(4, whole.length) : whole.length);
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(4, damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path broken = Files.write(folder.resolve("broken.xlsx"), damaged);
            try {
                rows(broken, FileFormat.of(FileKind.WORKBOOK).withHeader(Header.PRESENT));
            } catch (ProblemException e) {
                refused++;
                assertTrue(e.problem().code().startsWith("import."), e.problem().code());
            }
        }
        assertTrue(refused > 200, "refused " + refused);
    }
}
