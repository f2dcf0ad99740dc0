package app.attune.cli;

import app.attune.events.quality.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// One check of the events, as typed.
final class TypedCheck {
    @Option(names = "--filled", paramLabel = "COLUMN=%", description = "At least so many percent filled.")
    @Nullable
    private String filled;

    @Option(names = "--one-of", paramLabel = "COLUMN=A,B", description = "One of these values.")
    @Nullable
    private String oneOf;

    @Option(names = "--between", paramLabel = "COLUMN=A..B", description = "Numbers between these.")
    @Nullable
    private String between;

    @Option(names = "--different", paramLabel = "COLUMN", description = "No value comes twice.")
    @Nullable
    private String different;

    @Option(names = "--fresh", paramLabel = "HOURS", description = "The newest event is at most so old.")
    @Nullable
    private String fresh;

    @Option(names = "--daily", paramLabel = "A..B", description = "Every whole day has so many events.")
    @Nullable
    private String daily;

    Optional<Check> check() {
        if (filled != null) {
            return Optional.of(new Check.Filled(column(filled), number(limits(filled)) / 100));
        }
        if (oneOf != null) {
            return Optional.of(
                    new Check.OneOf(column(oneOf), List.of(limits(oneOf).split(","))));
        }
        if (between != null) {
            String range = limits(between);
            return Optional.of(new Check.Between(column(between), low(range), high(range)));
        }
        if (different != null) {
            return Optional.of(new Check.Different(different));
        }
        if (fresh != null) {
            return Optional.of(new Check.Fresh(Duration.ofSeconds(Math.round(3_600 * number(fresh)))));
        }
        return Optional.ofNullable(daily)
                .map(range -> new Check.Daily(Math.round(low(range)), Math.round(high(range))));
    }

    private static String column(String typed) {
        return typed.substring(0, Math.max(0, typed.indexOf('=')));
    }

    private static String limits(String typed) {
        return typed.substring(typed.indexOf('=') + 1);
    }

    private static double low(String range) {
        return number(range.split("\\.\\.", 2)[0]);
    }

    private static double high(String range) {
        String[] ends = range.split("\\.\\.", 2);
        return number(ends[ends.length - 1]);
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }
}
