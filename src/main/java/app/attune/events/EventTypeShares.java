package app.attune.events;

import app.attune.core.TimeWindow;
import app.attune.core.chart.BarChart;
import app.attune.core.chart.BarChart.Bar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How many events there are of each type. Cost: one pass over the events.
public final class EventTypeShares {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private EventTypeShares() {}

    /// The chart `event-types`, most frequent first; without events it has no bars.
    public static BarChart of(EventFrame frame) {
        long[] counts = new long[frame.types().size()];
        for (int row = 0; row < frame.eventCount(); row++) {
            counts[frame.type(row)]++;
        }
        List<Bar> bars = new ArrayList<>();
        for (int type = 0; type < counts.length; type++) {
            bars.add(new Bar(frame.types().text(type), counts[type], false));
        }
        bars.removeIf(bar -> bar.value() == 0);
        bars.sort(Comparator.comparingDouble(Bar::value).reversed().thenComparing(Bar::name));
        if (bars.isEmpty()) {
            return new BarChart("event-types", "No events yet", "Import a file to see events", "events", bars);
        }
        Bar most = bars.removeFirst();
        bars.addFirst(new Bar(most.name(), most.value(), true));
        return new BarChart("event-types", title(most, frame), subtitle(frame), "events", bars);
    }

    private static String title(Bar most, EventFrame frame) {
        return String.format(
                Locale.ENGLISH,
                "%.1f%% of all events are of type %s",
                100 * most.value() / frame.eventCount(),
                most.name());
    }

    private static String subtitle(EventFrame frame) {
        TimeWindow span = frame.span().orElseGet(() -> new TimeWindow(Instant.EPOCH, Instant.EPOCH));
        return String.format(
                Locale.ENGLISH,
                "Events by type, %s to %s, n = %,d",
                DAY.format(span.from()),
                DAY.format(span.to().minusMillis(1)),
                frame.eventCount());
    }
}
