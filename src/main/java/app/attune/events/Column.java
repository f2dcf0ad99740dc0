package app.attune.events;

import java.util.Arrays;
import java.util.stream.IntStream;

/// One named column of values, dense, read-only, with missing values said and not guessed.
public sealed interface Column permits TextColumn, NumberColumn, DateColumn {
    String name();

    int size();

    boolean isMissing(int row);

    /// For reading: texts as they are, numbers without trailing zeros, dates in ISO-8601 UTC; empty when missing.
    String display(int row);

    /// The values at these rows, in this order.
    default Column at(int[] rows) {
        IntStream places = Arrays.stream(rows);
        return switch (this) {
            case TextColumn text ->
                new TextColumn(
                        text.name(),
                        text.dictionary(),
                        places.map(row -> text.codes()[row]).toArray());
            case NumberColumn number ->
                new NumberColumn(
                        number.name(),
                        places.mapToDouble(row -> number.values()[row]).toArray());
            case DateColumn date ->
                new DateColumn(
                        date.name(), places.mapToLong(row -> date.millis()[row]).toArray());
        };
    }

    /// The same as people read it; [#display(int)] is for programs.
    default String shown(int row) {
        return display(row);
    }
}
