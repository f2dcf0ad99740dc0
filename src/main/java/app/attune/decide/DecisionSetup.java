package app.attune.decide;

import app.attune.core.Require;
import app.attune.profiles.Population;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything decisions follow from, besides the user.
///
/// @param segments that rules refer to and that are reported as memberships
/// @param program  the rules and what holds for all of them
/// @param length   of the list
public record DecisionSetup(
        Population population,
        List<SegmentDefinition> segments,
        RuleProgram program,
        ModelShelf models,
        HistoryReader histories,
        Instant asOf,
        int length) {
    /// As many items as a list has when nobody says otherwise.
    public static final int LENGTH = 10;

    public DecisionSetup {
        segments = List.copyOf(segments);
        Require.that(length >= 1, "A list has room for at least one item");
    }

    /// In order, the first has the highest priority.
    public List<Rule> rules() {
        return program.rules();
    }

    /// The segments of rules that recommend from the item of their trigger.
    List<SegmentDefinition> triggers() {
        Set<SegmentId> seeded = program.rules().stream()
                .filter(rule -> rule.treatment() instanceof Treatment.Recommend wanted
                        && wanted.seed() == Treatment.Seed.TRIGGER)
                .map(Rule::segment)
                .collect(Collectors.toSet());
        return segments.stream()
                .filter(segment -> seeded.contains(segment.id()))
                .toList();
    }

    DecisionSetup withProgram(RuleProgram other) {
        return new DecisionSetup(population, segments, other, models, histories, asOf, length);
    }

    DecisionSetup asking(RecommenderModel model, HistoryReader weighed) {
        return new DecisionSetup(population, segments, program, models.insteadOfAll(model), weighed, asOf, length);
    }

    /// The same on other data at another time.
    DecisionSetup on(Population other, Instant then) {
        return new DecisionSetup(other, segments, program, models, histories.on(other), then, length);
    }
}
