package app.attune.profiles;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.AttributeHistory;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentHistory;
import app.attune.events.ConsentLog;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.IdentifierLinks;
import app.attune.events.RowKind;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.Sessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Makes populations of the event log under any identity rules. Thread-safe.
public final class PopulationBuilder {
    private static final int ATTEMPTS = 3;

    /// Everybody the log names, before any rule.
    record Users(EventFrame events, AttributeHistory history, Consents consents, String dataHash, Instant loadedAt) {}

    /// Users and the persons they are, at one state of the data.
    record Snapshot(Users users, PersonMap persons) {}

    /// @param attributes of persons, made of those of their users
    private record People(Consents consents, UnaryOperator<ColumnTable> attributes, FirstKnown firstKnown) {
        Population population(Users users, EventFrame events, String hash) {
            AttributeHistory history = users.history();
            AttributesOverTime overTime = new AttributesOverTime(
                    history.lastChange(),
                    consents.lastStatement(),
                    (asOf, progress) -> consents.in(attributes.apply(history.at(asOf, progress)), asOf));
            ColumnTable newest = consents.newestIn(attributes.apply(history.newest()));
            return new Population(events, newest, hash, consents, users.loadedAt(), overTime, firstKnown);
        }
    }

    private record Known(String dataHash, String readings, IdentifierLinks links) {}

    private final EventStore events;
    private final ProfileStore profiles;
    private final Optional<Supplier<SessionRules>> sessions;
    private volatile Optional<Known> newest = Optional.empty();

    /// Of events without the numbers of their sessions.
    public PopulationBuilder(EventStore events, ProfileStore profiles) {
        this(events, profiles, Optional.empty());
    }

    /// Of events that know the number of their session.
    ///
    /// @param sessions what a session is, as it stands
    public PopulationBuilder(EventStore events, ProfileStore profiles, Supplier<SessionRules> sessions) {
        this(events, profiles, Optional.of(sessions));
    }

    private PopulationBuilder(EventStore events, ProfileStore profiles, Optional<Supplier<SessionRules>> sessions) {
        this.events = events;
        this.profiles = profiles;
        this.sessions = sessions;
    }

    /// Changes whenever the data or the meaning of a session does.
    String dataHash() {
        return named(events.dataHash());
    }

    /// The state of the data and the meaning of a session together.
    String named(String hash) {
        Optional<SessionRules> rules = sessions.map(Supplier::get).filter(set -> !set.equals(SessionRules.DEFAULT));
        return rules.map(set -> hash(hash + "\n" + set)).orElse(hash);
    }

    private EventFrame withSessions(EventFrame frame, String hash, Progress progress) {
        boolean taken = frame.property(Sessions.NUMBER).isPresent();
        return sessions.filter(rules -> !taken)
                .map(rules ->
                        frame.with(Sessions.of(frame, rules.get(), progress).numbers(), hash))
                .orElse(frame);
    }

    /// Columns of events and of users whose values may tell who somebody is, by name.
    List<String> columns() {
        Set<String> names = new TreeSet<>(events.keptTypes(RowKind.EVENTS).keySet());
        names.addAll(events.keptTypes(RowKind.USERS).keySet());
        names.removeIf(name -> name.startsWith(Population.CONSENT_PREFIX));
        return List.copyOf(names);
    }

    /// The purposes of which any file said who agreed.
    Set<String> purposes() {
        Set<String> purposes = new TreeSet<>();
        for (String name : events.keptTypes(RowKind.USERS).keySet()) {
            if (name.startsWith(Population.CONSENT_PREFIX)) {
                purposes.add(name.substring(Population.CONSENT_PREFIX.length()));
            }
        }
        return purposes;
    }

    /// @throws ProblemException `profiles.changing` if the data never stays the same for long enough
    public Population build(IdentityRules rules, Progress progress) {
        if (!rules.links()) {
            return plain(users(progress), progress);
        }
        Snapshot read = read(rules, progress);
        return population(read.users(), read.persons(), progress);
    }

    /// Who is who under these rules.
    ///
    /// @throws ProblemException `profiles.changing` if the data never stays the same for long enough
    public PersonMap persons(IdentityRules rules, Progress progress) {
        return IdentityResolver.resolve(links(rules, progress).links(), rules, progress);
    }

    /// Users and who is who among them, both of one state of the data.
    ///
    /// @throws ProblemException `profiles.changing` if the data never stays the same for long enough
    Snapshot read(IdentityRules rules, Progress progress) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Users users = users(progress);
            Known links = links(rules, progress);
            if (links.dataHash().equals(users.dataHash())) {
                return new Snapshot(users, IdentityResolver.resolve(links.links(), rules, progress));
            }
        }
        throw changing();
    }

    Users users(Progress progress) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String hash = events.dataHash();
            EventFrame frame = events.frame(progress);
            AttributeHistory history = profiles.attributes(frame.userCount(), progress);
            Consents consents =
                    new Consents(ConsentLog.read(events, history, progress), ConsentBasis.NONE, frame.userCount());
            if (hash.equals(events.dataHash()) && hash.equals(frame.dataHash())) {
                return new Users(frame, history, consents, hash, loadedAt());
            }
        }
        throw changing();
    }

    private Instant loadedAt() {
        return events.imports().stream()
                .findFirst()
                .map(newest -> Instant.parse(newest.startedAt()))
                .orElse(Instant.EPOCH);
    }

    List<Contradiction> contradictions(PersonMap persons, Progress progress) {
        return new ContradictionSearch(events, persons).all(progress);
    }

    List<ConsentHistory.Entry> consentHistory(List<String> users, Progress progress) {
        return ConsentHistory.read(events, users, progress);
    }

    /// The names of what was imported, by the import's number.
    Map<Long, String> sources() {
        return ContradictionSearch.sources(events);
    }

    Population population(Users users, PersonMap persons, Progress progress) {
        if (persons.userCount() != users.events().userCount()) {
            throw changing();
        }
        if (persons.names().equals(users.events().users().texts())) {
            return plain(users, progress);
        }
        PersonFrame frame = new PersonFrame(persons);
        String hash = hash(named(users.dataHash()) + "\n" + persons.rules().toJson());
        Consents consents = users.consents().of(persons);
        EventFrame events = withSessions(frame.events(users.events(), hash, progress), hash, progress);
        FirstKnown firstKnown = new FirstKnown(users.history().firstRows()).of(persons);
        return new People(consents, frame::attributes, firstKnown).population(users, events, hash);
    }

    private Population plain(Users users, Progress progress) {
        String hash = named(users.dataHash());
        EventFrame events = withSessions(users.events(), hash, progress);
        FirstKnown firstKnown = new FirstKnown(users.history().firstRows());
        return new People(users.consents(), attributes -> attributes, firstKnown).population(users, events, hash);
    }

    /// Links are kept only if no import finished while they were read.
    private Known links(IdentityRules rules, Progress progress) {
        String readings = rules.readings().toString();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String hash = events.dataHash();
            Optional<Known> known = newest.filter(
                    now -> now.dataHash().equals(hash) && now.readings().equals(readings));
            if (known.isPresent()) {
                return known.get();
            }
            IdentifierLinks links = IdentifierLinks.read(events, rules.readings(), progress);
            if (hash.equals(events.dataHash())) {
                Known read = new Known(hash, readings, links);
                newest = Optional.of(read);
                return read;
            }
        }
        throw changing();
    }

    static ProblemException changing() {
        return ProblemException.of(
                "profiles.changing", "The data changed while it was read.", "Try again when the import is finished.");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
