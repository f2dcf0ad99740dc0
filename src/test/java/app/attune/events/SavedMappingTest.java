package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.MappingStore.StoredMapping;
import app.attune.events.read.Encoding;
import app.attune.events.read.Header;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import app.attune.events.store.H2MappingStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedMappingTest {
    private static final String TILL =
            "Beleg;Kundschaft;Wann;Summe\n1;a;01.02.2026 10:00;2,50\n2;b;02.02.2026 11:00;3\n";

    @TempDir
    Path folder;

    private final EventsFixture events = new EventsFixture();
    private final MappingService mappings =
            new MappingService(new H2MappingStore(events.database), EventsFixture.CLOCK);

    @AfterEach
    void close() {
        events.close();
    }

    private SavedMapping till(String name) throws IOException {
        Path file = EventsFixture.write(folder, TILL);
        ImportPreview preview = events.service.preview(file, events.service.detect(file));
        Mapping mapping = events.service
                .guess(preview)
                .withRows(RowKind.EVENTS)
                .withRole("Kundschaft", ColumnRole.USER)
                .withRole("Wann", ColumnRole.TIME)
                .withConstantType("purchase");
        return SavedMapping.of(name, preview, mapping);
    }

    private Optional<String> match(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("next.csv"), text, charset);
        return mappings.match(Source.of(file), events.service.detect(file))
                .map(found -> found.saved().name());
    }

    @Test
    void rowsCalledByTheirLinesNeedNoColumnForThem() throws IOException {
        Path file = EventsFixture.write(folder, "31,1.5\n47,2.25\n18,7.5\n");
        ImportPreview preview = events.service.preview(file, events.service.detect(file));
        assertEquals(Header.ABSENT, preview.format().header());
        Mapping lines = events.service.guess(preview).withRows(RowKind.USERS).withLineUsers();
        mappings.save(SavedMapping.of("lines", preview, lines));
        assertEquals(Optional.of("lines"), match("20,3.5\n66,1.25\n", Charset.forName("UTF-8")));
    }

    @Test
    void theMappingOfTheSameHeadersIsFoundAgainWhateverTheirOrderAndEncoding() throws IOException {
        mappings.save(till("Till export"));
        Charset ansi = Charset.forName("windows-1252");
        assertEquals(Optional.of("Till export"), match(TILL, Charset.forName("UTF-8")));
        assertEquals(
                Optional.of("Till export"), match("Wann;Beleg;Kundschaft;Summe\n03.02.2026 10:00;3;Jürgen;1\n", ansi));
        assertEquals(Optional.empty(), match("Wann;Beleg;Kunde;Summe\n03.02.2026 10:00;3;c;1\n", ansi));
        Path file = folder.resolve("next.csv");
        Files.writeString(file, TILL.replace("a;", "ä;"), ansi);
        FittingMapping other = found(file);
        assertEquals(Encoding.WINDOWS_1252, other.saved().format().encoding());
        assertEquals(';', other.saved().format().delimiter());
        assertEquals(
                "It was saved for UTF-8, and this file is written in Windows-1252 (Western), as detected: that is taken.",
                other.note());
    }

    private FittingMapping found(Path file) {
        return mappings.match(Source.of(file), events.service.detect(file)).orElseThrow();
    }

    @Test
    void theEncodingThatWasSavedWinsUnlessTheBytesTellThatTheyAreUnicode() throws IOException {
        SavedMapping till = till("Till export");
        mappings.save(till.withFormat(till.format().withEncoding(Encoding.LATIN_1)));
        Path file = Files.writeString(folder.resolve("next.csv"), TILL);
        assertEquals(Encoding.UTF_8, events.service.detect(file).encoding(), "all of it is ASCII");
        assertEquals(Encoding.LATIN_1, found(file).saved().format().encoding());
        assertEquals("", found(file).note());
        for (String text : List.of(TILL.replace("a;", "ä;"), "\uFEFF" + TILL)) {
            Files.writeString(file, text);
            assertEquals(Encoding.UTF_8, found(file).saved().format().encoding());
            assertTrue(
                    found(file).note().startsWith("It was saved for "),
                    found(file).note());
            FittingMapping byName =
                    FittingMapping.of(mappings.require("Till export"), Source.of(file), events.service.detect(file));
            assertEquals(Encoding.UTF_8, byName.saved().format().encoding());
        }
    }

    @Test
    void aFileWithoutAHeaderMatchesOnlyIfItsTimesFit() throws IOException {
        Path file = Files.writeString(folder.resolve("bare.csv"), "7;01.02.2026 10:00;1\n8;02.02.2026 10:00;2\n");
        ImportPreview preview = events.service.preview(file, events.service.detect(file));
        Mapping mapping = Mapping.events(
                        List.of(
                                MappedColumn.of("column_1", ColumnRole.USER),
                                MappedColumn.of("column_2", ColumnRole.TIME)),
                        "x")
                .withTime(preview.columns().get(1).time().orElseThrow());
        mappings.save(SavedMapping.of("Bare", preview, mapping));
        assertEquals(Optional.of("Bare"), match("9;03.02.2026 12:00;5\n", Charset.forName("UTF-8")));
        assertEquals(Optional.empty(), match("9;not a time;5\n8;2;2\n", Charset.forName("UTF-8")));
    }

    @Test
    void savingAgainMakesAVersionRenamingKeepsItAndDeletingHidesIt() throws IOException {
        mappings.save(till("Till export"));
        mappings.save(till("Till export"));
        mappings.save(till("Other"));
        assertEquals(2, stored("Till export").version());
        mappings.rename("Till export", " Till 2026 ");
        assertEquals(3, stored("Till 2026").version());
        assertEquals("mapping.name-taken", code(() -> mappings.rename("Other", "Till 2026")));
        assertEquals("mapping.bad-name", code(() -> mappings.rename("Other", " ")));
        assertEquals("mapping.unknown", code(() -> mappings.delete("Till export")));
        mappings.delete("Till 2026");
        assertEquals(
                List.of("Other"),
                mappings.list().stream().map(known -> known.mapping().name()).toList());
        mappings.save(till("Till 2026"));
        assertEquals(1, stored("Till 2026").version());
    }

    @Test
    void aPatternThatIsRefusedTodayCanBeOpenedAndIsSaidToBeWrong() throws IOException {
        TimeFormat old = new TimeFormat(TimeKind.PATTERN, "dd.MM.yyyy HH:MM", "UTC");
        SavedMapping till = till("Till export");
        Path file = EventsFixture.write(folder, TILL);
        ImportPreview preview = events.service.preview(file, events.service.detect(file));
        mappings.save(SavedMapping.of("Old", preview, till.mapping().withTime(old)));
        mappings.save(till);
        Mapping opened = mappings.require("Old").mapping();
        assertEquals(
                List.of("mapping.bad-time-pattern"),
                opened.problems(preview.columnNames()).stream()
                        .map(Problem::code)
                        .toList());
        assertEquals(2, mappings.list().size());
    }

    @Test
    void itComesBackFromJsonAsItWas() throws IOException {
        SavedMapping saved = till("Till export");
        assertEquals(saved, SavedMapping.fromJson(saved.toJson()));
        assertEquals("json.unreadable", code(() -> SavedMapping.fromJson("{\"name\":")));
    }

    @Test
    void aMappingIsToldInSentencesWithTheZoneAndWhy() throws IOException {
        Mapping mapping = till("x").mapping();
        List<String> words = MappingWords.of(mapping);
        assertEquals("Each row is an event of a user.", words.getFirst());
        assertEquals("User: Kundschaft; Time: Wann.", words.get(1).replace("; Value: Summe", ""));
        assertTrue(words.contains("Event type of all rows: purchase."), words.toString());
        assertTrue(MappingWords.zone(mapping, List.of("01.02.2026 10:00"))
                .startsWith("All times are read as UTC, because they name no zone"));
        Mapping berlin = mapping.withTime(mapping.time().withZone("Europe/Berlin"));
        assertEquals(
                "All times are read as Europe/Berlin, the zone that was chosen, and kept as UTC.",
                MappingWords.zone(berlin, List.of("01.02.2026 10:00")));
        Mapping iso = Mapping.events(List.of(), "x");
        assertTrue(MappingWords.zone(iso, List.of("2026-01-01T10:00:00+02:00", "2026-01-01 10:00Z"))
                .startsWith("All times name their offset"));
        assertTrue(MappingWords.zone(iso, List.of("2026-01-01", "2026-01-01 10:00"))
                .startsWith("All times are read"));
        assertTrue(MappingWords.zone(iso, List.of("2026-01-01", "2026-01-01T10:00Z"))
                .startsWith("Times that name no"));
    }

    private StoredMapping stored(String name) {
        return mappings.list().stream()
                .filter(known -> known.mapping().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String code(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().code();
    }
}
