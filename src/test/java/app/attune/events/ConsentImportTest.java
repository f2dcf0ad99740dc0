package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import app.attune.profiles.Consents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentImportTest {
    private static final String CUSTOMERS = """
            kunde,werbung,seit
            a,ja,01.02.2026 10:00
            b,nein,01.02.2026 10:00
            c,zurueck,01.02.2026 10:00
            d,,
            e,vielleicht,
            """;

    @TempDir
    private Path folder = Path.of(".");

    private final EventsFixture events = new EventsFixture();

    @AfterEach
    void close() {
        events.close();
    }

    private static Mapping german(ConsentValues.Unknown unknown) {
        return Mapping.events(
                        List.of(
                                MappedColumn.of("kunde", ColumnRole.USER),
                                new MappedColumn("werbung", ColumnRole.CONSENT, "personalisation", FieldType.TEXT),
                                new MappedColumn("seit", ColumnRole.CONSENT_TIME, "personalisation", FieldType.TEXT)),
                        "")
                .withRows(RowKind.USERS)
                .withTime(app.attune.events.read.TimeFormat.ofPattern("dd.MM.yyyy HH:mm"))
                .withConsents(Map.of(
                        "werbung", new ConsentValues(List.of("JA"), List.of("nein"), List.of("zurueck"), unknown)));
    }

    private ImportReport load(String csv, Mapping mapping) throws IOException {
        return events.service.importFile(EventsFixture.write(folder, csv), FileFormat.csv(), mapping, Progress.none());
    }

    @Test
    void valuesMeanWhatTheMappingSaysFromTheTimeInTheirRow() throws IOException {
        ImportReport report = load(CUSTOMERS, german(ConsentValues.Unknown.KEEP_ASIDE));
        assertEquals(Map.of(RejectReason.BAD_CONSENT, 1L), report.quarantinedByReason());
        Consents consents = events.people().consents();
        Instant later = Instant.parse("2026-03-01T00:00:00Z");
        Instant before = Instant.parse("2026-01-01T00:00:00Z");
        assertTrue(consents.allows(Consents.PERSONALISATION, 0, later));
        assertTrue(!consents.allows(Consents.PERSONALISATION, 0, before), "not before the time in the row");
        assertEquals(
                List.of("GRANTED", "DENIED", "REVOKED", ""),
                List.of(0, 1, 2, 3).stream()
                        .map(user -> consents.status(Consents.PERSONALISATION, user, later)
                                .map(Enum::name)
                                .orElse(""))
                        .toList());
    }

    @Test
    void anyOtherValueCanMeanThatNothingWasGranted() throws IOException {
        Mapping mapping = german(ConsentValues.Unknown.NOT_GRANTED);
        assertEquals(5, load(CUSTOMERS, mapping).accepted());
        Consents consents = events.people().consents();
        assertTrue(consents.refuses(Consents.PERSONALISATION, 4));
        assertEquals(mapping, Mapping.fromJson(mapping.toJson()), "the saved mapping keeps it");
    }

    @Test
    void theCheckSaysInWordsWhatEveryValueMeans() throws IOException {
        Path file = EventsFixture.write(folder, CUSTOMERS);
        Mapping mapping = german(ConsentValues.Unknown.NOT_GRANTED);
        ImportCheck check = events.service.check(file, FileFormat.csv(), mapping, Progress.none());
        assertEquals(
                Map.of("ja", 1L, "nein", 1L, "zurueck", 1L, "vielleicht", 1L),
                check.consents().getFirst().values());
        List<String> said = ConsentSentences.of(mapping, check);
        assertEquals(
                "Consent to personalisation: 1 row granted, 1 denied, 1 revoked; 1 say nothing, which is not granted"
                        + " unless all users are declared to have agreed. 1 row has another value and is taken as not granted. Each counts from the time in its row.",
                said.getFirst());
        Mapping unmapped = mapping.withRole("werbung", ColumnRole.IGNORED).withRole("seit", ColumnRole.IGNORED);
        ImportCheck silent = events.service.check(file, FileFormat.csv(), unmapped, Progress.none());
        assertEquals(
                "No column is mapped to consent: nobody in this file is taken to have agreed to anything"
                        + " unless all users are declared to have agreed. Whoever agreed in another file stays so.",
                ConsentSentences.of(unmapped, silent).getFirst());
        assertTrue(said.getLast().endsWith("unless all users are declared to have agreed."), said.getLast());
    }

    @Test
    void aTimeOfConsentThatIsNoTimeKeepsItsRowAside() throws IOException {
        ImportReport report =
                load("kunde,werbung,seit\na,ja,gestern\nb,ja,\n", german(ConsentValues.Unknown.KEEP_ASIDE));
        assertEquals(Map.of(RejectReason.BAD_CONSENT, 1L), report.quarantinedByReason());
        assertEquals(1, report.accepted());
    }

    @Test
    void aTimeWithoutItsConsentAndAValueOfTwoMeaningsAreRefused() {
        Mapping alone = german(ConsentValues.Unknown.KEEP_ASIDE).withRole("werbung", ColumnRole.ATTRIBUTE);
        assertEquals(
                "mapping.consent-time-alone",
                alone.problems(List.of("kunde", "werbung", "seit")).getFirst().code());
        assertThrows(
                ProblemException.class,
                () -> new ConsentValues(List.of("x"), List.of("X "), List.of(), ConsentValues.Unknown.KEEP_ASIDE));
    }

    @Test
    void aTimeIsGuessedForTheOnlyConsentThereIs() throws IOException {
        events.importText(folder, "user_id,consent_personalisation,consent_date\na,yes,2026-02-01\nb,no,2026-02-01\n");
        Consents consents = events.people().consents();
        assertTrue(!consents.allows(Consents.PERSONALISATION, 0, Instant.parse("2026-01-01T00:00:00Z")));
        assertTrue(consents.allows(Consents.PERSONALISATION, 0, Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void aPurposeMayBeNamedBeforeTheWordConsent() throws IOException {
        events.importText(folder, "user_id,personalisation_consent,consent_date\na,yes,2026-02-01\nb,no,2026-02-01\n");
        Consents consents = events.people().consents();
        assertTrue(consents.allows(Consents.PERSONALISATION, 0, Instant.parse("2026-03-01T00:00:00Z")));
        assertTrue(!consents.allows(Consents.PERSONALISATION, 1, Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void aTimeThatIsEmptyInTheFirstRowsIsNoConsent() throws IOException {
        StringBuilder csv = new StringBuilder("user_id,consent_personalisation,consent_date,consented_at\n");
        for (int i = 0; i < 3_000; i++) {
            csv.append('a').append(i).append(",yes,,\n");
        }
        csv.append("b,yes,2026-02-01,2026-02-01T08:00:00Z\n");
        ImportReport report = events.importText(folder, csv.toString());
        assertEquals(3_001, report.accepted());
        assertEquals(
                Set.of(Consents.PERSONALISATION), events.people().consents().purposes());
    }

    @Test
    void customersWithoutAnIdAreNamedByTheirEmailAddress() throws IOException {
        ImportReport report = events.importText(
                folder, "Name,E-Mail,City\nAnn,Ann@X.org,Bonn\nBob,bob@x.org,Kiel\nAnn,ann@x.org,Ulm\n");
        assertEquals(RowKind.USERS, report.rows());
        assertEquals(3, report.accepted());
        assertEquals(
                List.of("ann@x.org", "bob@x.org"),
                events.people().events().users().texts());
    }
}
