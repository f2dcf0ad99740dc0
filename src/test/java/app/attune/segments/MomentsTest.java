package app.attune.segments;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Asking at moments gives what asking about everybody at that time gives.
final class MomentsTest {
    private static final int POPULATIONS = 60;
    private static final int TREES = 12;
    private static final int TIMES = 6;
    private final SegmentEvaluator evaluator = new SegmentEvaluator();
    private int held;
    private int asked;

    @Test
    void momentsAgreeWithTheEvaluatorOnRandomTrees() {
        for (int seed = 1; seed <= POPULATIONS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Population population = new RandomPopulations(random).next();
            RandomTrees trees = new RandomTrees(random);
            for (int tree = 0; tree < TREES; tree++) {
                agree(trees.next(), population, random, seed);
            }
        }
        assertThat(held).isBetween(asked / 20, asked - asked / 20);
    }

    private void agree(Condition condition, Population population, SplittableRandom random, int seed) {
        MomentReader moments = reader(population, condition);
        boolean daily = Moments.readsDays(condition, population);
        List<Instant> times = Stream.generate(() -> time(population, random))
                .limit(TIMES)
                .map(time -> daily ? time.truncatedTo(ChronoUnit.DAYS) : time)
                .toList();
        for (int userIdx = 0; userIdx < population.size(); userIdx++) {
            moments.user(userIdx);
            for (Instant at : times) {
                if (population.isKnownAt(at, userIdx)) {
                    boolean expected = evaluator.matches(condition, population, at, userIdx);
                    assertThat(moments.at(at.toEpochMilli()).get(0))
                            .as("seed %d, user %d at %s: %s", seed, userIdx, at, condition)
                            .isEqualTo(expected);
                    held += expected ? 1 : 0;
                    asked++;
                }
            }
        }
    }

    /// Often just at, before or after an event, where windows begin and end.
    private static Instant time(Population population, SplittableRandom random) {
        int events = population.events().eventCount();
        if (events == 0 || random.nextInt(4) == 0) {
            return RandomPopulations.AS_OF.minusMillis(random.nextLong(40 * RandomPopulations.DAY));
        }
        long event = population.events().time(random.nextInt(events));
        long moved = List.of(0L, 1L, RandomPopulations.HOUR, RandomPopulations.DAY, 7 * RandomPopulations.DAY)
                .get(random.nextInt(5));
        return Instant.ofEpochMilli(event + moved + random.nextInt(-1, 2));
    }

    @Test
    void whoeverIsAskedAboutIsThereEvenIfNothingIsKnown() {
        SplittableRandom random = new SplittableRandom(7);
        Population population = new RandomPopulations(random).next();
        MomentReader everybody = reader(population, new NoneOf(List.of()));

        everybody.user(0);
        assertThat(everybody.at(Window.BEGINNING.toEpochMilli() + 1).get(0)).isTrue();
    }

    private static MomentReader reader(Population population, Condition condition) {
        Moments moments = new Moments(population, Progress.none());
        moments.add(condition);
        return moments.reader();
    }
}
