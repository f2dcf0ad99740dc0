package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.HitPolicy;
import app.attune.rules.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// For whom rules do something and for whom it matters that they are there, as formulas; see [Treatment].
final class Effects {
    private final Formulas formulas;
    private final HitPolicy policy;
    private final List<Ruled> rules;
    private final List<Ruled> acting;
    private final ItemClasses items;
    private final Placement placement;

    /// @param rules that are active, in the order in which they act
    Effects(Formulas formulas, HitPolicy policy, List<Ruled> rules, ItemClasses items) {
        this.formulas = formulas;
        this.policy = policy;
        this.rules = rules;
        this.acting = policy == HitPolicy.FIRST ? firstAlone(formulas, rules) : rules;
        this.items = items;
        this.placement = new Placement(formulas, acting, items);
    }

    /// The rules with where they act first in place of where they act.
    private static List<Ruled> firstAlone(Formulas formulas, List<Ruled> rules) {
        List<Ruled> acting = new ArrayList<>();
        List<Formula> earlier = new ArrayList<>();
        for (Ruled ruled : rules) {
            if (RuleKind.of(ruled.rule()) == RuleKind.EXCLUDE) {
                acting.add(ruled);
            } else {
                Formula first = formulas.all(ruled.acts(), formulas.not(formulas.any(List.copyOf(earlier))));
                acting.add(ruled.acting(first));
                earlier.add(ruled.acts());
            }
        }
        return acting;
    }

    /// For whom a rule wins. An Exclude wins wherever it acts, since it alone acts for those who refuse to be
    /// personalised, and no pin stands before it there.
    Formula wins(int index) {
        return switch (rules.get(index).rule().treatment()) {
            case Treatment.Recommend ignored -> isFirst(index);
            case Treatment.Offer ignored -> isFirst(index);
            case Treatment.Pin ignored -> placement.pins(index);
            case Treatment.Exclude ignored -> rules.get(index).acts();
            case Treatment.Boost ignored -> placement.scales(index);
            case Treatment.Bury ignored -> placement.scales(index);
        };
    }

    private Formula isFirst(int index) {
        List<Formula> parts = new ArrayList<>(List.of(rules.get(index).acts()));
        for (int earlier = 0; earlier < index; earlier++) {
            if (areRivals(earlier, index)) {
                parts.add(formulas.not(rules.get(earlier).acts()));
            }
        }
        return formulas.all(parts);
    }

    private boolean areRivals(int one, int other) {
        return RuleKind.of(rules.get(one).rule())
                .isRival(RuleKind.of(rules.get(other).rule()), policy);
    }

    /// For whom another decision would be made without the rule, if the model proposes every item.
    Formula matters(int index) {
        RuleKind kind = RuleKind.of(rules.get(index).rule());
        if (kind.isRival(kind, policy)) {
            return replaced(index);
        }
        return switch (kind) {
            case RECOMMEND, OFFER -> replaced(index);
            case PIN, SCALE -> changed(index);
            case EXCLUDE -> formulas.any(changed(index), changedForRefusing(index));
        };
    }

    /// Of all rules only an Exclude acts for those who refuse to be personalised.
    private Formula changedForRefusing(int index) {
        List<Ruled> excludes = rules.stream()
                .filter(ruled -> RuleKind.of(ruled.rule()) == RuleKind.EXCLUDE)
                .toList();
        return new Effects(formulas, policy, excludes, items).changed(excludes.indexOf(rules.get(index)));
    }

    /// For whom it is the first, and the next one does not do the same.
    private Formula replaced(int index) {
        Treatment treatment = rules.get(index).rule().treatment();
        List<Formula> between = new ArrayList<>();
        List<Formula> same = new ArrayList<>();
        for (int later = index + 1; later < rules.size(); later++) {
            if (areRivals(later, index)) {
                Formula matches = rules.get(later).acts();
                if (rules.get(later).rule().treatment().equals(treatment)) {
                    same.add(formulas.all(matches, formulas.not(formulas.any(between))));
                } else {
                    between.add(matches);
                }
            }
        }
        return formulas.all(isFirst(index), formulas.not(formulas.any(same)));
    }

    private Formula changed(int index) {
        List<Ruled> others = new ArrayList<>(acting);
        others.remove(index);
        Placement without = new Placement(formulas, others, items);
        List<Formula> differences = new ArrayList<>();
        for (ItemId item : touched(rules.get(index).rule().treatment())) {
            Set<Integer> places = new TreeSet<>();
            Set<Double> factors = new TreeSet<>();
            rules.forEach(ruled -> collect(ruled.rule().treatment(), item, places, factors));
            places.forEach(place ->
                    differences.add(formulas.differs(placement.pinnedTo(item, place), without.pinnedTo(item, place))));
            if (items.candidates().contains(item)) {
                differences.add(formulas.differs(placement.isOut(item), without.isOut(item)));
                factors.forEach(factor -> differences.add(
                        formulas.differs(placement.scaledBy(item, factor), without.scaledBy(item, factor))));
            }
        }
        return formulas.any(differences);
    }

    /// The items that may be treated otherwise without a treatment: its own, and those whose pins contend for places
    /// with pins of such items.
    private Set<ItemId> touched(Treatment treatment) {
        Set<ItemId> touched = new LinkedHashSet<>();
        items.all().stream().filter(item -> items.selects(treatment, item)).forEach(touched::add);
        boolean scales = Placement.factor(treatment) != 1;
        boolean grown = !scales;
        while (grown) {
            Set<Integer> places = new TreeSet<>();
            rules.forEach(ruled -> {
                if (ruled.rule().treatment() instanceof Treatment.Pin pin && touched.contains(pin.item())) {
                    places.add(pin.place());
                }
            });
            grown = false;
            for (Ruled ruled : rules) {
                if (ruled.rule().treatment() instanceof Treatment.Pin pin && places.contains(pin.place())) {
                    grown |= touched.add(pin.item());
                }
            }
        }
        return touched;
    }

    private void collect(Treatment treatment, ItemId item, Set<Integer> places, Set<Double> factors) {
        if (items.selects(treatment, item)) {
            if (treatment instanceof Treatment.Pin pin) {
                places.add(pin.place());
            } else if (Placement.factor(treatment) != 1) {
                factors.add(Placement.factor(treatment));
            }
        }
    }
}
