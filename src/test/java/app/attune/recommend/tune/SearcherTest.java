package app.attune.recommend.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.recommend.Algorithm;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.tune.Trial.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SearcherTest {
    private static final int SEEDS = 60;
    private static final int TRIALS = 40;

    /// By chance one of two wins at least 42 of 60 in 13 of 10,000 cases (binomial, one half).
    @Test
    void tpeFindsBetterSettingsThanRandomOnAPlantedHill() {
        long won = IntStream.range(0, SEEDS)
                .filter(seed -> reached(Strategy.TPE, seed) > reached(Strategy.RANDOM, seed))
                .count();
        assertTrue(won >= 42, won + " of " + SEEDS);
    }

    private static double reached(Strategy strategy, long seed) {
        return Planted.best(Planted.run(Planted.plan(strategy, TRIALS, seed), List.of(), Planted::hill));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void sameSeedTriesTheSameAndAnotherSeedDoesNot(Strategy strategy) {
        List<Trial> once = Planted.run(Planted.plan(strategy, 20, 3), List.of(), Planted::hill);
        assertEquals(once, Planted.run(Planted.plan(strategy, 20, 3), List.of(), Planted::hill));
        assertNotEquals(once, Planted.run(Planted.plan(strategy, 20, 4), List.of(), Planted::hill));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void aSearchThatWasStoppedAnywhereGoesOnAsIfItHadNotBeen(Strategy strategy) {
        SearchPlan plan = Planted.plan(strategy, 20, 3);
        List<Trial> whole = Planted.run(plan, List.of(), Planted::hill);
        for (int stopped = 0; stopped <= whole.size(); stopped++) {
            assertEquals(whole, Planted.run(plan, whole.subList(0, stopped), Planted::hill));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"RANDOM", "TPE"})
    void moreTrialsGoOnFromFewer(Strategy strategy) {
        List<Trial> few = Planted.run(Planted.plan(strategy, 15, 3), List.of(), Planted::hill);
        List<Trial> many = Planted.run(Planted.plan(strategy, 30, 3), List.of(), Planted::hill);
        assertEquals(few, many.subList(0, 15));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void whatIsUsualIsTriedFirstAndNothingTwiceOnOneBudget(Strategy strategy) {
        List<Trial> trials = Planted.run(Planted.plan(strategy, 60, 1), List.of(), Planted::hill);
        assertEquals(Algorithm.IALS.usual(), trials.getFirst().options());
        record Tried(RecommenderOptions options, double share) {}
        assertEquals(
                trials.size(),
                trials.stream()
                        .map(trial -> new Tried(trial.options(), trial.share()))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void aSpaceWithFewSettingsIsTriedOutAndThenOver(Strategy strategy) {
        SearchPlan plan = new SearchPlan(SearchSpace.of(Algorithm.POPULARITY), strategy, 30, 1);
        List<Trial> trials = Planted.run(plan, List.of(), proposal -> Planted.scored(0));
        assertEquals(2, trials.stream().map(Trial::options).distinct().count());
        assertTrue(trials.getLast().isWhole());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 1, '1 on 100 % of the users'",
        "5, 2.67, 6, '5 on 33 %, 1 on 100 % of the users'",
        "27, 9.0, 39, '27 on 11 %, 9 on 33 %, 3 on 100 % of the users'",
        "100, 33.11, 144, '100 on 11 %, 33 on 33 %, 11 on 100 % of the users'"
    })
    void halvingSpendsWhatItSays(int settings, double spend, int trials, String words) {
        Ladder ladder = Ladder.of(settings);
        assertEquals(spend, ladder.spend(), 0.005);
        assertEquals(trials, ladder.trials());
        assertEquals(words, ladder.words());
        List<Trial> done = Planted.run(Planted.plan(Strategy.HALVING, settings, 1), List.of(), Planted::hill);
        assertEquals(ladder.trials(), done.size());
        assertEquals(ladder.spend(), done.stream().mapToDouble(Trial::share).sum(), 1e-9);
    }

    @Test
    void halvingPromotesTheBestThirdOfEachRung() {
        List<Trial> trials = Planted.run(Planted.plan(Strategy.HALVING, 27, 1), List.of(), Planted::hill);
        List<RecommenderOptions> bestNine = trials.subList(0, 27).stream()
                .sorted(Trial.BEST_FIRST)
                .limit(9)
                .map(Trial::options)
                .toList();
        assertEquals(
                bestNine, trials.subList(27, 36).stream().map(Trial::options).toList());
        assertEquals(
                bestNine.subList(0, 3),
                trials.subList(36, 39).stream().map(Trial::options).toList());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void trialsThatFailDoNotEndTheSearchAndAreNotPromoted(Strategy strategy) {
        List<Trial> trials =
                Planted.run(Planted.plan(strategy, 30, 2), List.of(), proposal -> failingAbove(proposal.options()));
        assertTrue(trials.size() >= 30);
        assertTrue(trials.stream().anyMatch(trial -> trial.score().isEmpty()));
        assertTrue(strategy != Strategy.HALVING
                || trials.stream()
                        .filter(Trial::isWhole)
                        .allMatch(trial -> trial.score().isPresent()));
    }

    private static Outcome failingAbove(RecommenderOptions options) {
        double factors = Double.parseDouble(options.values().getOrDefault("factors", "0"));
        return factors > 100 ? Planted.failed() : Planted.scored(factors);
    }

    @Test
    void whenEverythingFailsHalvingEnds() {
        List<Trial> trials = Planted.run(Planted.plan(Strategy.HALVING, 9, 1), List.of(), proposal -> Planted.failed());
        assertEquals(9, trials.size());
    }
}
