package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who an event is of, and what a row about a user does to what was known.
class IdentityRolesTest {
    private static final Mapping EVENTS = Mapping.events(
            List.of(
                    MappedColumn.of("user", ColumnRole.USER),
                    MappedColumn.of("cookie", ColumnRole.ANONYMOUS_ID),
                    MappedColumn.of("visit", ColumnRole.SESSION),
                    MappedColumn.of("at", ColumnRole.TIME),
                    MappedColumn.of("value", ColumnRole.VALUE),
                    MappedColumn.of("unit", ColumnRole.CURRENCY)),
            "view");
    private static final Mapping CHANGES = Mapping.events(
                    List.of(
                            MappedColumn.of("id", ColumnRole.USER),
                            MappedColumn.of("name", ColumnRole.ATTRIBUTE),
                            MappedColumn.of("city", ColumnRole.ATTRIBUTE)),
                    "")
            .withRows(RowKind.USERS);

    @TempDir
    Path folder;

    @Test
    void theAnonymousIdIsTheUserWhereTheRowNamesNone() throws IOException {
        Path file = EventsFixture.write(folder, """
                user,cookie,visit,at,value,unit
                u1,c1,s1,2026-01-01,2,EUR
                ,c1,s2,2026-01-02,,
                u2,,,2026-01-03,,
                ,,s3,2026-01-04,,
                """);
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.service.importFile(file, FileFormat.csv(), EVENTS, Progress.none());
            assertEquals(4, report.read());
            assertEquals(3, report.accepted());
            assertEquals(Map.of(RejectReason.NO_USER, 1L), report.quarantinedByReason());
            assertEquals(
                    List.of(
                            "c1 2026-01-02T00:00:00Z view - NaN anonymous_id=c1 currency= session_id=s2",
                            "u1 2026-01-01T00:00:00Z view - 2.0 anonymous_id=c1 currency=EUR session_id=s1",
                            "u2 2026-01-03T00:00:00Z view - NaN anonymous_id= currency= session_id="),
                    EventsFixture.lines(events.frame()).stream().sorted().toList());
        }
    }

    @Test
    void anAnonymousIdAloneIsEnough() {
        Mapping mapping = EVENTS.withRole("user", ColumnRole.IGNORED);
        assertEquals(List.of(), mapping.problems(List.of("user", "cookie", "visit", "at", "value", "unit")));
        Mapping nobody = mapping.withRole("cookie", ColumnRole.IGNORED);
        assertEquals(
                List.of("mapping.no-user-column"),
                nobody.problems(List.of("user", "cookie", "visit", "at", "value", "unit")).stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void aPropertyMayNotTakeTheNameOfARole() {
        Mapping mapping = EVENTS.withColumns(List.of(
                MappedColumn.of("user", ColumnRole.USER),
                MappedColumn.of("at", ColumnRole.TIME),
                MappedColumn.of("visit", ColumnRole.SESSION),
                MappedColumn.of("session_id", ColumnRole.PROPERTY)));
        assertEquals(
                List.of("mapping.name-twice"),
                mapping.problems(List.of("user", "at", "visit", "session_id")).stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void anEmptyValueSaysNothingUnlessTheRowReplacesAll() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            change(events, CHANGES, "id,name,city\n1,Ann,Bonn\n2,Bob,Kiel\n");
            change(events, CHANGES, "id,name,city\n1,Anna,\n");
            assertEquals("[Anna Bonn, Bob Kiel]", people(events));
            ImportReport report =
                    change(events, CHANGES.withConstantType("replace"), "id,name,city\n1,Anna,\n2,,Kiel\n");
            assertEquals(2, report.accepted());
            assertEquals("[Anna -, - Kiel]", people(events));
            ImportReport again = change(events, CHANGES.withConstantType("replace"), "id,name,city\n1,Anna,\n");
            assertEquals(1, again.alreadyPresent());
        }
    }

    @Test
    void aDeletedUserKeepsNoAttributes() throws IOException {
        Mapping mapping = CHANGES.withColumns(List.of(
                        MappedColumn.of("id", ColumnRole.USER),
                        MappedColumn.of("name", ColumnRole.ATTRIBUTE),
                        MappedColumn.of("city", ColumnRole.ATTRIBUTE),
                        MappedColumn.of("op", ColumnRole.IGNORED)))
                .withTypeRules(List.of(new TypeRule("op", TypeRule.Test.IS, "d", "delete")))
                .withConstantType("replace");
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report =
                    change(events, mapping, "id,name,city,op\n1,Ann,Bonn,c\n2,Bob,Kiel,c\n1,Ann,Bonn,d\n2,Bo,Kiel,u\n");
            assertEquals(4, report.accepted());
            assertTrue(report.addsUp());
            assertEquals("[- -, Bo Kiel]", people(events));
            change(events, mapping, "id,name,city,op\n1,Ann,Bern,c\n");
            assertEquals("[Ann Bern, Bo Kiel]", people(events));
        }
    }

    @Test
    void aDeletionForgetsWhatOtherFilesSaidToo() throws IOException {
        Mapping deletion = CHANGES.withColumns(
                        List.of(MappedColumn.of("id", ColumnRole.USER), MappedColumn.of("at", ColumnRole.ATTRIBUTE)))
                .withConstantType("delete");
        try (EventsFixture events = new EventsFixture()) {
            change(events, CHANGES, "id,name,city\n1,Ann,Bonn\n2,Bob,Kiel\n");
            assertEquals(1, change(events, deletion, "id,at\n1,5\n").accepted());
            assertEquals("[- -, Bob Kiel]", people(events));
            ImportReport again = change(events, deletion, "id,at\n1,5\n");
            assertEquals(0, again.accepted());
            assertTrue(again.addsUp());
        }
    }

    private ImportReport change(EventsFixture events, Mapping mapping, String text) throws IOException {
        return events.service.importFile(EventsFixture.write(folder, text), FileFormat.csv(), mapping, Progress.none());
    }

    private static String people(EventsFixture events) {
        ColumnTable table = events.people().attributes();
        Column name = table.column("name").orElseThrow();
        Column city = table.column("city").orElseThrow();
        return List.of(0, 1).stream()
                .map(user -> shown(name, user) + " " + shown(city, user))
                .toList()
                .toString();
    }

    private static String shown(Column column, int row) {
        return column.isMissing(row) ? "-" : column.display(row);
    }
}
