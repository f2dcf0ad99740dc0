package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventFrame;
import app.attune.events.read.FileFormat;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample's messy German file comes in by the command line with nothing said about it but its name.
final class MessyFileTest {
    private static final Path MESSY = Path.of("sample-datasets", "messy-events.csv");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /// Our words for the reasons that the sample names.
    private static final Map<String, String> REASONS = Map.of(
            "too few columns", "wrong number of columns",
            "time is not readable", "time not readable",
            "user is missing", "no user");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void brokenLinesAreKeptAsideAndEveryOtherOneIsRight() throws IOException {
        JsonNode truth = Json.read(Files.readString(Path.of("sample-datasets", "expected.json")), "expected.json")
                .get("messy");
        Path workspace = folder.resolve("messy");
        Path rejected = folder.resolve("rejected.csv");
        Terminal.text("new", workspace);
        JsonNode report = Terminal.json("import", workspace, MESSY, "--rejected", rejected);
        assertEquals(truth.get("rows"), report.get("read"));
        assertEquals(truth.get("accepted"), report.get("accepted"));
        assertEquals(truth.get("quarantined").size(), report.get("quarantined").asInt());
        assertEquals(expectedLines(truth), linesOf(rejected));
        try (Services services = Services.open(workspace, Terminal.CLOCK)) {
            FileFormat format = services.imports().detect(MESSY);
            assertEquals(';', format.delimiter());
            assertTrue(format.encoding().name().contains("1252"), format::toString);
            check(services.populations().current(Progress.none()).events());
        }
    }

    private static List<String> expectedLines(JsonNode truth) {
        return truth.get("quarantined")
                .valueStream()
                .map(row -> row.get("line").asInt() + " "
                        + Objects.requireNonNull(REASONS.get(row.get("reason").asText())))
                .toList();
    }

    private static List<String> linesOf(Path rejected) throws IOException {
        return Files.readAllLines(rejected).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[2] + " " + cells[4])
                .toList();
    }

    /// Reads the file once more by other means: amounts with a decimal comma, umlauts as they were written.
    private static void check(EventFrame frame) throws IOException {
        long cents = 0;
        List<String> searched = new ArrayList<>();
        for (String line : Files.readAllLines(MESSY, WESTERN)) {
            List<String> cells = CsvReader.builder().fieldSeparator(';').ofCsvRecord(line).stream()
                    .findFirst()
                    .orElseThrow()
                    .getFields();
            boolean kept = cells.size() > 6
                    && cells.get(0).startsWith("K-")
                    && cells.get(1).startsWith("2026");
            if (kept && !cells.get(4).isEmpty()) {
                cents += Long.parseLong(cells.get(4).replaceAll("[^0-9]", ""));
            }
            if (kept && cells.get(6).matches(".*[äöüß].*")) {
                searched.add(cells.get(6));
            }
        }
        double sum = IntStream.range(0, frame.eventCount())
                .mapToDouble(frame::value)
                .filter(Double::isFinite)
                .sum();
        assertTrue(cents > 0 && !searched.isEmpty());
        assertEquals(cents / 100.0, sum, 1e-6);
        var terms = frame.property("suchbegriff").orElseThrow();
        assertEquals(
                searched.stream().sorted().toList(),
                IntStream.range(0, frame.eventCount())
                        .mapToObj(terms::display)
                        .filter(term -> term.matches(".*[äöüß].*"))
                        .sorted()
                        .toList());
    }
}
