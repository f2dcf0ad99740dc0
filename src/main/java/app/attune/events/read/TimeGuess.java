package app.attune.events.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the format that most of some texts are written in as times, at least half of them.
final class TimeGuess {
    private static final List<Candidate> CANDIDATES = candidates();
    private static final double MIN_EPOCH_SECONDS = 3e8;
    private static final double MAX_EPOCH_SECONDS = 4.2e9;

    private TimeGuess() {}

    /// A format, and what each text in it has, so that others need not be read.
    private record Candidate(TimeFormat format, TimeReader reader, String separator, boolean twelve) {
        static Candidate of(TimeFormat format) {
            String separator = format.pattern().replaceAll("^[a-zA-Z]+", "");
            return new Candidate(
                    format,
                    new TimeReader(format),
                    separator.isEmpty() ? "" : separator.substring(0, 1),
                    format.pattern().endsWith("a"));
        }

        boolean reads(String text) {
            char last = text.charAt(text.length() - 1);
            return text.contains(separator)
                    && twelve == (last == 'm' || last == 'M')
                    && reader.millis(text).isPresent();
        }

        /// How many of the texts are not written so; one more than `most` if there are more.
        int misses(List<String> texts, int most) {
            int misses = 0;
            for (String text : texts) {
                if (!reads(text) && ++misses > most) {
                    return misses;
                }
            }
            return misses;
        }
    }

    /// The format that fits most; of those that fit as many the first, which has the day before the month unless the
    /// order of the rows speaks for the other one.
    ///
    /// @param present not empty each
    static Optional<TimeFormat> of(List<String> present) {
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Optional<TimeFormat> best = Optional.empty();
        int least = present.size() / 2 + 1;
        for (Candidate candidate : CANDIDATES) {
            int misses = least == 0 ? 1 : candidate.misses(present, least - 1);
            if (misses < least) {
                least = misses;
                best = Optional.of(candidate.format());
            }
        }
        return best.isPresent() ? best.map(format -> inOrder(format, present)) : epoch(present);
    }

    private static TimeFormat inOrder(TimeFormat format, List<String> present) {
        return DateOrder.verdict(format, present, Instant.MAX) == DateOrder.Verdict.UNLIKELY
                ? DateOrder.other(format).orElse(format)
                : format;
    }

    private static Optional<TimeFormat> epoch(List<String> present) {
        if (mostly(present, value -> isEpoch(value, 1))) {
            return Optional.of(TimeFormat.of(TimeKind.EPOCH_SECONDS));
        }
        if (mostly(present, value -> isEpoch(value, 1e3))) {
            return Optional.of(TimeFormat.of(TimeKind.EPOCH_MILLIS));
        }
        if (mostly(present, value -> isEpoch(value, 1e6))) {
            return Optional.of(TimeFormat.of(TimeKind.EPOCH_MICROS));
        }
        return mostly(present, value -> isEpoch(value, 1e9))
                ? Optional.of(TimeFormat.of(TimeKind.EPOCH_NANOS))
                : Optional.empty();
    }

    private static boolean isEpoch(String value, double unit) {
        if (!NumberText.isPlain(value)) {
            return false;
        }
        double number = Double.parseDouble(value);
        return number >= MIN_EPOCH_SECONDS * unit && number <= MAX_EPOCH_SECONDS * unit;
    }

    private static boolean mostly(List<String> present, Predicate<String> fits) {
        return TypeDetection.holds(present, fits, present.size() / 10);
    }

    private static List<Candidate> candidates() {
        List<String> dates = List.of(
                "dd.MM.yyyy",
                "dd/MM/yyyy",
                "MM/dd/yyyy",
                "dd-MM-yyyy",
                "MM-dd-yyyy",
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "d.M.yyyy",
                "d/M/yyyy",
                "M/d/yyyy",
                "dd.MM.yy",
                "dd/MM/yy",
                "MM/dd/yy",
                "d/M/yy",
                "M/d/yy");
        List<TimeFormat> all = new ArrayList<>(List.of(TimeFormat.iso()));
        for (String date : dates) {
            for (String time : List.of(
                    " HH:mm:ss", " HH:mm", "", " H:mm", " hh:mm:ss a", " hh:mm a", " h:mm:ss a", " h:mm a", " h:mma")) {
                all.add(TimeFormat.ofPattern(date + time));
            }
        }
        for (String pattern : List.of("yyyyMMdd", "yyyyMMddHHmmss", "dd/MMM/yyyy:HH:mm:ss Z")) {
            all.add(TimeFormat.ofPattern(pattern));
        }
        return all.stream().map(Candidate::of).toList();
    }
}
