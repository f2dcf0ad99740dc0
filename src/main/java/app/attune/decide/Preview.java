package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.recommend.Recommendation;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.segments.Explanation;
import app.attune.segments.SegmentDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything there is to see of one user at a point in time: who they are, what they did, which segments they are in
/// and why, what they get and why, and what everybody would get.
///
/// @param consent   to personalisation at that time, or DECLARED; empty when nothing is known
/// @param segments  by name
/// @param strategy  how the list of the decision came about
/// @param popular   the most popular items, whatever the user did and no rules
/// @param itemNames of every item in the decision, its evidence, the basket and `popular`
/// @param missed    what exactly kept a rule from the request, for those of which there is more to say than the cause
public record Preview(
        UserId user,
        Instant asOf,
        List<Fact> facts,
        Optional<String> consent,
        Timeline timeline,
        List<Standing> segments,
        Decision decision,
        Strategy strategy,
        List<Recommendation> popular,
        Map<ItemId, String> itemNames,
        Map<RuleId, String> missed) {
    /// A known attribute of the user.
    public record Fact(String name, String value) {}

    /// Whether the user is in a segment, and why.
    public record Standing(SegmentDefinition segment, Explanation explanation) {}

    public Preview {
        facts = List.copyOf(facts);
        segments = List.copyOf(segments);
        popular = List.copyOf(popular);
        itemNames = Map.copyOf(itemNames);
        missed = Map.copyOf(missed);
    }

    /// What exactly kept a rule from the request.
    public Optional<String> missed(RuleTrace trace) {
        return Optional.ofNullable(missed.get(trace.rule()));
    }

    /// The decision with how its list came about.
    public Explained explained() {
        return new Explained(decision, strategy);
    }

    /// What people call the item; its id when it has no name here.
    public String itemName(ItemId item) {
        return itemNames.getOrDefault(item, item.value());
    }
}
