package app.attune.decider;

import app.attune.decider.ServerDecision.Item;
import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerRule.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a list of a model's candidates and the matching pin, exclude, boost and bury rules, in order.
final class ListMaking {
    /// An Exclude rule at work.
    private static final class Removal {
        private final RulePlan rule;
        private final int pinsBefore;
        private final List<Integer> pinsRefused = new ArrayList<>(0);
        private int taken;

        Removal(RulePlan rule, int pinsBefore) {
            this.rule = rule;
            this.pinsBefore = pinsBefore;
        }

        /// An item that a rule was to pin; candidates are taken already.
        void refuse(int item, boolean candidate) {
            if (!candidate && !pinsRefused.contains(item)) {
                pinsRefused.add(item);
            }
        }

        int decided() {
            return taken + pinsRefused.size();
        }
    }

    private final Sheet sheet;
    private final ItemIndex items;
    private final List<RulePlan> plans;
    private final List<LimitPlan> limits;
    private final List<Removal> removals = new ArrayList<>(0);

    /// @param plans  of all rules
    /// @param limits of every list
    ListMaking(Sheet sheet, ItemIndex items, List<RulePlan> plans, List<LimitPlan> limits) {
        this.sheet = sheet;
        this.items = items;
        this.plans = plans;
        this.limits = limits;
    }

    /// @param matching rules for items, in order
    /// @param traces   takes their ends, by place of the rule
    void apply(List<RulePlan> matching, Trace[] traces) {
        for (RulePlan rule : matching) {
            if (rule.rule().then() instanceof Treatment.Pin pin) {
                traces[rule.at()] = pin(rule, pin.place());
            } else if (rule.shields()) {
                exclude(rule);
            }
        }
        for (Removal removal : removals) {
            traces[removal.rule.at()] = end(removal);
        }
        for (RulePlan rule : matching) {
            if (rule.rule().then() instanceof Treatment.Scale) {
                traces[rule.at()] = scale(rule);
            }
        }
    }

    private Trace pin(RulePlan rule, int place) {
        int item = rule.pin();
        for (Removal removal : removals) {
            if (removal.rule.selected().has(item) && !isPinnedBefore(item, removal.pinsBefore)) {
                removal.refuse(item, sheet.isCandidate(item));
                return Trace.lost(rule.rule(), "EXCLUDED", removal.rule.rule());
            }
        }
        if (!sheet.pinned.isFree(item)) {
            return Trace.lost(
                    rule.rule(),
                    "EARLIER_RULE",
                    plans.get(sheet.pinned.get(item)).rule());
        }
        for (int at = 0; at < sheet.pinned.size(); at++) {
            RulePlan other = plans.get(sheet.pinned.get(sheet.pinned.item(at)));
            if (place(other) == place) {
                return Trace.lost(rule.rule(), "PLACE_TAKEN", other.rule());
            }
        }
        sheet.pinned.put(item, rule.at());
        return rule.ends().firedOnce();
    }

    private boolean isPinnedBefore(int item, int pins) {
        for (int at = 0; at < pins; at++) {
            if (sheet.pinned.item(at) == item) {
                return true;
            }
        }
        return false;
    }

    private static int place(RulePlan pinning) {
        return pinning.rule().then() instanceof Treatment.Pin pin ? pin.place() : 0;
    }

    private void exclude(RulePlan rule) {
        Removal removal = new Removal(rule, sheet.pinned.size());
        ItemSet selected = rule.selected();
        for (int at = 0; at < selected.size(); at++) {
            int item = selected.member(at);
            if (sheet.isCandidate(item) && sheet.pinned.isFree(item)) {
                removal.taken++;
                if (sheet.removed.isFree(item)) {
                    sheet.removed.put(item, rule.at());
                }
            }
        }
        removals.add(removal);
    }

    private Trace end(Removal removal) {
        for (int at = 0; removal.decided() == 0 && at < removal.pinsBefore; at++) {
            int item = sheet.pinned.item(at);
            if (removal.rule.selected().has(item)) {
                return Trace.lost(
                        removal.rule.rule(),
                        "PINNED",
                        plans.get(sheet.pinned.get(item)).rule());
            }
        }
        return fired(removal.rule, removal.decided());
    }

    private static Trace fired(RulePlan rule, int items) {
        return items == 0 ? rule.ends().fired() : Trace.fired(rule.rule(), items);
    }

    /// Which of the items that a rule could not have ranks first.
    private static final class FirstLost {
        private int item = ItemIndex.UNKNOWN;
        private double score;

        void add(int found, double foundScore) {
            if (item == ItemIndex.UNKNOWN || Best.ranksBefore(found, foundScore, item, score)) {
                item = found;
                score = foundScore;
            }
        }
    }

    private Trace scale(RulePlan rule) {
        FirstLost toFactor = new FirstLost();
        FirstLost toPlace = new FirstLost();
        ItemSet selected = rule.selected();
        int before = sheet.scaled.size();
        for (int at = 0; at < selected.size(); at++) {
            int item = selected.member(at);
            if (!sheet.isCandidate(item)) {
                continue;
            }
            if (!sheet.pinned.isFree(item) || !sheet.removed.isFree(item)) {
                toPlace.add(item, sheet.score(item));
            } else if (!sheet.scaled.isFree(item)) {
                toFactor.add(item, sheet.score(item));
            } else {
                sheet.scaled.put(item, rule.at());
            }
        }
        int decided = sheet.scaled.size() - before;
        return decided > 0 ? fired(rule, decided) : lost(rule, toFactor.item, toPlace.item);
    }

    private Trace lost(RulePlan rule, int toFactor, int toPlace) {
        if (toFactor != ItemIndex.UNKNOWN) {
            return Trace.lost(
                    rule.rule(),
                    "EARLIER_RULE",
                    plans.get(sheet.scaled.get(toFactor)).rule());
        }
        if (toPlace == ItemIndex.UNKNOWN) {
            return rule.ends().fired();
        }
        return sheet.pinned.isFree(toPlace)
                ? Trace.lost(
                        rule.rule(),
                        "EXCLUDED",
                        plans.get(sheet.removed.get(toPlace)).rule())
                : Trace.lost(
                        rule.rule(),
                        "PINNED",
                        plans.get(sheet.pinned.get(toPlace)).rule());
    }

    /// @param source of the items that no rule pinned
    List<Item> list(int length, DenseModel model, String source) {
        List<RulePlan> pins = pins();
        if (limits.isEmpty()) {
            offerScaled(sheet.best::offer);
            sheet.offerPlain();
        } else {
            pick(length, pins);
        }
        Item[] list = new Item[Math.min(length, sheet.best.size() + pins.size())];
        int next = 0;
        int nextPin = 0;
        for (int at = 0; at < list.length; at++) {
            boolean isDue = nextPin < pins.size() && place(pins.get(nextPin)) == at + 1;
            if (isDue || next == sheet.best.size()) {
                list[at] = pinned(at + 1, pins.get(nextPin++), model);
            } else {
                int item = sheet.best.item(next);
                Optional<String> rule = sheet.scaled.isFree(item)
                        ? Optional.empty()
                        : plans.get(sheet.scaled.get(item)).name();
                List<String> evidence = model.evidence(sheet, item);
                list[at] = new Item(at + 1, items.name(item), sheet.best.score(next++), source, rule, evidence);
            }
        }
        return List.of(list);
    }

    /// The best that limits have room for besides the pins.
    private void pick(int length, List<RulePlan> pins) {
        Limited limited = new Limited(limits);
        for (RulePlan pin : pins) {
            if (place(pin) <= length) {
                limited.count(pin.pin());
            }
        }
        offerScaled(limited::offer);
        sheet.offerPlain(limited);
        limited.fill(sheet.best);
    }

    /// Takes candidates.
    private interface Taking {
        void offer(int item, double score);
    }

    private void offerScaled(Taking taking) {
        for (int at = 0; at < sheet.scaled.size(); at++) {
            int item = sheet.scaled.item(at);
            double factor = plans.get(sheet.scaled.get(item)).rule().then() instanceof Treatment.Scale scale
                    ? scale.factor()
                    : 1;
            taking.offer(item, sheet.score(item) * factor);
        }
    }

    /// By place.
    private List<RulePlan> pins() {
        int size = sheet.pinned.size();
        if (size == 0) {
            return List.of();
        }
        List<RulePlan> pins = new ArrayList<>(size);
        for (int at = 0; at < size; at++) {
            RulePlan pin = plans.get(sheet.pinned.get(sheet.pinned.item(at)));
            int to = pins.size();
            while (to > 0 && place(pins.get(to - 1)) > place(pin)) {
                to--;
            }
            pins.add(to, pin);
        }
        return pins;
    }

    private Item pinned(int place, RulePlan pin, DenseModel model) {
        boolean candidate = sheet.isCandidate(pin.pin());
        return new Item(
                place,
                items.name(pin.pin()),
                candidate ? sheet.score(pin.pin()) : 0.0,
                "rule",
                pin.name(),
                candidate ? model.evidence(sheet, pin.pin()) : List.of());
    }
}
