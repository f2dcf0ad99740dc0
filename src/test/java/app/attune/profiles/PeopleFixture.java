package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.ColumnRole;
import app.attune.events.EventsFixture;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.read.FileFormat;
import app.attune.profiles.store.H2IdentityStore;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// An event log in memory with identity rules, for tests.
final class PeopleFixture implements AutoCloseable {
    static final Mapping EVENTS = Mapping.events(
            List.of(
                    MappedColumn.of("user", ColumnRole.USER),
                    MappedColumn.of("cookie", ColumnRole.ANONYMOUS_ID),
                    MappedColumn.of("email", ColumnRole.PROPERTY),
                    MappedColumn.of("device", ColumnRole.PROPERTY),
                    MappedColumn.of("at", ColumnRole.TIME),
                    MappedColumn.of("event", ColumnRole.TYPE),
                    MappedColumn.of("item", ColumnRole.ITEM)),
            "");
    static final Mapping USERS = Mapping.events(
                    List.of(
                            MappedColumn.of("user", ColumnRole.USER),
                            MappedColumn.of("email", ColumnRole.ATTRIBUTE),
                            MappedColumn.of("city", ColumnRole.ATTRIBUTE)),
                    "")
            .withRows(RowKind.USERS);
    static final IdentityRules ALL = IdentityRules.linking(List.of("anonymous_id", "email", "device"));

    final EventsFixture log = new EventsFixture();
    final PopulationBuilder builder = new PopulationBuilder(log.store, new H2ProfileStore(log.store));
    final IdentityService identity = new IdentityService(
            new H2IdentityStore(log.database),
            builder,
            (population, progress) -> sizes(population),
            EventsFixture.CLOCK);
    final PopulationService populations = new PopulationService(builder, identity::rules, () -> ConsentBasis.NONE);

    /// How many persons have how many events, as if each number were a segment.
    private static SortedMap<String, Long> sizes(Population population) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (int person = 0; person < population.size(); person++) {
            int events = population.events().to(person) - population.events().from(person);
            sizes.merge(events + " events", 1L, Long::sum);
        }
        return sizes;
    }

    void events(Path folder, String csv) throws IOException {
        log.service.importFile(EventsFixture.write(folder, csv), FileFormat.csv(), EVENTS, Progress.none());
    }

    void users(Path folder, String csv) throws IOException {
        log.service.importFile(EventsFixture.write(folder, csv), FileFormat.csv(), USERS, Progress.none());
    }

    PersonMap persons(IdentityRules rules) {
        return builder.persons(rules, Progress.none());
    }

    Population people() {
        return populations.current(Progress.none());
    }

    /// No limits.
    static IdentityRules unlimited() {
        return ALL.withKinds(ALL.kinds().stream()
                .map(rule -> new IdentifierRule(rule.kind(), rule.reading(), 0, 0))
                .toList());
    }

    static Set<Set<String>> groups(PersonMap persons) {
        Set<Set<String>> groups = new HashSet<>();
        for (int person = 0; person < persons.personCount(); person++) {
            Set<String> users = new TreeSet<>();
            for (int user : persons.users(person)) {
                users.add(persons.userId(user));
            }
            groups.add(users);
        }
        return groups;
    }

    /// Everything a screen could see of who is who.
    static List<String> state(Population population) {
        List<String> lines = new ArrayList<>(EventsFixture.lines(population.events()));
        lines.addAll(population.events().users().texts());
        for (int person = 0; person < population.size(); person++) {
            StringBuilder line = new StringBuilder();
            for (app.attune.events.Column column : population.attributes().columns()) {
                line.append(column.name())
                        .append('=')
                        .append(column.display(person))
                        .append(' ');
            }
            lines.add(line.toString());
        }
        lines.add(population.dataHash());
        return lines;
    }

    @Override
    public void close() {
        log.close();
    }
}
