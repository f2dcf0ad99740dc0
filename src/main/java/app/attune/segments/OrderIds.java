package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which property says to which order a sale belongs, by its name: the first of the names that the data has.
public final class OrderIds {
    /// The names, in the order in which they are looked for.
    public static final List<String> NAMES = List.of("order_id", "invoice", "transaction_id");

    private OrderIds() {}

    public static Optional<String> in(EventFrame events) {
        return NAMES.stream().filter(name -> events.property(name).isPresent()).findFirst();
    }

    /// As [#in], of the names of fields.
    public static Optional<String> among(Collection<String> fields) {
        return NAMES.stream().filter(fields::contains).findFirst();
    }
}
