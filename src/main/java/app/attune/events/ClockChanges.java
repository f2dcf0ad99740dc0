package app.attune.events;

import app.attune.core.Counted;
import app.attune.core.Problem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts the events whose time the clocks of a zone skip or show twice, change by change.
final class ClockChanges {
    /// Changes told one by one.
    private static final int SHOWN = 6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Map<ZoneOffsetTransition, Long> counts = new TreeMap<>();
    private Optional<ZoneOffsetTransition> met = Optional.empty();

    void meet(ZoneOffsetTransition change) {
        met = Optional.of(change);
    }

    /// The one met since it was last asked for.
    Optional<ZoneOffsetTransition> take() {
        Optional<ZoneOffsetTransition> last = met;
        if (last.isPresent()) {
            met = Optional.empty();
        }
        return last;
    }

    void count(ZoneOffsetTransition change) {
        counts.merge(change, 1L, Long::sum);
    }

    /// One for each change, the earliest first, and one for all beyond [#SHOWN].
    List<Problem> findings(String zone) {
        List<Problem> findings = new ArrayList<>();
        counts.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> findings.add(finding(entry.getKey(), entry.getValue(), zone)));
        long more =
                counts.values().stream().skip(SHOWN).mapToLong(Long::longValue).sum();
        if (more > 0) {
            findings.add(new Problem(
                    "import.clock-changes",
                    Counted.of(more, "more time") + " of " + (counts.size() - SHOWN)
                            + " later changes of the clocks were decided in the same way.",
                    "Look at these days before you compare hours of them."));
        }
        return findings;
    }

    private static Problem finding(ZoneOffsetTransition change, long count, String zone) {
        boolean skipped = change.isGap();
        LocalDateTime from = skipped ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime to = skipped ? change.getDateTimeAfter() : change.getDateTimeBefore();
        Duration length = change.getDuration().abs();
        String span = length.toHours() == 1 && length.toMinutesPart() == 0
                ? "hour"
                : Counted.of(length.toMinutes(), "minute");
        String where = Counted.of(count, "time falls", "times fall") + " in the " + span + " from " + TIME.format(from)
                + " to " + TIME.format(to);
        String place = " on " + DAY.format(from) + " in " + zone + ": ";
        return skipped
                ? new Problem(
                        "import.skipped-times",
                        where + " that the clocks skip" + place + "read as "
                                + (span.equals("hour") ? "one hour" : span) + " later, " + TIME.format(from) + " as "
                                + TIME.format(to) + ".",
                        "No clock there showed these times, so the file may be in another zone: check the zone, or"
                                + " export times with their offset.")
                : new Problem(
                        "import.repeated-times",
                        where + " that the clocks show twice" + place + "read as the first of the two (UTC"
                                + change.getOffsetBefore() + ").",
                        "Those of the second may be " + (span.equals("hour") ? "one hour" : span)
                                + " too early; export times with their offset, or in UTC, if that matters.");
    }
}
