package app.attune.segments;

import app.attune.events.Column;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/// Compiles one row of a condition into a test of users.
final class RowTest {
    private RowTest() {}

    static IntPredicate of(AttributeCondition row, Population population) {
        Optional<Column> column = population.attribute(row.attribute());
        if (column.isEmpty()) {
            boolean missing = row.asked().matchesMissing();
            return userIdx -> missing;
        }
        return ColumnTest.of(column.get(), row.asked());
    }

    static IntPredicate of(EventCondition row, Population population, Instant asOf) {
        EventMeter meter = new EventMeter(population.events(), row, asOf);
        DoublePredicate test = TextMeter.test(population.events(), row);
        return userIdx -> test.test(meter.of(userIdx));
    }
}
