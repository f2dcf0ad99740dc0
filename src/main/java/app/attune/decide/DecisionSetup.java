package app.attune.decide;

import app.attune.core.Require;
import app.attune.profiles.Population;
import app.attune.rules.Rule;
import app.attune.segments.SegmentDefinition;
import java.time.Instant;
import java.util.List;

/// Everything decisions follow from, besides the user.
///
/// @param segments that rules refer to and that are reported as memberships
/// @param rules    in order, the first has the highest priority
/// @param length   of the list
public record DecisionSetup(
        Population population,
        List<SegmentDefinition> segments,
        List<Rule> rules,
        ModelShelf models,
        HistoryReader histories,
        Instant asOf,
        int length) {
    /// As many items as a list has when nobody says otherwise.
    public static final int LENGTH = 10;

    public DecisionSetup {
        segments = List.copyOf(segments);
        rules = List.copyOf(rules);
        Require.that(length >= 1, "A list has room for at least one item");
    }
}
