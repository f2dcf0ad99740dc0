package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.rules.ContextCondition;
import app.attune.rules.ItemSelector;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A replay as if every request came with a context decides as rules do of which those that the context is not for are
/// paused.
final class ReplayedContextTest {
    private static final int ROUNDS = 40;
    private static final List<String> PLACES = List.of("home", "cart", "page");

    private final ReplayGround ground = ReplaySqlTest.ground(ReplayedShop.random(5, 150));
    private int matching;

    @Test
    void everyOccasionIsDecidedWithTheContext() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            round(new SplittableRandom(seed), seed);
        }
        assertThat(matching).isBetween(ROUNDS / 2, 3 * ROUNDS - ROUNDS / 2);
    }

    private void round(SplittableRandom random, int seed) {
        String place = random.nextInt(4) == 0 ? "" : PLACES.get(random.nextInt(3));
        double total = random.nextInt(3) * 30;
        boolean mug = random.nextBoolean();
        RequestContext request = new RequestContext(
                Optional.of(place).filter(text -> !text.isEmpty()),
                Optional.of("phone"),
                Optional.of(new RequestContext.Basket(
                        mug ? List.of(new ItemId("mug")) : List.of(), OptionalDouble.of(total))));
        List<Rule> asking = new ArrayList<>();
        List<Rule> settled = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            Rule rule = Rulebook.ruleFor(id, random.nextBoolean() ? "warm" : "abandoner", Rulebook.offer(id));
            boolean placed = random.nextBoolean();
            String wanted = PLACES.get(random.nextInt(3));
            int least = random.nextInt(3) * 30;
            boolean mugs = random.nextInt(3) == 0;
            ContextCondition context = ContextCondition.any().withTotal(OptionalDouble.of(least));
            context = placed ? context.withPlacements(List.of(wanted)) : context;
            context = mugs
                    ? context.withContains(Optional.of(new ItemSelector.Items(List.of(new ItemId("mug")))))
                    : context;
            asking.add(rule.withLimits(RuleLimits.none().withContext(context)));
            boolean isFor = (!placed || place.equals(wanted)) && total >= least && (!mugs || mug);
            matching += isFor ? 1 : 0;
            settled.add(isFor ? rule : rule.withStatus(Rule.Status.PAUSED));
        }
        ReplayOptions plain = ReplaySqlTest.options(Occasion.EVENT);
        ReplayOptions asked = new ReplayOptions(plain.period(), plain.occasion(), request);
        ReplayReport found = Replay.of(RuleProgram.of(asking), ground, asked, Progress.none());
        ReplayReport wanted = Replay.of(RuleProgram.of(settled), ground, plain, Progress.none());
        assertThat(found.decisions()).isEqualTo(wanted.decisions()).isPositive();
        for (int i = 0; i < asking.size(); i++) {
            ReplayedRule one = found.rules().get(i);
            ReplayedRule other = wanted.rules().get(i);
            assertThat(List.of(one.fired(), (long) one.users(), one.lost(), one.firedByDay()))
                    .as("seed " + seed + ", rule " + i)
                    .isEqualTo(List.of(other.fired(), (long) other.users(), other.lost(), other.firedByDay()));
        }
    }
}
