package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.events.read.log.KnownBots;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Leaves out rows on purpose by a test of one column; they are counted by the reason. Capitals and small letters are
/// the same to it.
///
/// @param operand what the value is compared with; ignored by tests that need none
/// @param reason  for reading, such as "known robot"
public record RowFilter(String column, Test test, String operand, String reason) {
    /// What is nothing is empty.
    ///
    /// @throws ProblemException `mapping.bad-filter` if rows cannot be tested so
    public RowFilter {
        Require.notBlank(column, "The column of a filter (\"column\")");
        Require.that(test != null, "The test of a filter (\"test\") is missing");
        Require.notBlank(reason, "The reason of a filter (\"reason\", such as \"known robot\")");
        operand = PresetText.text(operand).strip();
        test = test == Test.IS && operand.isEmpty() ? Test.IS_EMPTY : test;
        if (test.needsOperand() && operand.isEmpty()) {
            throw ProblemException.of(
                    "mapping.bad-filter",
                    "The filter of " + column + " has nothing to compare with.",
                    "Type a value, or choose 'is empty'.");
        }
        matcher(test, operand);
    }

    /// Counted by what it says.
    ///
    /// @throws ProblemException `mapping.bad-filter` if rows cannot be tested so
    public static RowFilter of(String column, Test test, String operand) {
        return new RowFilter(column, test, operand, words(column, test, operand));
    }

    /// Rows whose user agent is a known robot's.
    public static RowFilter bots(String column) {
        return new RowFilter(column, Test.KNOWN_BOT, "", "known robot");
    }

    /// How a value is tested.
    public enum Test {
        IS("is"),
        IS_NOT("is not"),
        STARTS_WITH("starts with"),
        ENDS_WITH("ends with"),
        CONTAINS("contains"),
        /// As a whole, by a regular expression.
        MATCHES("matches the pattern"),
        IS_EMPTY("is empty"),
        IS_FILLED("is not empty"),
        /// Of a column of internet addresses.
        IN_RANGE("is in the address range"),
        /// Of a column of user agents.
        KNOWN_BOT("is a known robot");

        private final String words;

        Test(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean needsOperand() {
            return this != IS_EMPTY && this != IS_FILLED && this != KNOWN_BOT;
        }
    }

    /// What a stripped value has to be for its row to be left out.
    Predicate<String> matcher() {
        return matcher(test, operand);
    }

    static Predicate<String> matcher(Test test, String operand) {
        int length = operand.length();
        return switch (test) {
            case IS -> value -> value.equalsIgnoreCase(operand);
            case IS_NOT -> value -> !value.equalsIgnoreCase(operand);
            case STARTS_WITH -> value -> value.regionMatches(true, 0, operand, 0, length);
            case ENDS_WITH -> value -> value.regionMatches(true, value.length() - length, operand, 0, length);
            case CONTAINS -> containing(operand.toLowerCase(Locale.ROOT));
            case MATCHES -> pattern(operand);
            case IS_EMPTY -> String::isEmpty;
            case IS_FILLED -> value -> !value.isEmpty();
            case IN_RANGE -> AddressRange.of(operand)::contains;
            case KNOWN_BOT -> KnownBots::isBot;
        };
    }

    private static Predicate<String> containing(String small) {
        return value -> value.toLowerCase(Locale.ROOT).contains(small);
    }

    private static Predicate<String> pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .asMatchPredicate();
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at character " + (Math.min(e.getIndex(), text.length() - 1) + 1);
            throw ProblemException.of(
                    "mapping.bad-filter",
                    "'" + text + "' is no pattern" + place + ": " + e.getDescription() + ".",
                    "Use a regular expression for the whole value, such as test-\\d+ or .*@(ours|agency)\\.com.");
        }
    }

    /// What it tests, such as "email ends with @ours.example".
    public String words() {
        return words(column, test, operand);
    }

    private static String words(String column, Test test, String operand) {
        return column + " " + test.words() + (test.needsOperand() ? " " + operand.strip() : "");
    }

    /// For reading.
    public String sentence() {
        String what = "Left out when " + words();
        return reason.equals(words()) ? what : what + " (" + reason + ")";
    }
}
