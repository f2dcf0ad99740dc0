package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import java.time.Instant;

/// The sessions of every user: the one place that says which events are one visit.
///
/// Numbered by user, then by start. Immutable.
public final class Sessions {
    /// The property of events that holds the number of the user's session.
    public static final String NUMBER = "session_number";

    private final SessionRules rules;
    private final int[] sessionOf;
    private final int[] firstOf;
    private final int size;
    private final int[] users;
    private final long[] starts;
    private final long[] ends;
    private final int[] events;
    private final int[] pageViews;

    Sessions(SessionRules rules, int[] sessionOf, int[] firstOf, SessionCount counted) {
        this.rules = rules;
        this.sessionOf = sessionOf;
        this.firstOf = firstOf;
        this.size = counted.size();
        this.users = counted.users();
        this.starts = counted.starts();
        this.ends = counted.ends();
        this.events = counted.events();
        this.pageViews = counted.pageViews();
    }

    /// Cost: one pass over the events.
    public static Sessions of(EventFrame frame, SessionRules rules, Progress progress) {
        progress.report("Finding sessions", 0, 0);
        return new SessionFinder(frame, rules).find(progress);
    }

    public SessionRules rules() {
        return rules;
    }

    public int size() {
        return size;
    }

    /// How many sessions a user had.
    public int of(int userIdx) {
        return firstOf[userIdx + 1] - firstOf[userIdx];
    }

    /// The session an event belongs to, as a position among all.
    public int at(int row) {
        return sessionOf[row];
    }

    public Session get(int session) {
        int user = users[session];
        return new Session(
                user,
                session - firstOf[user] + 1,
                Instant.ofEpochMilli(starts[session]),
                Instant.ofEpochMilli(ends[session]),
                events[session],
                pageViews[session]);
    }

    /// The number of the user's session for each event, which conditions can count and compare.
    public NumberColumn numbers() {
        double[] numbers = new double[sessionOf.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = sessionOf[row] - firstOf[users[sessionOf[row]]] + 1.0;
        }
        return new NumberColumn(NUMBER, numbers);
    }
}
