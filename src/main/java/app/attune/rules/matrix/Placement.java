package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For whom the item rules of an ordered list act, as formulas: steps 3 and 4 of [Treatment], if the model proposes
/// every item.
final class Placement {
    private final Formulas formulas;
    private final List<Ruled> rules;
    private final ItemClasses items;
    private final Map<Integer, Formula> fires = new HashMap<>();
    private final Map<Decision, Formula> decided = new HashMap<>();

    /// @param rules that are active, in order
    Placement(Formulas formulas, List<Ruled> rules, ItemClasses items) {
        this.formulas = formulas;
        this.rules = rules;
        this.items = items;
    }

    /// For whom a Pin puts its item at its place.
    Formula pins(int index) {
        Formula known = fires.get(index);
        if (known == null) {
            known = pinning(index);
            fires.put(index, known);
        }
        return known;
    }

    private Formula pinning(int index) {
        Treatment.Pin pin = (Treatment.Pin) rules.get(index).rule().treatment();
        List<Formula> parts = new ArrayList<>(List.of(rules.get(index).acts()));
        for (int earlier = 0; earlier < index; earlier++) {
            Treatment treatment = rules.get(earlier).rule().treatment();
            if (treatment instanceof Treatment.Exclude && items.selects(treatment, pin.item())) {
                parts.add(formulas.not(takesOut(earlier, pin.item())));
            } else if (treatment instanceof Treatment.Pin other
                    && (other.item().equals(pin.item()) || other.place() == pin.place())) {
                parts.add(formulas.not(pins(earlier)));
            }
        }
        return formulas.all(parts);
    }

    private Formula takesOut(int exclude, ItemId item) {
        return formulas.all(rules.get(exclude).acts(), formulas.not(pinned(item, exclude)));
    }

    /// For whom a rule before the index pins the item.
    private Formula pinned(ItemId item, int before) {
        List<Formula> pins = new ArrayList<>();
        for (int index = 0; index < before; index++) {
            if (rules.get(index).rule().treatment() instanceof Treatment.Pin pin
                    && pin.item().equals(item)) {
                pins.add(pins(index));
            }
        }
        return formulas.any(pins);
    }

    /// For whom the item is pinned to a place.
    Formula pinnedTo(ItemId item, int place) {
        List<Formula> pins = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            if (rules.get(index).rule().treatment() instanceof Treatment.Pin pin
                    && pin.item().equals(item)
                    && pin.place() == place) {
                pins.add(pins(index));
            }
        }
        return formulas.any(pins);
    }

    /// For whom the item is never shown.
    Formula isOut(ItemId item) {
        List<Formula> excludes = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            Treatment treatment = rules.get(index).rule().treatment();
            if (treatment instanceof Treatment.Exclude && items.selects(treatment, item)) {
                excludes.add(takesOut(index, item));
            }
        }
        return formulas.any(excludes);
    }

    /// For whom a Boost or Bury does something: it decides a factor, or has nothing to decide.
    Formula scales(int index) {
        Treatment treatment = rules.get(index).rule().treatment();
        List<Formula> decides = new ArrayList<>();
        for (ItemId item : items.candidates()) {
            if (items.selects(treatment, item)) {
                decides.add(decides(index, item));
            }
        }
        return decides.isEmpty() ? rules.get(index).acts() : formulas.any(decides);
    }

    private record Decision(int index, ItemId item) {}

    private Formula decides(int index, ItemId item) {
        Decision decision = new Decision(index, item);
        Formula found = decided.get(decision);
        if (found == null) {
            found = deciding(index, item);
            decided.put(decision, found);
        }
        return found;
    }

    private Formula deciding(int index, ItemId item) {
        List<Formula> parts = new ArrayList<>(List.of(rules.get(index).acts(), formulas.not(isOut(item))));
        parts.add(formulas.not(pinned(item, rules.size())));
        for (int earlier = 0; earlier < index; earlier++) {
            if (isScaling(rules.get(earlier).rule().treatment(), item)) {
                parts.add(formulas.not(rules.get(earlier).acts()));
            }
        }
        return formulas.all(parts);
    }

    /// For whom the score of the item is multiplied by the factor.
    Formula scaledBy(ItemId item, double factor) {
        List<Formula> decides = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            Treatment treatment = rules.get(index).rule().treatment();
            if (isScaling(treatment, item) && factor(treatment) == factor) {
                decides.add(decides(index, item));
            }
        }
        return formulas.any(decides);
    }

    private boolean isScaling(Treatment treatment, ItemId item) {
        return factor(treatment) != 1 && items.selects(treatment, item);
    }

    /// 1 where nothing is scaled.
    static double factor(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Boost boost -> boost.factor();
            case Treatment.Bury bury -> bury.factor();
            case Treatment.Recommend ignored -> 1;
            case Treatment.Pin ignored -> 1;
            case Treatment.Exclude ignored -> 1;
            case Treatment.Offer ignored -> 1;
        };
    }
}
