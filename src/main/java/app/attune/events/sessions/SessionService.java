package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Says what a session is in this workspace, and finds them. Thread-safe.
public final class SessionService {
    private record Known(String dataHash, SessionReport report) {}

    private final SessionStore store;
    private final Function<Progress, EventFrame> events;
    private final BooleanSupplier recorded;
    private volatile Optional<Known> newest = Optional.empty();

    /// @param recorded whether the files themselves bring a [Sessions#NUMBER], which is left as it is then
    public SessionService(SessionStore store, Function<Progress, EventFrame> events, BooleanSupplier recorded) {
        this.store = store;
        this.events = events;
        this.recorded = recorded;
    }

    public SessionRules rules() {
        return store.read().orElse(SessionRules.DEFAULT);
    }

    public void save(SessionRules rules) {
        store.write(rules);
    }

    /// What the numbers of sessions among the properties of these events follow from; empty if a file brought them.
    public Optional<SessionRules> made(EventFrame frame) {
        if (frame.property(Sessions.NUMBER).isEmpty() || recorded.getAsBoolean()) {
            return Optional.empty();
        }
        boolean known = frame.property(SessionFinder.SESSION_ID)
                .filter(TextColumn.class::isInstance)
                .isPresent();
        return Optional.of(known ? rules() : rules().withIds(SessionRules.Ids.IGNORED));
    }

    /// Events of which some were left out, with the numbers of the sessions that the others make.
    public EventFrame again(EventFrame fewer, Progress progress) {
        return made(fewer)
                .map(rules -> fewer.with(Sessions.of(fewer, rules, progress).numbers(), fewer.dataHash()))
                .orElse(fewer);
    }

    /// The sessions of the events as they are, by the rules as they stand.
    public SessionReport report(Progress progress) {
        EventFrame frame = events.apply(progress);
        SessionRules rules = rules();
        Optional<Known> known = newest.filter(before -> before.dataHash().equals(frame.dataHash())
                && before.report().sessions().rules().equals(rules));
        if (known.isEmpty()) {
            known = Optional.of(new Known(frame.dataHash(), SessionReport.of(frame, rules, progress)));
            newest = known;
        }
        return known.map(Known::report).orElseThrow();
    }
}
