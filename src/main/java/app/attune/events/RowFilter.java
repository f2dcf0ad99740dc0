package app.attune.events;

import app.attune.core.Require;
import app.attune.events.read.log.KnownBots;

/// Leaves out rows on purpose by a test of one column; they are counted by the reason.
///
/// @param operand what the value is compared with; ignored for [Test#KNOWN_BOT]
/// @param reason  for reading, such as "known robot"
public record RowFilter(String column, Test test, String operand, String reason) {
    public RowFilter {
        Require.notBlank(column, "The column of a filter");
        Require.notBlank(reason, "The reason of a filter");
    }

    /// Rows whose user agent is a known robot's.
    public static RowFilter bots(String column) {
        return new RowFilter(column, Test.KNOWN_BOT, "", "known robot");
    }

    /// How a value is tested.
    public enum Test {
        IS("is"),
        STARTS_WITH("starts with"),
        ENDS_WITH("ends with"),
        CONTAINS("contains"),
        /// Of a column of user agents.
        KNOWN_BOT("is a known robot");

        private final String words;

        Test(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    boolean leavesOut(String value) {
        return switch (test) {
            case IS -> value.equals(operand);
            case STARTS_WITH -> value.startsWith(operand);
            case ENDS_WITH -> value.endsWith(operand);
            case CONTAINS -> value.contains(operand);
            case KNOWN_BOT -> KnownBots.isBot(value);
        };
    }

    /// For reading.
    public String sentence() {
        String what = test == Test.KNOWN_BOT ? test.words() : test.words() + " " + operand;
        return "Left out when " + column + " " + what + " (" + reason + ")";
    }
}
