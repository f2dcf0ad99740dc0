package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where and with what a decision is asked for; what is not given is not known.
///
/// @param placement such as `home` or `cart`
/// @param device    such as `phone`
/// @param shown     what rules with a cap did for the user before
public record RequestContext(
        Optional<String> placement, Optional<String> device, Optional<Basket> basket, Shown shown) {
    private static final RequestContext NONE = new RequestContext(Optional.empty(), Optional.empty(), Optional.empty());

    /// What the user is about to buy.
    ///
    /// @param total in the shop's currency; it may be unknown
    public record Basket(List<ItemId> items, OptionalDouble total) {
        public Basket {
            items = List.copyOf(items);
            Require.that(
                    total.isEmpty() || Double.isFinite(total.getAsDouble()), "A basket's total is a finite number");
        }
    }

    /// Of somebody who was shown nothing before.
    public RequestContext(Optional<String> placement, Optional<String> device, Optional<Basket> basket) {
        this(placement, device, basket, Shown.nothing());
    }

    /// Nothing is known.
    public static RequestContext none() {
        return NONE;
    }

    /// The same of somebody who was shown something else before.
    public RequestContext with(Shown other) {
        return new RequestContext(placement, device, basket, other);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
