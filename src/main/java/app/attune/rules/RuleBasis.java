package app.attune.rules;

import app.attune.segments.ConditionFinding;
import app.attune.segments.EventCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// What rules are judged against: the segments and their people, the items and the trained models.
///
/// @param users     the positions of all users
/// @param segments  those not deleted
/// @param audiences user positions by segment; a segment may be missing while its audience is not known
/// @param refusing  the users who have not agreed to personalisation
/// @param models    kinds of the trained models
/// @param ids       of the users by position
/// @param at        when decisions are looked at
/// @param doubts    what is wrong with the conditions of segments; of none that is sound
public record RuleBasis(
        RoaringBitmap users,
        List<SegmentDefinition> segments,
        Map<SegmentId, RoaringBitmap> audiences,
        RoaringBitmap refusing,
        ItemCatalogue catalogue,
        Set<String> models,
        UserIds ids,
        Instant at,
        Map<SegmentId, List<ConditionFinding>> doubts) {
    public RuleBasis {
        segments = List.copyOf(segments);
        audiences = Map.copyOf(audiences);
        models = Set.copyOf(models);
        doubts = Map.copyOf(doubts);
    }

    /// Whose segments are sound.
    public RuleBasis(
            RoaringBitmap users,
            List<SegmentDefinition> segments,
            Map<SegmentId, RoaringBitmap> audiences,
            RoaringBitmap refusing,
            ItemCatalogue catalogue,
            Set<String> models,
            UserIds ids,
            Instant at) {
        this(users, segments, audiences, refusing, catalogue, models, ids, at, Map.of());
    }

    /// Whose users have no ids, at no time of interest.
    public RuleBasis(
            RoaringBitmap users,
            List<SegmentDefinition> segments,
            Map<SegmentId, RoaringBitmap> audiences,
            RoaringBitmap refusing,
            ItemCatalogue catalogue,
            Set<String> models) {
        this(users, segments, audiences, refusing, catalogue, models, UserIds.none(), Instant.EPOCH);
    }

    /// The same people looked at at another time.
    public RuleBasis seenAt(Instant time) {
        return new RuleBasis(users, segments, audiences, refusing, catalogue, models, ids, time, doubts);
    }

    /// No users, no items, no models.
    public static RuleBasis empty() {
        return new RuleBasis(
                new RoaringBitmap(), List.of(), Map.of(), new RoaringBitmap(), NoCatalogue.INSTANCE, Set.of());
    }

    public Optional<SegmentDefinition> segment(SegmentId id) {
        return segments.stream().filter(segment -> segment.id().equals(id)).findFirst();
    }

    /// The row of a segment that binds an item, if it has one.
    public Optional<EventCondition> trigger(SegmentId id) {
        return segment(id).map(SegmentDefinition::condition).flatMap(TriggerItem::row);
    }

    /// The same with what is wrong with the conditions of segments.
    public RuleBasis withDoubts(Map<SegmentId, List<ConditionFinding>> found) {
        return new RuleBasis(users, segments, audiences, refusing, catalogue, models, ids, at, found);
    }

    /// What the analyst calls it; its id when it is unknown.
    public String segmentName(SegmentId id) {
        return segment(id).map(SegmentDefinition::name).orElse(id.value());
    }

    public RoaringBitmap audience(SegmentId id) {
        return audiences.getOrDefault(id, new RoaringBitmap());
    }

    /// Sentences with the names of these segments and items.
    public RuleSentence sentences() {
        return new RuleSentence(this::segmentName, catalogue::name);
    }
}
