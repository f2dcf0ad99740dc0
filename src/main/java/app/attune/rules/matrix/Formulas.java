package app.attune.rules.matrix;

import app.attune.rules.matrix.Formula.Kind;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.UserCondition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes formulas, every different one once, so that equal parts of two statements are seen to be equal at once.
///
/// Source: hash consing as in Bryant 1986, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE
/// Transactions on Computers C-35(8), section 4; here over free formulas instead of ordered decisions.
final class Formulas {
    private record Key(Kind kind, List<Integer> parts, Optional<Row> row) {}

    private final Map<Key, Formula> known = new HashMap<>();

    Formula everybody() {
        return make(Kind.TRUE, List.of(), Optional.empty());
    }

    Formula nobody() {
        return make(Kind.FALSE, List.of(), Optional.empty());
    }

    /// @param condition without marks and references to segments
    Formula of(Condition condition) {
        return switch (condition) {
            case AllOf group -> all(group.parts().stream().map(this::of).toList());
            case AnyOf group -> any(group.parts().stream().map(this::of).toList());
            case NoneOf group -> not(any(group.parts().stream().map(this::of).toList()));
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> row(row);
            case EventCondition row -> row(row);
            case UserCondition row -> row(row);
        };
    }

    private Formula row(Condition row) {
        return of(new Row.OfUser(row));
    }

    Formula of(Row row) {
        return make(Kind.ROW, List.of(), Optional.of(row));
    }

    Formula not(Formula formula) {
        return switch (formula.kind()) {
            case TRUE -> nobody();
            case FALSE -> everybody();
            case NOT -> formula.parts().getFirst();
            case ROW, ALL, ANY -> make(Kind.NOT, List.of(formula), Optional.empty());
        };
    }

    Formula all(Formula... parts) {
        return all(Arrays.asList(parts));
    }

    Formula any(Formula... parts) {
        return any(Arrays.asList(parts));
    }

    Formula all(List<Formula> parts) {
        return combined(Kind.ALL, parts);
    }

    Formula any(List<Formula> parts) {
        return combined(Kind.ANY, parts);
    }

    /// Whether one holds and the other does not.
    Formula differs(Formula one, Formula other) {
        return one.id() == other.id() ? nobody() : any(all(one, not(other)), all(not(one), other));
    }

    /// Flat, without repetition, without parts that say nothing; contradictory parts decide the whole.
    private Formula combined(Kind kind, List<Formula> parts) {
        Kind neutral = kind == Kind.ALL ? Kind.TRUE : Kind.FALSE;
        Kind deciding = kind == Kind.ALL ? Kind.FALSE : Kind.TRUE;
        Map<Integer, Formula> flat = new TreeMap<>();
        for (Formula part : parts) {
            if (part.kind() == kind) {
                part.parts().forEach(inner -> flat.put(inner.id(), inner));
            } else if (part.kind() != neutral) {
                flat.put(part.id(), part);
            }
        }
        boolean decided = flat.values().stream()
                .anyMatch(part -> part.kind() == deciding
                        || (part.kind() == Kind.NOT
                                && flat.containsKey(part.parts().getFirst().id())));
        if (decided) {
            return make(deciding, List.of(), Optional.empty());
        }
        return switch (flat.size()) {
            case 0 -> make(neutral, List.of(), Optional.empty());
            case 1 -> flat.values().iterator().next();
            default -> make(kind, List.copyOf(flat.values()), Optional.empty());
        };
    }

    private Formula make(Kind kind, List<Formula> parts, Optional<Row> row) {
        Key key = new Key(kind, parts.stream().map(Formula::id).toList(), row);
        Formula found = known.get(key);
        if (found == null) {
            found = new Formula(known.size(), kind, parts, row);
            known.put(key, found);
        }
        return found;
    }
}
