package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.rules.RuleTrace.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RuleEngineLawsTest {
    private static final int ITEMS = 12;
    private static final int LENGTH = 6;

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<String> item = Arbitraries.integers().between(1, ITEMS).map(String::valueOf);
        Arbitrary<ItemSelector> some = item.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(ids -> new ItemSelector.Items(ids.stream().map(ItemId::new).toList()));
        Arbitrary<Treatment> treatment = Arbitraries.oneOf(
                Combinators.combine(some, Arbitraries.of(1.5, 2.0, 10.0)).as(Treatment.Boost::new),
                Combinators.combine(some, Arbitraries.of(.1, .5)).as(Treatment.Bury::new),
                Combinators.combine(
                                item.map(ItemId::new), Arbitraries.integers().between(1, 9))
                        .as(Treatment.Pin::new),
                some.map(Treatment.Exclude::new),
                Arbitraries.of("item-knn", "popularity").map(Treatment.Recommend::new),
                Arbitraries.of("A", "B").map(code -> new Treatment.Offer(code, "")));
        return treatment
                .list()
                .ofMaxSize(8)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> Rulebook.rule("r" + i, all.get(i)))
                        .toList());
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return Arbitraries.integers()
                .between(1, 4)
                .list()
                .ofMaxSize(ITEMS)
                .map(scores -> IntStream.range(0, scores.size())
                        .mapToObj(i -> new Candidate(new ItemId(String.valueOf(i + 1)), scores.get(i)))
                        .sorted(java.util.Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::item, ItemId.RANKING))
                        .toList());
    }

    @Property(tries = 300)
    void theSameInputGivesTheSameOutcome(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
        assertEquals(Rulebook.decide(rules, candidates, LENGTH), Rulebook.decide(rules, candidates, LENGTH));
    }

    @Property(tries = 500)
    void removingALosingRuleChangesNothingThatIsShown(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
        RuleOutcome outcome = Rulebook.decide(rules, candidates, LENGTH);
        for (RuleTrace loser : losers(outcome)) {
            List<Rule> without = rules.stream()
                    .filter(rule -> !rule.id().equals(loser.rule()))
                    .toList();
            assertEquals(
                    outcome.items(),
                    Rulebook.decide(without, candidates, LENGTH).items());
        }
    }

    @Property(tries = 500)
    void movingARuleThatLosesToAnEarlierOneToTheEndChangesNothingThatIsShown(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
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
                    outcome.items(), Rulebook.decide(moved, candidates, LENGTH).items());
        }
    }

    @Property(tries = 500)
    void excludedItemsAreNeverShown(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
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
    }

    @Property(tries = 500)
    void everyPinThatFiredStandsAtItsPlaceOrAsNearBelowTheTopAsTheListAllows(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
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
    }

    @Property(tries = 300)
    void aShorterListIsTheStartOfTheLongerOne(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
        List<RuledItem> whole = Rulebook.decide(rules, candidates, 100).items();
        List<RuledItem> start = Rulebook.decide(rules, candidates, LENGTH).items();
        assertEquals(whole.subList(0, Math.min(LENGTH, whole.size())), start);
        assertEquals(
                whole.size(), new HashSet<>(whole.stream().map(RuledItem::item).toList()).size());
    }

    @Property(tries = 300)
    void everyCandidateIsShownOrExcluded(
            @ForAll("rules") List<Rule> rules, @ForAll("candidates") List<Candidate> candidates) {
        RuleOutcome outcome = Rulebook.decide(rules, candidates, 100);
        var shown = outcome.items().stream().map(RuledItem::item).collect(Collectors.toSet());
        candidates.forEach(candidate -> assertTrue(
                shown.contains(candidate.item()) != outcome.excluded().containsKey(candidate.item())));
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
