package app.attune.events;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.events.read.DateOrder;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Watches the times of an import for whether day and month were read in the right order.
final class DateWatch {
    private final TimeFormat format;
    private final Optional<DateOrder> order;
    private final Optional<TimeReader> other;
    private long unread;

    /// @param latest times after it are in the future
    DateWatch(TimeFormat format, Instant latest) {
        this.format = format;
        this.order = DateOrder.of(format, latest);
        this.other = DateOrder.other(format).map(TimeReader::new);
    }

    void read(long millis) {
        if (order.isPresent()) {
            order.get().add(millis);
        }
    }

    /// A text that is no time of the format.
    void unread(String text) {
        unread += other.isPresent() && other.get().millis(text).isPresent() ? 1 : 0;
    }

    /// What there is to say of the order; nothing where the rows tell it, or somebody chose to have the month first.
    List<Problem> findings() {
        if (order.isEmpty()) {
            return List.of();
        }
        if (unread > 0) {
            return List.of(unreadFinding());
        }
        return switch (order.get().verdict()) {
            case TOLD -> List.of();
            case LIKELY -> order.get().isByFutureOnly() ? List.of(byFuture()) : List.of();
            case UNLIKELY -> List.of(unlikely());
            case OPEN -> DateOrder.isDayFirst(format) ? List.of(open()) : List.of();
        };
    }

    private Problem byFuture() {
        return new Problem(
                "import.ambiguous-dates",
                "All times fit both " + format.pattern() + " and " + otherPattern() + ", but as " + otherPattern()
                        + " some would be in the future: " + example() + ".",
                remedy("If that is wrong,"));
    }

    private Problem open() {
        return new Problem(
                "import.ambiguous-dates",
                "All times fit both " + format.pattern() + " and " + otherPattern() + ": " + example() + ".",
                remedy("If the file has the month first, as American ones do,"));
    }

    private Problem unlikely() {
        return new Problem(
                "import.ambiguous-dates",
                "Read as " + format.pattern() + " the rows are in no order or in the future; as " + otherPattern()
                        + " they are not: " + example() + ".",
                remedy("If that is wrong,"));
    }

    private Problem unreadFinding() {
        return new Problem(
                "import.other-date-order",
                Counted.of(unread, "time does", "times do") + " not fit " + format.pattern() + " but " + otherPattern()
                        + ", so days and months of the others may have changed places, too.",
                remedy("If the whole file is written that way,"));
    }

    private String example() {
        return TimeSentences.example(format, order.orElseThrow().example());
    }

    private String otherPattern() {
        return DateOrder.other(format).orElseThrow().pattern();
    }

    private String remedy(String when) {
        String pattern = otherPattern();
        return when + " choose " + pattern + " for its times (--time-format "
                + (pattern.indexOf(' ') < 0 ? pattern : '"' + pattern + '"') + ").";
    }
}
