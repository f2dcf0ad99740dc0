package app.attune.segments.discover;

import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.WhenMissing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Something a condition can ask of every user, as a number.
///
/// Measures and numbers are as they are, dates are epoch milliseconds, a text is 1 where it has a certain value, else
/// 0.
sealed interface Trait {
    /// The row that compares it so.
    Condition row(Comparison comparison, List<String> values, WhenMissing whenMissing);

    /// The roundest value above `low` and not above `high`, as conditions write it.
    default String between(double low, double high) {
        return RoundNumber.above(low, high).toPlainString();
    }

    /// The roundest value not below `low` and below `high`, as conditions write it.
    default String under(double low, double high) {
        return RoundNumber.below(low, high).toPlainString();
    }

    /// A measure of a user's events.
    record Measured(EventCondition measure) implements Trait {
        @Override
        public Condition row(Comparison comparison, List<String> values, WhenMissing whenMissing) {
            return new EventCondition(
                    measure.types(),
                    measure.where(),
                    measure.near(),
                    measure.measure(),
                    measure.window(),
                    comparison,
                    values,
                    whenMissing);
        }
    }

    /// An attribute that is a number.
    record NumberAttribute(String name) implements Trait {
        @Override
        public Condition row(Comparison comparison, List<String> values, WhenMissing whenMissing) {
            return new AttributeCondition(name, comparison, values, whenMissing);
        }
    }

    /// An attribute that is a date.
    record DateAttribute(String name) implements Trait {
        @Override
        public Condition row(Comparison comparison, List<String> values, WhenMissing whenMissing) {
            return new AttributeCondition(name, comparison, values, whenMissing);
        }

        @Override
        public String between(double low, double high) {
            return text(RoundTime.above(time(low), time(high)));
        }

        @Override
        public String under(double low, double high) {
            return text(RoundTime.below(time(low), time(high)));
        }

        private static Instant time(double millis) {
            return Instant.ofEpochMilli((long) millis);
        }

        private static String text(Instant time) {
            String text = time.toString();
            return time.equals(time.truncatedTo(ChronoUnit.DAYS)) ? text.substring(0, text.indexOf('T')) : text;
        }
    }

    /// Whether an attribute has a certain text.
    record TextValue(String name, String value) implements Trait {
        @Override
        public Condition row(Comparison comparison, List<String> values, WhenMissing whenMissing) {
            return new AttributeCondition(name, comparison, values, whenMissing);
        }
    }
}
