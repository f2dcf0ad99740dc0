package app.attune.export.flags;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A condition over a flat profile in which every row is false when its value is missing or of another kind, so that
/// targets have nothing to decide about missing values.
///
/// Groups made by [#all], [#any] and [#not] have at least two parts and hold neither everybody nor nobody.
public sealed interface FlatCondition {
    FlatCondition EVERYBODY = new All(List.of());
    FlatCondition NOBODY = new Any(List.of());

    /// Every part holds; without parts everybody.
    record All(List<FlatCondition> parts) implements FlatCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one part holds; without parts nobody.
    record Any(List<FlatCondition> parts) implements FlatCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// The part does not hold.
    record Not(FlatCondition part) implements FlatCondition {}

    /// The condition of a segment of the same plan holds.
    record InSegment(String id) implements FlatCondition {}

    /// A test of one value.
    sealed interface Row extends FlatCondition {
        Field field();

        /// Where it is, for people.
        String place();
    }

    /// There is a value of the field's kind.
    record Present(Field field, String place) implements Row {}

    /// The value is one of those.
    ///
    /// @param values texts, or numbers; at least one
    record OneOf(Field field, String place, List<JsonNode> values) implements Row {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// The value, a number or a date, stands so to a limit.
    record Ordered(Field field, String place, Order order, JsonNode limit) implements Row {}

    /// How numbers stand to a limit.
    enum Order {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE_THAN(">"),
        LESS_THAN("<");

        private final String sign;

        Order(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// The text has one of those in it.
    record Contains(Field field, String place, List<String> texts) implements Row {
        public Contains {
            texts = List.copyOf(texts);
        }
    }

    /// The text begins with one of those.
    record StartsWith(Field field, String place, List<String> texts) implements Row {
        public StartsWith {
            texts = List.copyOf(texts);
        }
    }

    static FlatCondition all(List<FlatCondition> parts) {
        List<FlatCondition> kept = new ArrayList<>(parts);
        kept.removeIf(EVERYBODY::equals);
        if (kept.contains(NOBODY)) {
            return NOBODY;
        }
        return kept.size() == 1 ? kept.getFirst() : new All(kept);
    }

    static FlatCondition any(List<FlatCondition> parts) {
        List<FlatCondition> kept = new ArrayList<>(parts);
        kept.removeIf(NOBODY::equals);
        if (kept.contains(EVERYBODY)) {
            return EVERYBODY;
        }
        return kept.size() == 1 ? kept.getFirst() : new Any(kept);
    }

    static FlatCondition not(FlatCondition part) {
        if (part.equals(EVERYBODY)) {
            return NOBODY;
        }
        if (part.equals(NOBODY)) {
            return EVERYBODY;
        }
        return part instanceof Not not ? not.part() : new Not(part);
    }
}
