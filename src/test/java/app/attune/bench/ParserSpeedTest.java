package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.events.EventsFixture;
import app.attune.events.read.FileFormat;
import app.attune.events.read.PlainRow;
import app.attune.events.read.RawRow;
import app.attune.events.read.RowReader;
import app.attune.events.read.RowReaders;
import app.attune.events.read.SourceFile;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our reader beside FastCSV and univocity: every value of every row is looked at, and all count the same characters.
@Tag("bench")
class ParserSpeedTest {
    private static final int ROUNDS = 4;
    private static final int COLUMNS = 9;
    private static final int[] TEXT_COLUMNS = {2, 3, 4, 6, 7, 8};

    private final int rows = ShopEvents.rows();

    @Test
    void parsing() throws Exception {
        Path clean = ShopEvents.file(rows);
        BenchTable table = new BenchTable(String.format(Locale.ROOT, "Parsing %,d rows, warm", rows));
        compare(table, "clean rows", clean);
        compare(table, "rows with a quoted value", quoted(clean));
        coded(table, clean);
        table.print();
    }

    private void compare(BenchTable table, String what, Path csv) throws Exception {
        long expected = fastCsv(csv);
        String limit = String.format(Locale.ROOT, "%.2f s to read the file at 3.1 GB/s", Files.size(csv) / 3.1e9);
        BenchTable.Cost ours = BenchTable.best(ROUNDS, () -> assertEquals(expected, ours(csv)));
        BenchTable.Cost fastCsv = BenchTable.best(ROUNDS, () -> assertEquals(expected, fastCsv(csv)));
        BenchTable.Cost univocity = BenchTable.best(ROUNDS, () -> assertEquals(expected, univocity(csv)));
        table.compare(what, ours, "FastCSV", fastCsv, limit);
        table.compare(what, ours, "univocity", univocity, limit);
    }

    /// To dictionary-coded columns with times and numbers read and ids de-duplicated, which is what an import needs.
    private void coded(BenchTable table, Path csv) throws Exception {
        String limit = String.format(Locale.ROOT, "%.2f s to read the file at 3.1 GB/s", Files.size(csv) / 3.1e9);
        BenchTable.Cost ours = BenchTable.best(ROUNDS, () -> {
            try (EventsFixture events = new EventsFixture()) {
                events.service.dryRun(csv, FileFormat.csv(), ShopEvents.mapping(), Progress.none());
            }
        });
        BenchTable.Cost fastCsv = BenchTable.best(ROUNDS, () -> codedByMaps(csv));
        table.compare("to coded columns, ids known", ours, "FastCSV and maps", fastCsv, limit);
    }

    private void codedByMaps(Path csv) throws Exception {
        Set<UUID> ids = new HashSet<>();
        List<Map<String, Integer>> dictionaries = Stream.generate(
                        () -> (Map<String, Integer>) new HashMap<String, Integer>())
                .limit(COLUMNS)
                .toList();
        int[][] codes = new int[COLUMNS][rows];
        double[] values = new double[rows];
        long[] times = new long[rows];
        TimeReader time = new TimeReader(TimeFormat.iso());
        int n = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            for (CsvRecord row : reader) {
                if (row.getStartingLineNumber() == 1 || !ids.add(UUID.fromString(row.getField(0)))) {
                    continue;
                }
                times[n] = time.millis(row.getField(1)).orElseThrow();
                values[n] = Double.parseDouble(row.getField(5));
                for (int column : TEXT_COLUMNS) {
                    Map<String, Integer> dictionary = dictionaries.get(column);
                    codes[column][n] = dictionary.computeIfAbsent(row.getField(column), text -> dictionary.size());
                }
                n++;
            }
        }
        assertEquals(ids.size(), n);
    }

    private long ours(Path csv) {
        long characters = 0;
        PlainRow plain = new PlainRow();
        SourceFile file = new SourceFile(csv);
        try (RowReader reader = RowReaders.open(file, file.open(), FileFormat.csv())) {
            int columns = reader.columns().size();
            while (true) {
                if (reader.nextPlain(plain)) {
                    for (int column = 0; column < columns; column++) {
                        characters += plain.to(column) - plain.from(column);
                    }
                } else {
                    Optional<RawRow> row = reader.next();
                    if (row.isEmpty()) {
                        return characters;
                    }
                    for (String value : ((RawRow.Values) row.get()).values()) {
                        characters += value.length();
                    }
                }
            }
        }
    }

    private static long fastCsv(Path csv) throws Exception {
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            for (CsvRecord row : reader) {
                if (row.getStartingLineNumber() > 1) {
                    for (int column = 0; column < row.getFieldCount(); column++) {
                        characters += row.getField(column).length();
                    }
                }
            }
        }
        return characters;
    }

    private static long univocity(Path csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setNullValue("");
        CsvParser parser = new CsvParser(settings);
        parser.beginParsing(csv.toFile(), StandardCharsets.UTF_8);
        long characters = 0;
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            for (String value : row) {
                characters += value.length();
            }
        }
        return characters;
    }

    /// The same file with its types in quotes.
    private static Path quoted(Path clean) throws Exception {
        Path file = clean.resolveSibling("quoted-" + clean.getFileName());
        if (!Files.exists(file)) {
            try (BufferedReader in = Files.newBufferedReader(clean);
                    BufferedWriter out = Files.newBufferedWriter(file)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.write(line.replaceFirst(",(view|cart|purchase|wishlist),", ",\"$1\","));
                    out.write('\n');
                }
            }
        }
        return file;
    }
}
