package app.attune.events;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The filters of a mapping over the rows of a file; the first that fits names the reason.
final class RowFilters {
    private final List<RowFilter> filters;
    private final List<Predicate<String>> matchers;
    private final int[] positions;

    RowFilters(Mapping mapping, List<String> columns) {
        this.filters = mapping.filters();
        this.matchers = filters.stream().map(RowFilter::matcher).toList();
        this.positions = filters.stream()
                .mapToInt(filter -> columns.indexOf(filter.column()))
                .toArray();
    }

    boolean isEmpty() {
        return positions.length == 0;
    }

    /// Why the row is left out, if it is.
    Optional<String> reason(String[] values) {
        for (int i = 0; i < positions.length; i++) {
            if (matchers.get(i).test(values[positions[i]].strip())) {
                return Optional.of(filters.get(i).reason());
            }
        }
        return Optional.empty();
    }
}
