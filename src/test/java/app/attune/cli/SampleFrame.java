package app.attune.cli;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.stats.Proportions;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Reads the sample's experiments and arrivals out of the event frame.
final class SampleFrame {
    private final EventFrame frame;

    SampleFrame(EventFrame frame) {
        this.frame = frame;
    }

    /// Milliseconds from each event to its load.
    LongStream delays() {
        DateColumn loaded = (DateColumn) column("load_time");
        return IntStream.range(0, frame.eventCount()).mapToLong(row -> loaded.millis()[row] - frame.time(row));
    }

    /// The users shown a variant, and those of them who bought from then until `to`.
    Proportions.Share arm(String experiment, String variant, Instant to) {
        Column experiments = column("experiment");
        Column variants = column("variant");
        int users = 0;
        int buyers = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            OptionalInt shown = first(
                    frame.from(userIdx),
                    frame.to(userIdx),
                    row -> experiments.display(row).equals(experiment)
                            && variants.display(row).equals(variant));
            if (shown.isPresent()) {
                users++;
                buyers += bought(shown.getAsInt(), userIdx, to) ? 1 : 0;
            }
        }
        return new Proportions.Share(buyers, users);
    }

    private boolean bought(int shown, int userIdx, Instant to) {
        int purchase = frame.types().find("purchase").orElseThrow();
        return first(
                        frame.from(userIdx),
                        frame.to(userIdx),
                        row -> frame.type(row) == purchase
                                && frame.time(row) >= frame.time(shown)
                                && frame.time(row) < to.toEpochMilli())
                .isPresent();
    }

    private static OptionalInt first(int from, int to, IntPredicate wanted) {
        return IntStream.range(from, to).filter(wanted).findFirst();
    }

    private Column column(String name) {
        return frame.property(name).orElseThrow();
    }
}
