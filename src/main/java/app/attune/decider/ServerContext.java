package app.attune.decider;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where and with what a server is asked; what is empty was not given.
///
/// @param items of the basket; none when there is no basket
/// @param total of the basket
/// @param shown what rules with a cap did for the user before
public record ServerContext(
        Optional<String> placement,
        Optional<String> device,
        List<String> items,
        OptionalDouble total,
        ServerShown shown) {
    private static final ServerContext NONE =
            new ServerContext(Optional.empty(), Optional.empty(), List.of(), OptionalDouble.empty());

    public ServerContext {
        items = List.copyOf(items);
    }

    /// Of somebody who was shown nothing before.
    public ServerContext(
            Optional<String> placement, Optional<String> device, List<String> items, OptionalDouble total) {
        this(placement, device, items, total, ServerShown.nothing());
    }

    /// Nothing was given.
    public static ServerContext none() {
        return NONE;
    }

    static ServerContext read(Fields line) {
        if (!line.has("context")) {
            return NONE;
        }
        Fields given = line.object("context");
        boolean basket = given.has("basket");
        boolean total = basket && given.object("basket").has("total");
        return new ServerContext(
                given.optionalText("placement"),
                given.optionalText("device"),
                basket ? given.object("basket").texts("items") : List.of(),
                total ? OptionalDouble.of(given.object("basket").number("total")) : OptionalDouble.empty(),
                ServerShown.read(given));
    }
}
