package app.attune.profiles;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ConsentHistory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Says who is who, what other rules would change, and keeps every version of the rules. Thread-safe.
public final class IdentityService {
    private record Known(String dataHash, PersonMap persons) {}

    private record Listed(String dataHash, People people) {}

    private final IdentityStore store;
    private final PopulationBuilder builder;
    private final SegmentSizes sizes;
    private final Clock clock;
    private volatile Optional<Known> newest = Optional.empty();
    private volatile Optional<Listed> listed = Optional.empty();

    public IdentityService(IdentityStore store, PopulationBuilder builder, SegmentSizes sizes, Clock clock) {
        this.store = store;
        this.builder = builder;
        this.sizes = sizes;
        this.clock = clock;
    }

    /// The rules as they stand; none until the first save.
    public IdentityRules rules() {
        return store.newest().map(IdentityVersion::rules).orElse(IdentityRules.NONE);
    }

    /// Columns of events and of users that may link, by name.
    public List<String> columns() {
        return builder.columns();
    }

    /// Every version, newest first.
    public List<IdentityVersion> versions() {
        return store.versions();
    }

    /// Makes the next version, unless the rules are the newest version's.
    ///
    /// @param note why, possibly empty
    /// @throws ProblemException `identity.unknown-column`
    public void save(IdentityRules rules, String author, String note) {
        check(rules);
        Optional<IdentityVersion> known = store.newest();
        if (!rules().equals(rules)) {
            int next = known.map(IdentityVersion::version).orElse(0) + 1;
            store.add(new IdentityVersion(
                    next, rules, author, note, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /// Makes the rules of an older version the newest one, version 0 being no rules; history stays as it is.
    ///
    /// @throws ProblemException `identity.unknown-version`
    public void restore(int version, String author) {
        save(version(version), author, "Restored version " + version);
    }

    /// @param version 0 for no rules
    /// @throws ProblemException `identity.unknown-version`
    public IdentityRules version(int version) {
        return version == 0
                ? IdentityRules.NONE
                : store.versions().stream()
                        .filter(known -> known.version() == version)
                        .map(IdentityVersion::rules)
                        .findFirst()
                        .orElseThrow(() -> unknown(version));
    }

    private void check(IdentityRules rules) {
        List<String> columns = columns();
        rules.readings().keySet().stream()
                .filter(name -> !columns.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.of(
                            "identity.unknown-column",
                            "No events and no users have a column " + name + " to link by.",
                            columns.isEmpty()
                                    ? "Import a file with a second identifier, such as an e-mail address."
                                    : "Choose among " + String.join(", ", columns) + ".");
                });
    }

    private ProblemException unknown(int version) {
        int last = store.newest().map(IdentityVersion::version).orElse(0);
        return ProblemException.of(
                "identity.unknown-version",
                "There is no version " + version + " of the identity rules; the newest is " + last + ".",
                "Choose a version from 0, no rules, to " + last + ".");
    }

    /// Who is who now.
    public PersonMap persons(Progress progress) {
        IdentityRules rules = rules();
        String hash = builder.dataHash();
        Optional<Known> known = newest;
        if (known.isPresent()
                && known.get().dataHash().equals(hash)
                && known.get().persons().rules().equals(rules)) {
            return known.get().persons();
        }
        PopulationBuilder.Snapshot read = builder.read(rules, progress);
        newest = Optional.of(new Known(builder.named(read.users().dataHash()), read.persons()));
        return read.persons();
    }

    /// How the person came to be who goes by this name, user id or other identifier.
    ///
    /// @throws ProblemException `identity.unknown-person`
    public PersonGraph show(Identifier identifier, Progress progress) {
        PersonMap persons = persons(progress);
        OptionalInt person = persons.find(identifier);
        if (person.isEmpty()) {
            throw ProblemException.of(
                    "identity.unknown-person",
                    "Nobody goes by " + identifier + ".",
                    "Name a user's id, or another identifier as kind:value, such as email:ann@example.org.");
        }
        return persons.graph(person.getAsInt());
    }

    /// Everything files say of the consent of a person's users: by purpose, then in the order it was loaded.
    public List<ConsentHistory.Entry> consentHistory(PersonGraph person, Progress progress) {
        return builder.consentHistory(person.users(), progress);
    }

    /// The names of what was imported, by the import's number.
    public Map<Long, String> sources() {
        return builder.sources();
    }

    /// Attributes of which the sources, or the users, of one person say different things.
    public List<Contradiction> contradictions(Progress progress) {
        return builder.contradictions(persons(progress), progress);
    }

    /// Who is who now, and what is odd about it.
    public People people(Progress progress) {
        IdentityRules rules = rules();
        Optional<Listed> before = listed;
        if (before.isPresent()
                && before.get().dataHash().equals(builder.dataHash())
                && before.get().people().persons().rules().equals(rules)) {
            return before.get().people();
        }
        PopulationBuilder.Snapshot read = builder.read(rules, progress);
        newest = Optional.of(new Known(builder.named(read.users().dataHash()), read.persons()));
        People people = new People(
                read.persons(),
                new PersonSearch(read.persons(), read.users().events()),
                builder.contradictions(read.persons(), progress),
                builder.sources());
        listed = Optional.of(new Listed(builder.named(read.users().dataHash()), people));
        return people;
    }

    /// What would change under other rules.
    ///
    /// @throws ProblemException `identity.unknown-column`
    public IdentityChange preview(IdentityRules other, Progress progress) {
        check(other);
        PopulationBuilder.Snapshot now = builder.read(rules(), progress);
        PersonMap after = builder.read(other, progress).persons();
        if (after.userCount() != now.persons().userCount()) {
            throw PopulationBuilder.changing();
        }
        return new IdentityComparison(now.persons(), after, now.users().events())
                .change(
                        sizes.of(builder.population(now.users(), now.persons(), progress), progress),
                        sizes.of(builder.population(now.users(), after, progress), progress));
    }
}
