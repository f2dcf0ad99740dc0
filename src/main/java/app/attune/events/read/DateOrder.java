package app.attune.events.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from times read with the day before the month, or the month before the day, whether that order is right.
///
/// A day after the twelfth tells it. Where there is none, rows in order of time under one of the readings only, or
/// times in the future under one of them only, make it likely. Cost O(1) a time.
public final class DateOrder {
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![dMyu/-])(d{1,2}(?=[/-]M)|M{1,2}(?=[/-]d))([/-])([dM]{1,2})\\2(?=[yu])");
    private static final int MONTHS = 12;

    private final ZoneId zone;
    private final Reading own;
    private final Reading other;
    private boolean told;
    private long ambiguous;
    private long example;

    /// How sure the order is.
    public enum Verdict {
        /// Some day is after the twelfth, or both orders read the same days.
        TOLD,
        /// Only this order puts the rows in order of time, or keeps them out of the future.
        LIKELY,
        /// Both orders may be right.
        OPEN,
        /// Only the other order puts the rows in order of time, or keeps them out of the future.
        UNLIKELY
    }

    private DateOrder(String zone, Instant latest) {
        this.zone = ZoneId.of(zone);
        this.own = new Reading(latest);
        this.other = new Reading(latest);
    }

    /// Of times in this format; empty if it is not one of day and month in numbers with a slash or hyphen and the year
    /// after them.
    ///
    /// @param latest times after it are in the future
    public static Optional<DateOrder> of(TimeFormat format, Instant latest) {
        return other(format).map(swapped -> new DateOrder(format.zone(), latest));
    }

    /// The format with day and month changing places, if they can.
    public static Optional<TimeFormat> other(TimeFormat format) {
        Matcher found = NUMBERS.matcher(format.pattern());
        return format.kind() == TimeKind.PATTERN && found.find()
                ? Optional.of(new TimeFormat(TimeKind.PATTERN, found.replaceFirst("$3$2$1$2"), format.zone()))
                : Optional.empty();
    }

    /// Whether the format, of those with another order, has the day first.
    public static boolean isDayFirst(TimeFormat format) {
        return other(format).isPresent()
                && format.pattern().indexOf('d') < format.pattern().indexOf('M');
    }

    /// How sure the order of the format is by these texts, in the order of their rows. What does not fit is left out.
    public static Verdict verdict(TimeFormat format, List<String> texts, Instant latest) {
        TimeReader reader = new TimeReader(format);
        Optional<DateOrder> order = of(format, latest);
        order.ifPresent(dates -> texts.forEach(text -> reader.millis(text).ifPresent(dates::add)));
        return order.map(DateOrder::verdict).orElse(Verdict.TOLD);
    }

    /// A time as it was read, in epoch milliseconds; the next one in the order of the rows.
    public void add(long millis) {
        if (told) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
        if (day.getDayOfMonth() > MONTHS) {
            told = true;
            return;
        }
        if (day.getDayOfMonth() != day.getMonthValue()) {
            example = ambiguous == 0 ? millis : example;
            ambiguous++;
        }
        own.add(day);
        other.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
    }

    public Verdict verdict() {
        if (told || ambiguous == 0) {
            return Verdict.TOLD;
        }
        boolean likely = own.isBetterThan(other);
        boolean unlikely = other.isBetterThan(own);
        return likely == unlikely ? Verdict.OPEN : likely ? Verdict.LIKELY : Verdict.UNLIKELY;
    }

    /// Whether nothing but times that would be in the future speaks for the order.
    public boolean isByFutureOnly() {
        return verdict() == Verdict.LIKELY && own.isInOrder() == other.isInOrder();
    }

    /// The first time that the two orders read as different days.
    public long example() {
        return example;
    }

    /// The days as one of the orders reads them.
    private static final class Reading {
        /// Fewer changes of the day may be in order by chance.
        private static final int ENOUGH = 8;

        private final Instant latest;
        private long before = Long.MIN_VALUE;
        private long up;
        private long down;
        private boolean future;

        Reading(Instant latest) {
            this.latest = latest;
        }

        void add(LocalDate date) {
            long day = date.toEpochDay();
            boolean first = before == Long.MIN_VALUE;
            up += !first && day > before ? 1 : 0;
            down += !first && day < before ? 1 : 0;
            before = day;
            future |= date.atStartOfDay(ZoneId.of("UTC")).toInstant().isAfter(latest);
        }

        boolean isBetterThan(Reading other) {
            return (isInOrder() && !other.isInOrder()) || (other.future && !future);
        }

        /// Newest first is an order, too.
        private boolean isInOrder() {
            return up + down >= ENOUGH && (up == 0 || down == 0);
        }
    }
}
