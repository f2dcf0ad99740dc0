package app.attune.recommend;

import app.attune.core.Require;
import java.util.List;
import java.util.Locale;

/// One option of an algorithm: its name, what it may be and what it usually is.
public sealed interface Setting {
    /// A kebab-case name, such as `neighbours`.
    String name();

    /// Its usual value as text.
    String usual();

    /// The text in its usual form, such as `20.0` for `20`.
    ///
    /// @throws IllegalArgumentException if it is nothing that this option can be, in words
    String canonical(String text);

    /// A whole number from `least` to `most`.
    record Whole(String name, int least, int most, int usualNumber) implements Setting {
        @Override
        public String usual() {
            return Integer.toString(usualNumber);
        }

        @Override
        public String canonical(String text) {
            double value = number(text);
            Require.that(
                    value == Math.rint(value) && value >= least && value <= most,
                    String.format(
                            Locale.ROOT, "%s is a whole number from %,d to %,d, not %s", name, least, most, text));
            return Integer.toString((int) value);
        }
    }

    /// A number from `least` to `most`; what counts is its size, so it is doubled and halved in a search.
    record Amount(String name, double least, double most, double usualNumber) implements Setting {
        @Override
        public String usual() {
            return Double.toString(usualNumber);
        }

        @Override
        public String canonical(String text) {
            double value = number(text);
            Require.that(
                    value >= least && value <= most,
                    name + " is a number from " + plain(least) + " to " + plain(most) + ", not " + text);
            return Double.toString(value);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
        }
    }

    /// One of some words, in capitals.
    record Choice(String name, List<String> words) implements Setting {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String usual() {
            return words.getFirst();
        }

        @Override
        public String canonical(String text) {
            String word = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            Require.that(words.contains(word), name + " is one of " + String.join(", ", words) + ", not " + text);
            return word;
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
