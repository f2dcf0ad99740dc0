package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.segments.AnyOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A replay knows at each moment whether there is an item that a recommendation can start from.
final class ReplayedTriggerTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Treatment.Recommend SIMILAR = new Treatment.Recommend("similar");
    private static final Rule SEEDED = Rulebook.ruleFor("goes-with", "keen", SIMILAR.with(Treatment.Seed.TRIGGER));

    private static ReplayGround ground() {
        EventCondition keen = keen();
        return ground(new AnyOf(List.of(keen, keen.with(new Measure.Count()))));
    }

    private static ReplayGround ground(Condition condition) {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.user("ann");
        List<String> items = List.of("", "", "tent", "");
        for (int day = 0; day < items.size(); day++) {
            builder.event("ann", START.plus(Duration.ofDays(day)), "view", items.get(day), Double.NaN);
        }
        Population population = Population.agreeing(builder.build(), ColumnTable.empty(1), "shop");
        SegmentDefinition segment =
                new SegmentDefinition(new SegmentId("keen"), 1, "Keen", condition, "Ada", "", START);
        return new ReplayGround(population, List.of(segment), new FakeCatalogue(), "usual");
    }

    private static EventCondition keen() {
        return new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.MostOfOneItem(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"));
    }

    private static ReplayOptions options() {
        TimeWindow all = new TimeWindow(START, START.plus(Duration.ofDays(9)));
        return new ReplayOptions(all, Occasion.EVENT);
    }

    @Test
    void withoutAnItemARecommendationHasLost() {
        ReplayedRule rule = Replay.of(RuleProgram.of(List.of(SEEDED)), ground(), options(), Progress.none())
                .rules()
                .getFirst();
        assertThat(rule.firedByDay()).containsExactly(0L, 0L, 0L, 1L);
        assertThat(rule.lost()).isEqualTo(2);
    }

    /// As decisions judge it: a segment that was changed since may ask for no item at all.
    @Test
    void aSegmentThatAsksForNoItemNeverHasOne() {
        ReplayGround ground = ground(new AnyOf(List.of(keen().with(new Measure.Count()))));
        ReplayedRule rule = Replay.of(RuleProgram.of(List.of(SEEDED)), ground, options(), Progress.none())
                .rules()
                .getFirst();
        assertThat(rule.firedByDay()).containsOnly(0L);
        assertThat(rule.lost()).isEqualTo(3);
    }

    @Test
    void anItemOrTheHistoryMakeADifferenceWhereverTheRuleMatches() {
        RuleProgram seeded = RuleProgram.of(List.of(SEEDED));
        RuleProgram usual = RuleProgram.of(List.of(SEEDED.withTreatment(SIMILAR)));
        ReplayComparison found = Replay.compare(usual, seeded, ground(), options(), Progress.none());
        assertThat(found.byDay()).containsExactly(0L, 1L, 1L, 1L);
        ReplayComparison.Example first = found.examples().getFirst();
        assertThat(new EffectWords(Object::toString).differences(first.before(), first.after()))
                .containsExactly("a list from usual instead of similar");
    }
}
