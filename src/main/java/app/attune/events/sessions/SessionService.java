package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import java.util.Optional;
import java.util.function.Function;

/// Says what a session is in this workspace, and finds them. Thread-safe.
public final class SessionService {
    private record Known(String dataHash, SessionReport report) {}

    private final SessionStore store;
    private final Function<Progress, EventFrame> events;
    private volatile Optional<Known> newest = Optional.empty();

    public SessionService(SessionStore store, Function<Progress, EventFrame> events) {
        this.store = store;
        this.events = events;
    }

    public SessionRules rules() {
        return store.read().orElse(SessionRules.DEFAULT);
    }

    public void save(SessionRules rules) {
        store.write(rules);
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
