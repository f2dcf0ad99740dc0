package app.attune.events.quality;

import java.util.List;
import java.util.Optional;

/// Which expectations ask for a column.
public final class ExpectationUses {
    private ExpectationUses() {}

    /// "expectation Ages are plausible".
    public static List<String> of(ExpectationSet set, SchemaColumn column) {
        return set.expectations().stream()
                .filter(expectation -> column(expectation.check())
                        .filter(name -> name.equals(column.kept()) || name.equals(base(column)))
                        .isPresent())
                .map(expectation -> "expectation " + expectation.name())
                .toList();
    }

    /// What the event's own columns are called.
    private static String base(SchemaColumn column) {
        return switch (column.role()) {
            case USER -> "user";
            case TIME, TIME_OF_DAY -> "time";
            case TYPE -> "type";
            case ITEM -> "item";
            case VALUE -> "value";
            case SESSION -> "session_id";
            case CURRENCY -> "currency";
            case LOAD_TIME -> "load_time";
            case ANONYMOUS_ID -> "anonymous_id";
            case EVENT_ID, PROPERTY, ATTRIBUTE, CONSENT, CONSENT_TIME, IGNORED -> column.kept();
        };
    }

    /// The column that is checked; empty if it is the events as a whole.
    public static Optional<String> column(Check check) {
        return switch (check) {
            case Check.Filled filled -> Optional.of(filled.column());
            case Check.OneOf oneOf -> Optional.of(oneOf.column());
            case Check.Between between -> Optional.of(between.column());
            case Check.Different different -> Optional.of(different.column());
            case Check.Fresh fresh -> Optional.empty();
            case Check.Daily daily -> Optional.empty();
        };
    }
}
