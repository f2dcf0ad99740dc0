package app.attune.segments.compare;

import app.attune.core.ProblemException;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.util.List;

/// Which event type is a sale, by its name: the first of the names that the data has. A shop that sends an order and a
/// transaction for one sale so counts it once.
public final class Sales {
    /// The names, in the order in which they are looked for.
    public static final List<String> NAMES = List.of("purchase", "order", "transaction", "sale", "buy");

    private Sales() {}

    /// Its name.
    ///
    /// @throws ProblemException `segments.no-sales` if no type is called so
    public static String required(EventFrame events) {
        return NAMES.stream()
                .filter(name -> events.types().find(name).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "segments.no-sales",
                        "No event type is called " + String.join(", ", NAMES) + ", so that nobody has bought.",
                        "Import purchases, with one of these names as their type."));
    }

    /// Its position among the types; none where no type is called so.
    static List<Integer> in(Dictionary types) {
        return NAMES.stream()
                .flatMapToInt(name -> types.find(name).stream())
                .limit(1)
                .boxed()
                .toList();
    }
}
