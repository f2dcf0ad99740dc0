package app.attune.rules.matrix;

import app.attune.rules.HitPolicy;
import app.attune.rules.Treatment;

/// Whether two treatments get into one another's way.
final class Contention {
    private final HitPolicy policy;
    private final ItemClasses items;

    Contention(HitPolicy policy, ItemClasses items) {
        this.policy = policy;
        this.items = items;
    }

    /// Whether one wants items shown more and the other less.
    boolean areOpposite(Treatment one, Treatment other) {
        boolean opposite = (isFor(one) && isAgainst(other)) || (isAgainst(one) && isFor(other));
        return opposite && haveCommonItems(one, other);
    }

    private boolean haveCommonItems(Treatment one, Treatment other) {
        return items.all().stream().anyMatch(item -> items.selects(one, item) && items.selects(other, item));
    }

    private static boolean isFor(Treatment treatment) {
        return treatment instanceof Treatment.Pin || treatment instanceof Treatment.Boost;
    }

    private static boolean isAgainst(Treatment treatment) {
        return treatment instanceof Treatment.Exclude || treatment instanceof Treatment.Bury;
    }

    /// Whether it matters which of them acts first.
    boolean contend(Treatment one, Treatment other) {
        if (one.equals(other)) {
            return false;
        }
        if (RuleKind.of(one).isRival(RuleKind.of(other), policy)) {
            return true;
        }
        return switch (one) {
            case Treatment.Recommend ignored -> false;
            case Treatment.Offer ignored -> false;
            case Treatment.Pin pin ->
                other instanceof Treatment.Pin second
                        && (pin.place() == second.place() || pin.item().equals(second.item()));
            case Treatment.Boost ignored -> other instanceof Treatment.Boost && haveCommonItems(one, other);
            case Treatment.Bury ignored -> other instanceof Treatment.Bury && haveCommonItems(one, other);
            case Treatment.Exclude ignored -> false;
        };
    }
}
