package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListLimitTest {
    private static final Map<String, String> BRANDS =
            Map.of("1", "A", "2", "A", "3", "A", "4", "B", "5", "B", "6", "C");
    private static final ItemAttributes ATTRIBUTES = Rulebook.attributes(BRANDS);

    private static ListLimit each(int most) {
        return new ListLimit(new ListLimit.EachValue("brand"), most);
    }

    private static ListAccount account(List<ListLimit> limits, List<Rule> rules, String... candidates) {
        RuleProgram program = new RuleProgram(RulePolicy.usual().withListLimits(limits), rules);
        RuleCase asked = new RuleCase(
                new app.attune.core.UserId("u"),
                Set.of(Rulebook.ALL),
                Personalisation.ALLOWED,
                java.time.Instant.EPOCH,
                RequestContext.none());
        RulePlan plan = RuleEngine.plan(program, asked, ATTRIBUTES);
        return RuleEngine.account(plan, Rulebook.candidates(candidates), ATTRIBUTES, 4);
    }

    private static List<String> list(List<ListLimit> limits, List<Rule> rules, String... candidates) {
        return Rulebook.shown(account(limits, rules, candidates).outcome());
    }

    @Test
    void furtherCandidatesFillThePlacesOfThoseHeldBack() {
        assertEquals(List.of("1", "2", "4", "5"), list(List.of(each(2)), List.of(), "1", "2", "3", "4", "5", "6"));
        assertEquals(List.of("1", "4", "6"), list(List.of(each(1)), List.of(), "1", "2", "3", "4", "5", "6"));
        assertEquals(List.of("1", "2", "3", "4"), list(List.of(each(3)), List.of(), "1", "2", "3", "4", "5", "6"));
        ListAccount account = account(List.of(each(1)), List.of(), "1", "2", "3", "4", "5", "6");
        assertEquals(Map.of(new ItemId("2"), 0, new ItemId("3"), 0, new ItemId("5"), 0), account.held());
    }

    @Test
    void itemsWithoutAValueAreNotLimited() {
        assertEquals(List.of("7", "8", "9", "1"), list(List.of(each(1)), List.of(), "7", "8", "9", "1", "2"));
    }

    @Test
    void pinsCountFirstAndAreNeverHeldBack() {
        List<Rule> pins =
                List.of(Rulebook.rule("low", Rulebook.pin("3", 4)), Rulebook.rule("top", Rulebook.pin("2", 1)));
        assertEquals(List.of("2", "4", "6", "3"), list(List.of(each(1)), pins, "1", "4", "5", "6"));
        List<Rule> beyond = List.of(Rulebook.rule("beyond", Rulebook.pin("3", 9)));
        assertEquals(List.of("1", "4", "3"), list(List.of(each(1)), beyond, "1", "2", "4", "5"));
    }

    @Test
    void limitsHoldWhereRulesAreOff() {
        RulePolicy off =
                RulePolicy.usual().withKillSwitch(RulePolicy.KillSwitch.PULLED).withListLimits(List.of(each(1)));
        RuleCase refused = new RuleCase(
                new app.attune.core.UserId("u"),
                Set.of(Rulebook.ALL),
                Personalisation.REFUSED,
                java.time.Instant.EPOCH,
                RequestContext.none());
        RulePlan plan = RuleEngine.plan(new RuleProgram(off, List.of()), refused, ATTRIBUTES);
        assertEquals(
                List.of("1", "4"),
                Rulebook.shown(RuleEngine.apply(plan, Rulebook.candidates("1", "2", "4"), ATTRIBUTES, 3)));
    }

    @Test
    void jsonKeepsEveryKindAndTellsWhatItCannotRead() {
        RulePolicy policy = RulePolicy.usual()
                .withListLimits(List.of(
                        each(2),
                        new ListLimit(new ListLimit.Selected(Rulebook.items("1", "2")), 1),
                        new ListLimit(
                                new ListLimit.Selected(new ItemSelector.WithAttribute("brand", List.of("A"))), 3)));
        RuleProgram program = new RuleProgram(policy, List.of());
        assertEquals(program, RuleJson.program(RuleJson.write(program).toString(), "rules"));
        assertEquals(
                List.of(
                        "At most 2 items of each brand in one list.",
                        "At most 1 item of 1, 2 in one list.",
                        "At most 3 items with brand A in one list."),
                policy.listLimits().stream().map(LimitWords::sentence).toList());
        var root = RuleJson.write(program);
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        root.path("listLimits").get(0))
                .put("most", 0);
        assertThrows(app.attune.core.ProblemException.class, () -> RuleJson.program(root.toString(), "rules"));
    }

    /// Brute force: of all that could be next, the best for which counting the list so far and all pins leaves room.
    @Test
    void theListIsWhatCountingFromTheStartGives() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<ListLimit> limits = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> random.nextBoolean()
                            ? each(1 + random.nextInt(3))
                            : new ListLimit(
                                    new ListLimit.Selected(Rulebook.items(any(random), any(random), any(random))),
                                    1 + random.nextInt(2)))
                    .toList();
            Map<Integer, String> pins = new TreeMap<>();
            IntStream.range(0, random.nextInt(3)).forEach(i -> pins.putIfAbsent(1 + random.nextInt(6), any(random)));
            List<Rule> rules = new ArrayList<>();
            pins.forEach((place, item) -> rules.add(Rulebook.rule("pin" + place, Rulebook.pin(item, place))));
            String[] candidates = IntStream.rangeClosed(1, random.nextInt(8))
                    .mapToObj(String::valueOf)
                    .toArray(String[]::new);
            Map<Integer, String> kept = new TreeMap<>();
            pins.forEach((place, item) -> {
                if (!kept.containsValue(item)) {
                    kept.put(place, item);
                }
            });
            assertEquals(
                    slowly(limits, kept, List.of(candidates)),
                    list(limits, rules, candidates),
                    "Seed " + seed + ": " + limits + " " + rules);
        }
    }

    private static String any(SplittableRandom random) {
        return String.valueOf(1 + random.nextInt(8));
    }

    private static List<String> slowly(List<ListLimit> limits, Map<Integer, String> pins, List<String> candidates) {
        List<String> list = new ArrayList<>();
        TreeMap<Integer, String> due = new TreeMap<>(pins);
        List<String> left = new ArrayList<>(candidates);
        left.removeAll(pins.values());
        while (list.size() < 4) {
            List<String> counted = new ArrayList<>(list);
            due.headMap(4, true).values().forEach(counted::add);
            left.removeIf(item -> limits.stream().anyMatch(limit -> breaks(limit, item, counted)));
            if (due.containsKey(list.size() + 1) || (left.isEmpty() && !due.isEmpty())) {
                list.add(due.pollFirstEntry().getValue());
            } else if (left.isEmpty()) {
                return list;
            } else {
                list.add(left.removeFirst());
            }
        }
        return list;
    }

    private static boolean breaks(ListLimit limit, String item, List<String> counted) {
        Map<String, Integer> counts = new HashMap<>();
        counted.forEach(
                one -> limit.group(new ItemId(one), ATTRIBUTES).ifPresent(key -> counts.merge(key, 1, Integer::sum)));
        return limit.group(new ItemId(item), ATTRIBUTES)
                .filter(key -> counts.getOrDefault(key, 0) + 1 > limit.most())
                .isPresent();
    }

    @Test
    void noCountIsNoLimit() {
        assertThrows(IllegalArgumentException.class, () -> each(0));
        assertTrue(new ListLimit(new ListLimit.EachValue("brand"), 100).most() == ListLimit.MOST);
    }
}
