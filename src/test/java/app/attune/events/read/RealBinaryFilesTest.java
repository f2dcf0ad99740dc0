package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Public files in binary formats are read whole and alike.
@Tag("conformance")
class RealBinaryFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    /// Counted by DuckDB 1.5.5 as well.
    private static final Map<String, Integer> CSV_OR_PARQUET = Map.of(
            "registration_dttm",
            53,
            "comments",
            24,
            "gender",
            4,
            "email",
            3,
            "country",
            1,
            "birthdate",
            1,
            "salary",
            1,
            "title",
            1);

    private static List<Map<String, String>> rows(String name) {
        SourceFile file = new SourceFile(DATA.resolve(name));
        FileFormat format = FormatDetection.detect(file.head(FormatDetection.HEAD_BYTES));
        List<Map<String, String>> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                Map<String, String> values = new TreeMap<>();
                for (int i = 0; i < reader.columns().size(); i++) {
                    values.put(reader.columns().get(i), plain(((RawRow.Values) row.get()).values()[i]));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /// The same number or time, however it is written.
    private static String plain(String value) {
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return value.strip();
    }

    /// The three files were not written alike: seven cells of the CSV file were edited by hand, and the writer of the
    /// Parquet file took noons for midnights and cut quoted texts at their commas.
    @Test
    void theThreeFormatsOfOneTableGiveEqualRows() {
        List<Map<String, String>> csv = rows("export-formats/parquet-avro/userdata1.csv");
        List<Map<String, String>> avro = rows("export-formats/parquet-avro/userdata1.avro");
        List<Map<String, String>> parquet = rows("export-formats/parquet-avro/userdata1.parquet");
        assertEquals(1_000, csv.size());
        assertEquals(Map.of("email", 3, "gender", 4), differences(csv, avro));
        assertEquals(CSV_OR_PARQUET, differences(csv, parquet));
        Map<String, Integer> asWritten = new TreeMap<>(CSV_OR_PARQUET);
        asWritten.keySet().removeAll(List.of("email", "gender"));
        assertEquals(asWritten, differences(avro, parquet));
    }

    /// How many values differ in each column where any does.
    private static Map<String, Integer> differences(List<Map<String, String>> some, List<Map<String, String>> others) {
        assertEquals(some.size(), others.size());
        Map<String, Integer> differences = new TreeMap<>();
        for (int i = 0; i < some.size(); i++) {
            Map<String, String> other = others.get(i);
            assertEquals(some.get(i).keySet(), other.keySet());
            some.get(i).forEach((column, value) -> {
                if (!value.equals(other.get(column))) {
                    differences.merge(column, 1, Integer::sum);
                }
            });
        }
        return differences;
    }

    @Test
    void theNestedEventsOfAnalyticsAreReadFromParquetAsFromJson() {
        List<Map<String, String>> parquet = rows("ga4-export/ga4_events_sampled.snappy.parquet");
        assertEquals(24_219, parquet.size());
        assertEquals(
                624,
                parquet.stream()
                        .filter(row -> "purchase".equals(row.get("event_name")))
                        .count());
        List<Map<String, String>> json = rows("ga4-export/ga4_all_24219.jsonl.gz");
        assertEquals(json.size(), parquet.size());
        for (int i = 0; i < json.size(); i++) {
            for (String column : List.of("event_timestamp", "user_pseudo_id", "event_name", "device.category")) {
                assertEquals(json.get(i).get(column), parquet.get(i).get(column), column + " of row " + (i + 1));
            }
        }
    }
}
