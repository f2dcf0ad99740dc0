package app.attune.events.quality;

import java.util.Locale;

/// Checks in words.
public final class ExpectationWords {
    private ExpectationWords() {}

    /// "value lies between 0 and 500".
    public static String of(Check check) {
        return switch (check) {
            case Check.Filled filled ->
                String.format(Locale.ENGLISH, "%s is filled in at least %.1f%%", filled.column(), 100 * filled.least());
            case Check.OneOf oneOf -> oneOf.column() + " is one of " + String.join(", ", oneOf.values());
            case Check.Between between ->
                between.column() + " lies between " + number(between.low()) + " and " + number(between.high());
            case Check.Different different -> "no " + different.column() + " comes twice";
            case Check.Fresh fresh -> "the newest event is at most " + Lateness.words(fresh.most()) + " old";
            case Check.Daily daily ->
                String.format(Locale.ENGLISH, "every whole day has %,d to %,d events", daily.low(), daily.high());
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ENGLISH, "%,.0f", value)
                : String.format(Locale.ENGLISH, "%,.2f", value);
    }
}
