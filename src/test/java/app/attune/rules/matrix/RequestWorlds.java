package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.Candidate;
import app.attune.rules.ItemAttributes;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/// Requests of every kind that [RandomLimits] tells apart, tried one by one: every half hour of the weeks in which
/// clocks change, every basket of a few items.
final class RequestWorlds {
    static final Instant NOW = Instant.parse("2026-03-28T10:00:00Z");
    private static final List<Instant> INSTANTS = instants();
    private static final List<RequestContext> CONTEXTS = contexts();

    private final List<Rule> rules;
    private final Map<Set<RuleId>, RequestContext> contexts = new LinkedHashMap<>();
    private final Map<Set<RuleId>, Instant> times = new LinkedHashMap<>();

    RequestWorlds(List<Rule> rules, ItemAttributes attributes) {
        this.rules = rules;
        CONTEXTS.forEach(context ->
                contexts.putIfAbsent(having(rule -> rule.limits().context().holds(context, attributes)), context));
        INSTANTS.forEach(at -> times.putIfAbsent(running(at), at));
    }

    private static List<Instant> instants() {
        List<Instant> instants = new ArrayList<>(List.of(NOW));
        for (String week : List.of(
                "1970-01-01",
                "1995-06-01",
                "2026-03-02",
                "2026-03-09",
                "2026-03-16",
                "2026-03-23",
                "2026-03-30",
                "2026-04-06",
                "2026-10-19",
                "2026-10-26",
                "2026-11-02",
                "2044-12-01")) {
            Instant start = Instant.parse(week + "T00:00:00Z");
            for (int half = 0; half < 7 * 48; half++) {
                instants.add(start.plus(Duration.ofMinutes(30L * half)));
            }
        }
        return instants;
    }

    private static List<RequestContext> contexts() {
        List<Optional<RequestContext.Basket>> baskets = new ArrayList<>(List.of(Optional.empty()));
        List<ItemId> items = List.of("i1", "i2", "i3", "i4", "gone").stream()
                .map(ItemId::new)
                .toList();
        for (int choice = 0; choice < 1 << items.size(); choice++) {
            List<ItemId> some = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    some.add(items.get(i));
                }
            }
            baskets.add(Optional.of(new RequestContext.Basket(some, OptionalDouble.empty())));
            for (double total : new double[] {9.99, 10, 20, 49, 50, 1000}) {
                baskets.add(Optional.of(new RequestContext.Basket(some, OptionalDouble.of(total))));
            }
        }
        List<RequestContext> contexts = new ArrayList<>();
        for (String placement : List.of("", "home", "cart", "page", "other")) {
            for (String device : List.of("", "phone", "desktop")) {
                baskets.forEach(
                        basket -> contexts.add(new RequestContext(optional(placement), optional(device), basket)));
            }
        }
        return contexts;
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    /// One context for each set of rules whose context conditions hold in it.
    Map<Set<RuleId>, RequestContext> contextsOfRules() {
        return contexts;
    }

    /// One time for each set of rules whose schedules run then.
    Map<Set<RuleId>, Instant> times() {
        return times;
    }

    Set<RuleId> running(Instant at) {
        return having(rule -> rule.limits().schedule().isRunning(at));
    }

    private Set<RuleId> having(Predicate<Rule> test) {
        Set<RuleId> ids = new HashSet<>();
        rules.stream().filter(test).forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    /// What can have been shown before a time: each set of the rules with a cap as often as it allows.
    List<Shown> shownBefore(Instant at) {
        List<Shown> all = new ArrayList<>(List.of(Shown.nothing()));
        Instant before = at.minusMillis(1);
        for (Rule rule : rules) {
            rule.limits()
                    .cap()
                    .ifPresent(cap -> List.copyOf(all)
                            .forEach(shown -> all.add(
                                    shown.with(rule.id(), new ArrayList<>(Collections.nCopies(cap.times(), before)))
                                            .inVisitSince(before))));
        }
        return all;
    }

    /// Those of some rules that are not kept back by their caps.
    Set<RuleId> uncapped(Collection<RuleId> some, Shown shown, Instant at) {
        Set<RuleId> left = new HashSet<>(some);
        rules.forEach(rule -> rule.limits()
                .cap()
                .filter(cap -> cap.isReached(shown.of(rule.id()), at, shown.visitStart()))
                .ifPresent(cap -> left.remove(rule.id())));
        return left;
    }

    static List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        RandomRuleSets.ITEMS.forEach(item -> all.add(new Candidate(new ItemId(item), 10 - all.size())));
        return all;
    }
}
