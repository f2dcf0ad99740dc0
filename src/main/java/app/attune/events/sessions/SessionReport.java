package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.core.chart.BarChart;
import app.attune.events.EventFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The sessions of a frame and what there is to say about them.
///
/// @param users    with at least one session
/// @param single   sessions of one event
/// @param typical  median duration
/// @param lengths  sessions by their number of events
public record SessionReport(
        EventFrame frame,
        Sessions sessions,
        long users,
        long single,
        long pageViews,
        Duration typical,
        List<Length> lengths) {
    private static final int[] UP_TO = {1, 3, 10, 30, 100, Integer.MAX_VALUE};
    private static final List<String> NAMES =
            List.of("1 event", "2 to 3", "4 to 10", "11 to 30", "31 to 100", "over 100");

    /// Sessions of so many events.
    ///
    /// @param name "2 to 3"
    public record Length(String name, long sessions, long events) {}

    public SessionReport {
        lengths = List.copyOf(lengths);
    }

    static SessionReport of(EventFrame frame, SessionRules rules, Progress progress) {
        Sessions sessions = Sessions.of(frame, rules, progress);
        long[] durations = new long[sessions.size()];
        long[] counts = new long[UP_TO.length];
        long[] events = new long[UP_TO.length];
        long pageViews = 0;
        for (int i = 0; i < durations.length; i++) {
            Session session = sessions.get(i);
            durations[i] = session.duration().toMillis();
            pageViews += session.pageViews();
            int bin = bin(session.events());
            counts[bin]++;
            events[bin] += session.events();
        }
        Arrays.sort(durations);
        List<Length> lengths = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            lengths.add(new Length(NAMES.get(i), counts[i], events[i]));
        }
        long users = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            users += sessions.of(userIdx) > 0 ? 1 : 0;
        }
        Duration typical =
                durations.length == 0 ? Duration.ZERO : Duration.ofMillis(durations[(durations.length - 1) / 2]);
        return new SessionReport(frame, sessions, users, counts[0], pageViews, typical, lengths);
    }

    private static int bin(int events) {
        int bin = 0;
        while (events > UP_TO[bin]) {
            bin++;
        }
        return bin;
    }

    /// Sessions a user; 0 without any.
    public double perUser() {
        return users == 0 ? 0 : (double) sessions.size() / users;
    }

    /// The chart `session-lengths`.
    public BarChart chart() {
        List<BarChart.Bar> bars = lengths.stream()
                .map(length -> new BarChart.Bar(
                        length.name(), length.sessions(), length.name().equals(NAMES.getFirst())))
                .toList();
        double share = sessions.size() == 0 ? 0 : 100.0 * single / sessions.size();
        String title =
                String.format(Locale.ENGLISH, "%.1f%% of %,d sessions are of a single event", share, sessions.size());
        String subtitle = String.format(
                Locale.ENGLISH,
                "Sessions by number of events; a pause of more than %s ends one; n = %,d sessions of %,d users",
                SessionWords.of(sessions.rules().gap()),
                sessions.size(),
                users);
        return new BarChart("session-lengths", title, subtitle, "sessions", bars);
    }
}
