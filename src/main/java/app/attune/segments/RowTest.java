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
            boolean missing = row.comparison() == Comparison.IS_MISSING;
            return userIdx -> missing;
        }
        return ColumnTest.of(column.get(), row.comparison(), row.values());
    }

    static IntPredicate of(EventCondition row, Population population, Instant asOf) {
        EventMeter meter = new EventMeter(population.events(), row, asOf);
        DoublePredicate test = ColumnTest.number(row.comparison(), row.values());
        return userIdx -> test.test(meter.of(userIdx));
    }
}
