package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.AmountText;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What events are worth, however a file writes it.
class AmountsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 1,234.50 | 1234.5 | ''",
                "POINT | €5 | 5 | EUR",
                "POINT | -$1,234.50 | -1234.5 | $",
                "POINT | 10.50 EUR | 10.5 | EUR",
                "COMMA | 10,50 € | 10.5 | EUR",
                "COMMA | EUR 1.234,50 | 1234.5 | EUR",
                "COMMA | 1 234 567,5 | 1234567.5 | ''",
                "POINT | ($2,300.15) | -2300.15 | $",
                "POINT | $(5) | -5 | $",
                "POINT | 12.50- | -12.5 | ''",
                "COMMA | 12,50- | -12.5 | ''",
                "POINT | CHF 1'234.50 | 1234.5 | CHF",
            })
    void anAmountIsANumberMaybeWithACurrency(DecimalMark mark, String text, double number, String currency) {
        assertEquals(Optional.of(new AmountText(number, currency)), AmountText.parse(text, mark));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "SKU 100",
                "5 6",
                "€5 USD",
                "12 34,5",
                "1,2,3",
                "€",
                "10 eur",
                "1.5 EUR EUR",
                "(-5)",
                "-5-",
                "()"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), AmountText.parse(text, DecimalMark.POINT));
    }

    @Test
    void oneNumberThatProvesAMarkDecidesAboutThoseThatDoNot() throws IOException {
        List<String> values = List.of("950", "3.000", "1.234", "12,50", "2.345,60", "1.234", "3.000", "3.000");
        assertEquals(950 + 3000 + 1234 + 12.5 + 2345.6 + 1234 + 3000 + 3000, worth(imported(";", values)));
        List<String> point = List.of("950", "3.000", "1.234", "12.50", "1.234");
        assertEquals(950 + 3 + 1.234 + 12.5 + 1.234, worth(imported(";", point)), 1e-9);
    }

    @Test
    void numbersThatProveNothingAreToldOf() throws IOException {
        Problem problem = problem(imported(";", List.of("1.234", "950", "12.500")), "import.undecided-numbers");
        assertTrue(
                problem.message().contains("It is read as 1.234; with a decimal comma it would be 1234."),
                problem.message());
        assertTrue(problem.remedy().contains("--decimal comma"), problem.remedy());
        Problem comma = problem(imported(",", List.of("\"1,234\"", "950")), "import.undecided-numbers");
        assertTrue(comma.message().contains("read as 1234; with a decimal comma it would be 1.234"), comma.message());
    }

    @Test
    void addressesAndOtherColumnsHaveNoSayAboutTheMark() throws IOException {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "u" + i + ";2026-01-01 10:00;purchase;192.168.100." + (100 + i) + ";1.0.3;"
                        + (i % 5 == 0 ? "12.5" : "2.125"))
                .collect(Collectors.joining("\n"));
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importText(folder, "user_id;time;type;ip;version;value\n" + rows + "\n");
            assertEquals(6 * 12.5 + 24 * 2.125, worth(new Read(report, events.frame())), 1e-9);
            assertEquals(List.of(), codes(report));
        }
    }

    @Test
    void anotherColumnOfAmountsTellsTheMark() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importText(folder, """
                    user_id;time;type;fee;value
                    u1;2026-01-01 10:00;purchase;2,50;1.234
                    u2;2026-01-01 10:00;purchase;3,75;12.500
                    """);
            assertEquals(13_734, worth(new Read(report, events.frame())));
            assertEquals(List.of(), codes(report));
        }
    }

    @Test
    void aPriceThatIsOftenNoAmountIsKeptAsWords() throws IOException {
        List<String> values = IntStream.range(0, 100)
                .mapToObj(i -> i < 6 || i % 3 > 0 ? "1" + i + ".50" : "on request")
                .toList();
        Read read = imported(",", values);
        assertEquals(100, read.report().accepted());
        assertEquals(List.of("import.value-is-text"), codes(read.report()));
    }

    @Test
    void aLongCellIsNoAmountAndTakesNoTime() {
        assertEquals(Optional.empty(), AmountText.parse("1" + " ".repeat(200_000) + "x", DecimalMark.POINT));
    }

    @Test
    void aColumnOfAmountsInOneCurrencyIsTheValue() throws IOException {
        Read read = imported(",", List.of("\"1,234.50\"", "\"2,000\"", "€5", "5 EUR"));
        assertEquals(3244.5, worth(read));
        assertEquals(List.of(), read.report().findings());
    }

    @Test
    void amountsInSeveralCurrenciesAreToldOf() throws IOException {
        assertEquals(
                List.of(), codes(imported(",", List.of("$10", "5 USD", "$3")).report()));
        Problem problem = problem(imported(",", List.of("10 EUR", "5 USD", "€3")), "import.several-currencies");
        assertTrue(problem.message().contains("(2 in EUR, 1 in USD)"), problem.message());
    }

    @Test
    void aColumnNamedValueThatIsNoAmountIsToldOf() throws IOException {
        Problem problem = problem(imported(",", List.of("cheap", "dear", "3")), "import.value-is-text");
        assertTrue(problem.message().contains("'value' is kept as words"), problem.message());
    }

    private static List<String> codes(ImportReport report) {
        return report.findings().stream().map(Problem::code).toList();
    }

    @Test
    void anOddFactorThatIsAlsoKeptIsCountedOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("lines.csv"), "user,time,count,price\na,2026-01-01,many,2\na,2026-01-02,3,2\n");
        Mapping mapping = Mapping.fromJson("""
                {"version":1,"rows":"EVENTS","columns":[
                  {"column":"user","role":"USER","name":"user","type":"TEXT"},
                  {"column":"time","role":"TIME","name":"time","type":"TEXT"},
                  {"column":"count","role":"PROPERTY","name":"count","type":"NUMBER","notNumbers":"MISSING"},
                  {"column":"price","role":"IGNORED","name":"price","type":"NUMBER"}],
                "constantType":"purchase","typeRules":[],"valueFactors":["count","price"],
                "time":{"kind":"ISO","pattern":"","zone":"UTC"},"userIdForm":"AS_WRITTEN"}
                """);
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.service.importFile(file, FileFormat.csv(), mapping, Progress.none());
            assertEquals(
                    "1 value of 'count' is no number and is taken as missing: 'many' in line 2.",
                    problem(new Read(report, events.frame()), "import.not-numbers")
                            .message());
        }
    }

    private record Read(ImportReport report, EventFrame frame) {}

    private Read imported(String delimiter, List<String> values) throws IOException {
        String rows = IntStream.range(0, values.size())
                .mapToObj(i -> String.join(delimiter, "u" + i, "2026-01-01 10:00", "purchase", values.get(i)))
                .collect(Collectors.joining("\n"));
        try (EventsFixture events = new EventsFixture()) {
            String header = String.join(delimiter, "user_id", "time", "type", "value");
            return new Read(events.importText(folder, header + "\n" + rows + "\n"), events.frame());
        }
    }

    private static double worth(Read read) {
        EventFrame frame = read.frame();
        return IntStream.range(0, frame.eventCount()).mapToDouble(frame::value).sum();
    }

    private static Problem problem(Read read, String code) {
        return read.report().findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(read.report().findings().toString()));
    }
}
