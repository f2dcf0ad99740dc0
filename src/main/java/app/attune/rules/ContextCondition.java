package app.attune.rules;

import app.attune.core.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which requests a rule is for: every part that is there must hold. A part whose value the request does not give does
/// not hold; texts are compared letter by letter, case respected.
///
/// @param placements one of them; none for any request
/// @param devices    one of them; none for any request
/// @param contains   the basket has at least one item that this selects
/// @param total      the basket's total is at least this
public record ContextCondition(
        List<String> placements, List<String> devices, Optional<ItemSelector> contains, OptionalDouble total) {
    private static final ContextCondition ANY =
            new ContextCondition(List.of(), List.of(), Optional.empty(), OptionalDouble.empty());

    public ContextCondition {
        placements = List.copyOf(placements);
        devices = List.copyOf(devices);
        Require.that(total.isEmpty() || Double.isFinite(total.getAsDouble()), "A basket's total is a finite number");
    }

    /// Every request, whatever it gives.
    public static ContextCondition any() {
        return ANY;
    }

    public boolean isAny() {
        return equals(ANY);
    }

    public ContextCondition withPlacements(List<String> newPlacements) {
        return new ContextCondition(newPlacements, devices, contains, total);
    }

    public ContextCondition withDevices(List<String> newDevices) {
        return new ContextCondition(placements, newDevices, contains, total);
    }

    public ContextCondition withContains(Optional<ItemSelector> newContains) {
        return new ContextCondition(placements, devices, newContains, total);
    }

    public ContextCondition withTotal(OptionalDouble newTotal) {
        return new ContextCondition(placements, devices, contains, newTotal);
    }

    public boolean holds(RequestContext request, ItemAttributes attributes) {
        return isOne(placements, request.placement())
                && isOne(devices, request.device())
                && contains.filter(items -> !isIn(request, items, attributes)).isEmpty()
                && (total.isEmpty() || isReached(request, total.getAsDouble()));
    }

    private static boolean isOne(List<String> wanted, Optional<String> given) {
        return wanted.isEmpty() || given.filter(wanted::contains).isPresent();
    }

    private static boolean isIn(RequestContext request, ItemSelector items, ItemAttributes attributes) {
        return request.basket().stream()
                .flatMap(basket -> basket.items().stream())
                .anyMatch(item -> items.selects(item, attributes));
    }

    private static boolean isReached(RequestContext request, double least) {
        OptionalDouble given =
                request.basket().map(RequestContext.Basket::total).orElse(OptionalDouble.empty());
        return given.isPresent() && given.getAsDouble() >= least;
    }
}
