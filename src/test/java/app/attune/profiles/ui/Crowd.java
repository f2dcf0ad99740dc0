package app.attune.profiles.ui;

import app.attune.core.Progress;
import app.attune.events.ColumnRole;
import app.attune.events.EventsFixture;
import app.attune.events.FieldType;
import app.attune.events.IdentifierReading;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.read.FileFormat;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityService;
import app.attune.profiles.PopulationBuilder;
import app.attune.profiles.store.H2IdentityStore;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Thirty users: every third has two cookies, twelve share an office tablet, and two files disagree about cities.
final class Crowd implements AutoCloseable {
    private static final int USERS = 30;
    private static final Mapping EVENTS = Mapping.events(
            List.of(
                    MappedColumn.of("user", ColumnRole.USER),
                    MappedColumn.of("cookie", ColumnRole.ANONYMOUS_ID),
                    MappedColumn.of("email", ColumnRole.PROPERTY),
                    MappedColumn.of("device", ColumnRole.PROPERTY),
                    MappedColumn.of("at", ColumnRole.TIME),
                    MappedColumn.of("event", ColumnRole.TYPE)),
            "");
    private static final Mapping PEOPLE = Mapping.events(
                    List.of(
                            MappedColumn.of("user", ColumnRole.USER),
                            MappedColumn.of("email", ColumnRole.ATTRIBUTE),
                            MappedColumn.of("city", ColumnRole.ATTRIBUTE),
                            MappedColumn.of("birth_date", ColumnRole.ATTRIBUTE),
                            new MappedColumn("agrees", ColumnRole.CONSENT, "newsletter", FieldType.TEXT)),
                    "")
            .withRows(RowKind.USERS);
    static final IdentityRules RULES = IdentityRules.NONE.withKinds(List.of(
            new IdentifierRule("email", IdentifierReading.IGNORING_CASE, 3, 5),
            new IdentifierRule("anonymous_id", IdentifierReading.AS_USER_ID, 0, 0),
            new IdentifierRule("device", IdentifierReading.EXACT, 0, 10)));

    private final EventsFixture log = new EventsFixture();
    private final Path folder;
    final IdentityService identity = new IdentityService(
            new H2IdentityStore(log.database),
            new PopulationBuilder(log.store, new H2ProfileStore(log.store)),
            (population, progress) -> new TreeMap<>(java.util.Map.of("Everybody", (long) population.size())),
            EventsFixture.CLOCK);

    Crowd(Path folder) {
        this.folder = folder;
    }

    /// The same with events and users, and no rules yet.
    Crowd filled() {
        StringBuilder events = new StringBuilder("user,cookie,email,device,at,event\n");
        StringBuilder crm = new StringBuilder("user,email,city,birth_date,agrees\n");
        StringBuilder newsletter = new StringBuilder("user,email,city,birth_date,agrees\n");
        for (int i = 0; i < USERS; i++) {
            String user = "u%02d".formatted(i);
            String mail = "user%02d@example.org".formatted(i);
            String day = "2026-01-%02d".formatted(1 + i % 28);
            events.append(",c").append(i).append(",,,").append(day).append("T08:00:00Z,view\n");
            events.append("%s,c%d,%s,%s,%sT09:00:00Z,view%n".formatted(user, i, mail, i < 12 ? "tablet-1" : "", day));
            if (i % 3 == 0) {
                events.append("%s,k%d,,,%sT10:00:00Z,buy%n".formatted(user, i, day));
                events.append(",k").append(i).append(",,,").append(day).append("T10:05:00Z,view\n");
                crm.append("crm-%d,%s,%s,1980-01-01,%s%n"
                        .formatted(i, mail.toUpperCase(java.util.Locale.ROOT), "Bonn", i % 2 == 0 ? "yes" : "no"));
            }
            newsletter.append("%s,%s,%s,1980-01-%02d,%s%n"
                    .formatted(user, mail, i % 2 == 0 ? "Bonn" : "Kiel", 1 + i % 6, i % 2 == 0 ? "yes" : "no"));
        }
        load("events.csv", events.toString(), EVENTS);
        load("crm.csv", crm.toString(), PEOPLE);
        load("newsletter.csv", newsletter.toString(), PEOPLE);
        return this;
    }

    Crowd linked() {
        identity.save(RULES, "Ada", "First rules");
        return this;
    }

    private void load(String name, String text, Mapping mapping) {
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            log.service.importFile(file, FileFormat.csv(), mapping, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
