package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.rules.RuleTrace.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RuleEngineLawsTest {
    private static final int ITEMS = 12;
    private static final int LENGTH = 6;
    private static final int CASES = 500;

    private interface Law {
        void holds(List<Rule> rules, List<Candidate> candidates);
    }

    /// Asks the law of many random rule sets and lists; a failure names its seed.
    private static void always(Law law) {
        for (long seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Rule> rules = rules(random);
            List<Candidate> candidates = candidates(random);
            try {
                law.holds(rules, candidates);
            } catch (AssertionError e) {
                throw new AssertionError("Seed " + seed + ": " + rules + " on " + candidates, e);
            }
        }
    }

    private static List<Rule> rules(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(9))
                .mapToObj(i -> Rulebook.rule("r" + i, treatment(random)))
                .toList();
    }

    private static Treatment treatment(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Treatment.Boost(some(random), List.of(1.5, 2.0, 10.0).get(random.nextInt(3)));
            case 1 -> new Treatment.Bury(some(random), random.nextBoolean() ? .1 : .5);
            case 2 -> new Treatment.Pin(item(random), 1 + random.nextInt(9));
            case 3 -> new Treatment.Exclude(some(random));
            case 4 -> new Treatment.Recommend(random.nextBoolean() ? "item-knn" : "popularity");
            default -> new Treatment.Offer(random.nextBoolean() ? "A" : "B", "");
        };
    }

    private static ItemSelector some(SplittableRandom random) {
        return new ItemSelector.Items(IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> item(random))
                .toList());
    }

    private static ItemId item(SplittableRandom random) {
        return new ItemId(String.valueOf(1 + random.nextInt(ITEMS)));
    }

    /// Items 1, 2, 3 … with few different scores, so that there are ties.
    private static List<Candidate> candidates(SplittableRandom random) {
        return IntStream.rangeClosed(1, random.nextInt(ITEMS + 1))
                .mapToObj(i -> new Candidate(new ItemId(String.valueOf(i)), 1 + random.nextInt(4)))
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::item, ItemId.RANKING))
                .toList();
    }

    @Test
    void theSameInputGivesTheSameOutcome() {
        always((rules, candidates) -> {
            assertEquals(Rulebook.decide(rules, candidates, LENGTH), Rulebook.decide(rules, candidates, LENGTH));
        });
    }

    @Test
    void removingALosingRuleChangesNothingThatIsShown() {
        always((rules, candidates) -> {
            RuleOutcome outcome = Rulebook.decide(rules, candidates, LENGTH);
            for (RuleTrace loser : losers(outcome)) {
                List<Rule> without = rules.stream()
                        .filter(rule -> !rule.id().equals(loser.rule()))
                        .toList();
                assertEquals(
                        outcome.items(),
                        Rulebook.decide(without, candidates, LENGTH).items());
            }
        });
    }

    @Test
    void movingARuleThatLosesToAnEarlierOneToTheEndChangesNothingThatIsShown() {
        always((rules, candidates) -> {
            RuleOutcome outcome = Rulebook.decide(rules, candidates, LENGTH);
            for (RuleTrace loser : losers(outcome)) {
                if (loser.cause() == RuleTrace.Cause.EXCLUDED || loser.cause() == RuleTrace.Cause.PINNED) {
                    continue;
                }
                List<Rule> moved = new ArrayList<>(rules);
                Rule rule = rules.stream()
                        .filter(candidate -> candidate.id().equals(loser.rule()))
                        .findFirst()
                        .orElseThrow();
                moved.remove(rule);
                moved.add(rule);
                assertEquals(
                        outcome.items(),
                        Rulebook.decide(moved, candidates, LENGTH).items());
            }
        });
    }

    @Test
    void excludedItemsAreNeverShown() {
        always((rules, candidates) -> {
            RuleOutcome outcome = Rulebook.decide(rules, candidates, LENGTH);
            outcome.items().forEach(item -> assertFalse(outcome.excluded().containsKey(item.item())));
            for (RuledItem item : outcome.items()) {
                int pinnedAt = item.pinnedBy().map(id -> indexOf(rules, id)).orElse(Integer.MAX_VALUE);
                for (int i = 0; i < Math.min(pinnedAt, rules.size()); i++) {
                    boolean excludes = rules.get(i).treatment() instanceof Treatment.Exclude exclude
                            && exclude.items().selects(item.item(), ItemAttributes.none());
                    assertFalse(excludes, () -> item + " is shown although excluded");
                }
            }
        });
    }

    @Test
    void everyPinThatFiredStandsAtItsPlaceOrAsNearBelowTheTopAsTheListAllows() {
        always((rules, candidates) -> {
            RuleOutcome outcome = Rulebook.decide(rules, candidates, 100);
            Map<ItemId, Integer> places =
                    outcome.items().stream().collect(Collectors.toMap(RuledItem::item, RuledItem::place));
            for (RuleTrace trace : outcome.traces()) {
                Rule rule = rules.get(indexOf(rules, trace.rule()));
                if (trace.verdict() == Verdict.FIRED && rule.treatment() instanceof Treatment.Pin pin) {
                    int place = places.getOrDefault(pin.item(), 0);
                    boolean atItsPlace = place == pin.place();
                    boolean listEndsBefore = place < pin.place() && onlyPinsFrom(outcome, place);
                    assertTrue(place > 0 && (atItsPlace || listEndsBefore), () -> rule + " in " + outcome);
                }
            }
        });
    }

    @Test
    void aShorterListIsTheStartOfTheLongerOne() {
        always((rules, candidates) -> {
            List<RuledItem> whole = Rulebook.decide(rules, candidates, 100).items();
            List<RuledItem> start = Rulebook.decide(rules, candidates, LENGTH).items();
            assertEquals(whole.subList(0, Math.min(LENGTH, whole.size())), start);
            assertEquals(
                    whole.size(),
                    new HashSet<>(whole.stream().map(RuledItem::item).toList()).size());
        });
    }

    @Test
    void everyCandidateIsShownOrExcluded() {
        always((rules, candidates) -> {
            RuleOutcome outcome = Rulebook.decide(rules, candidates, 100);
            var shown = outcome.items().stream().map(RuledItem::item).collect(Collectors.toSet());
            candidates.forEach(candidate -> assertTrue(
                    shown.contains(candidate.item()) != outcome.excluded().containsKey(candidate.item())));
        });
    }

    private static List<RuleTrace> losers(RuleOutcome outcome) {
        return outcome.traces().stream()
                .filter(trace -> trace.verdict() == Verdict.LOST)
                .toList();
    }

    private static boolean onlyPinsFrom(RuleOutcome outcome, int place) {
        return outcome.items().stream()
                .filter(item -> item.place() >= place)
                .allMatch(item -> item.pinnedBy().isPresent());
    }

    private static int indexOf(List<Rule> rules, RuleId id) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
