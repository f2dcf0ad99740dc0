package app.attune.decider;

import app.attune.decider.ServerDecision.Item;
import app.attune.decider.ServerDecision.Offer;
import app.attune.decider.ServerDecision.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the first field in which two decisions differ; scores are compared to the last bit.
final class DecisionDiff {
    private final String vector;

    private DecisionDiff(String vector) {
        this.vector = vector;
    }

    static Optional<Difference> of(String vector, ServerDecision expected, ServerDecision got) {
        if (expected.equals(got)) {
            return Optional.empty();
        }
        DecisionDiff diff = new DecisionDiff(vector);
        return diff.field("segments", expected, got, ServerDecision::segments)
                .or(() -> diff.lists("rules", expected.rules(), got.rules(), diff::trace))
                .or(() -> diff.field(
                        "rulesOff",
                        expected,
                        got,
                        decision -> decision.rulesOff().orElse("-")))
                .or(() -> diff.field("reason", expected, got, ServerDecision::reason))
                .or(() -> diff.field(
                        "model", expected, got, decision -> decision.model().orElse("-")))
                .or(() -> diff.lists("items", expected.items(), got.items(), diff::item))
                .or(() -> diff.lists("offers", expected.offers(), got.offers(), diff::offer));
    }

    private <T> Optional<Difference> field(String name, T expected, T got, Function<T, Object> value) {
        Object a = value.apply(expected);
        Object b = value.apply(got);
        return a.equals(b) ? Optional.empty() : Optional.of(new Difference(vector, name, a.toString(), b.toString()));
    }

    /// Finds the first difference of two elements at a place.
    private interface ElementDiff<T> {
        Optional<Difference> find(String place, T expected, T got);
    }

    private <T> Optional<Difference> lists(String name, List<T> expected, List<T> got, ElementDiff<T> elements) {
        for (int i = 0; i < Math.min(expected.size(), got.size()); i++) {
            Optional<Difference> found = elements.find(name + "[" + (i + 1) + "]", expected.get(i), got.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return field(name + ", how many", expected, got, List::size);
    }

    private Optional<Difference> trace(String place, Trace expected, Trace got) {
        return field(place + ".rule", expected, got, Trace::rule)
                .or(() -> field(place + ".verdict", expected, got, Trace::verdict))
                .or(() -> field(
                        place + ".cause", expected, got, trace -> trace.cause().orElse("-")))
                .or(() -> field(
                        place + ".lostTo",
                        expected,
                        got,
                        trace -> trace.lostTo().orElse("-")))
                .or(() -> field(place + ".items", expected, got, Trace::items))
                .or(() -> field(place + ".models", expected, got, Trace::models));
    }

    private Optional<Difference> offer(String place, Offer expected, Offer got) {
        return field(place, expected, got, Offer::toString);
    }

    private Optional<Difference> item(String place, Item expected, Item got) {
        return field(place + ".item", expected, got, Item::item)
                .or(() -> field(place + ".score", expected, got, Item::score))
                .or(() -> field(place + ".source", expected, got, Item::source))
                .or(() -> field(
                        place + ".rule", expected, got, item -> item.rule().orElse("-")))
                .or(() -> field(place + ".evidence", expected, got, Item::evidence))
                .or(() -> field(place + ".place", expected, got, Item::place));
    }
}
