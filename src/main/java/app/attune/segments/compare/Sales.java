package app.attune.segments.compare;

import app.attune.events.Dictionary;
import java.util.List;

/// Which event type is a sale, by its name: the first of the names that the data has. A shop that sends an order and a
/// transaction for one sale so counts it once.
public final class Sales {
    /// The names, in the order in which they are looked for.
    public static final List<String> NAMES = List.of("purchase", "order", "transaction", "sale", "buy");

    private Sales() {}

    /// Its position among the types; none where no type is called so.
    static List<Integer> in(Dictionary types) {
        return NAMES.stream()
                .flatMapToInt(name -> types.find(name).stream())
                .limit(1)
                .boxed()
                .toList();
    }
}
