package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// Names the type of an event by a test of one column: "when InvoiceNo starts with C then return". Capitals and small
/// letters are the same to it.
///
/// @param operand what the value is compared with; ignored by tests that need none
public record TypeRule(String column, Test test, String operand, String type) {
    /// @throws ProblemException `mapping.bad-filter` if the operand is no pattern where one is asked for
    public TypeRule {
        Require.notBlank(column, "The column of a type rule");
        Require.notBlank(type, "The event type of a type rule");
        operand = PresetText.text(operand);
        matcher(test, operand, DecimalMark.POINT);
    }

    /// As an analyst makes it.
    ///
    /// @throws ProblemException `mapping.bad-rule` or `mapping.bad-filter` if it tests nothing or names no type
    public static TypeRule of(String column, Test test, String operand, String type) {
        if (test.needsOperand() && operand.isBlank()) {
            throw bad("The rule of " + column + " has nothing to compare with.", "Type a value, or choose 'is empty'.");
        }
        boolean number = test == Test.AT_MOST || test == Test.AT_LEAST;
        if (number && NumberText.parse(operand, DecimalMark.POINT).isEmpty()) {
            throw bad("'" + operand.strip() + "' is no number.", "Type one with a decimal point, such as 0 or 19.99.");
        }
        if (type.isBlank()) {
            throw bad("The rule of " + column + " names no event type.", "Type one, such as purchase.");
        }
        return new TypeRule(column, test, test.needsOperand() ? operand.strip() : "", type.strip());
    }

    private static ProblemException bad(String message, String remedy) {
        return ProblemException.of("mapping.bad-rule", message, remedy);
    }

    /// How the column's value is compared with the operand.
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
        /// As numbers.
        AT_MOST("is at most"),
        /// As numbers.
        AT_LEAST("is at least");

        private final String words;

        Test(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean needsOperand() {
            return this != IS_EMPTY && this != IS_FILLED;
        }
    }

    /// What a stripped value has to be.
    ///
    /// @param mark of the file's numbers
    Predicate<String> matcher(DecimalMark mark) {
        return matcher(test, operand, mark);
    }

    private static Predicate<String> matcher(Test test, String operand, DecimalMark mark) {
        return switch (test) {
            case IS -> RowFilter.matcher(RowFilter.Test.IS, operand);
            case IS_NOT -> RowFilter.matcher(RowFilter.Test.IS_NOT, operand);
            case STARTS_WITH -> RowFilter.matcher(RowFilter.Test.STARTS_WITH, operand);
            case ENDS_WITH -> RowFilter.matcher(RowFilter.Test.ENDS_WITH, operand);
            case CONTAINS -> RowFilter.matcher(RowFilter.Test.CONTAINS, operand);
            case MATCHES -> RowFilter.matcher(RowFilter.Test.MATCHES, operand);
            case IS_EMPTY -> String::isEmpty;
            case IS_FILLED -> value -> !value.isEmpty();
            case AT_MOST -> number(mark, operand, 1);
            case AT_LEAST -> number(mark, operand, -1);
        };
    }

    /// @param sign 1 for at most, -1 for at least
    private static Predicate<String> number(DecimalMark mark, String operand, int sign) {
        double limit = NumberText.parse(operand, DecimalMark.POINT).orElse(Double.NaN);
        return value -> {
            OptionalDouble number = NumberText.parse(value, mark);
            return number.isPresent() && sign * number.getAsDouble() <= sign * limit;
        };
    }

    /// What it tests, such as "InvoiceNo starts with C".
    public String words() {
        return column + " " + test.words() + (test.needsOperand() ? " " + operand : "");
    }

    /// For reading.
    public String sentence() {
        return "When " + words() + " then " + type;
    }
}
