package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.rules.RequestContext.Basket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Requests that tell context conditions apart.
public final class ContextWitness {
    /// That no condition asks for.
    private static final String OTHER = "somewhere else";

    private final ContextCondition condition;
    private final RequestContext fitting;

    /// @param catalogue where an item for the basket is looked up
    public ContextWitness(ContextCondition condition, ItemCatalogue catalogue) {
        this.condition = condition;
        this.fitting = new RequestContext(
                condition.placements().stream().findFirst(),
                condition.devices().stream().findFirst(),
                basket(condition, catalogue));
    }

    private static Optional<Basket> basket(ContextCondition condition, ItemCatalogue catalogue) {
        if (condition.contains().isEmpty() && condition.total().isEmpty()) {
            return Optional.empty();
        }
        List<ItemId> items = condition.contains().stream()
                .flatMap(selector -> catalogue.items().stream()
                        .filter(item -> selector.selects(item, catalogue))
                        .limit(1))
                .toList();
        return Optional.of(new Basket(items, condition.total()));
    }

    /// A request that gives just what the condition asks for, its first values and its least total.
    public RequestContext fitting() {
        return fitting;
    }

    /// Requests that give every other value asked for, and those that nearly fit: one value not given, another one, a
    /// basket without the item, a total just too small.
    public List<RequestContext> near() {
        List<RequestContext> near = new ArrayList<>();
        texts(condition.placements())
                .forEach(text -> near.add(new RequestContext(text, fitting.device(), fitting.basket())));
        texts(condition.devices())
                .forEach(text -> near.add(new RequestContext(fitting.placement(), text, fitting.basket())));
        fitting.basket().ifPresent(basket -> {
            near.add(with(Optional.empty()));
            near.add(with(Optional.of(new Basket(List.of(), basket.total()))));
            near.add(with(Optional.of(new Basket(basket.items(), OptionalDouble.empty()))));
            basket.total()
                    .ifPresent(total -> near.add(
                            with(Optional.of(new Basket(basket.items(), OptionalDouble.of(Math.nextDown(total)))))));
        });
        return near;
    }

    private static List<Optional<String>> texts(List<String> asked) {
        Stream<Optional<String>> others =
                asked.isEmpty() ? Stream.of() : Stream.of(Optional.empty(), Optional.of(OTHER));
        return Stream.concat(asked.stream().map(Optional::of), others).toList();
    }

    private RequestContext with(Optional<Basket> basket) {
        return new RequestContext(fitting.placement(), fitting.device(), basket);
    }
}
