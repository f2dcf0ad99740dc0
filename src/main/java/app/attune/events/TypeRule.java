package app.attune.events;

import app.attune.core.Require;

/// Names the type of an event by a test of one column: "when InvoiceNo starts with C then return".
public record TypeRule(String column, Test test, String operand, String type) {
    public TypeRule {
        Require.notBlank(column, "The column of a type rule");
        Require.notBlank(type, "The event type of a type rule");
    }

    /// How the column's value is compared with the operand.
    public enum Test {
        STARTS_WITH("starts with"),
        IS("is"),
        /// As numbers.
        AT_MOST("is at most");

        private final String words;

        Test(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// For reading.
    public String sentence() {
        return "When " + column + " " + test.words() + " " + operand + " then " + type;
    }
}
