package app.attune.segments.compare;

import app.attune.events.Dictionary;
import java.util.List;

/// Which event types are sales, by their names.
final class Sales {
    static final List<String> NAMES = List.of("purchase", "order", "transaction", "sale", "buy");

    private Sales() {}

    /// Positions among the types; none where no type is called so.
    static List<Integer> in(Dictionary types) {
        return NAMES.stream()
                .flatMapToInt(name -> types.find(name).stream())
                .boxed()
                .toList();
    }
}
