package app.attune.segments;

import app.attune.events.quality.SchemaColumn;
import app.attune.profiles.Population;
import java.util.List;
import java.util.stream.Stream;

/// Which segments ask for a column of a file.
public final class SegmentUses {
    private SegmentUses() {}

    /// "segment Young".
    public static List<String> of(List<SegmentDefinition> segments, SchemaColumn column) {
        String name = name(column);
        return segments.stream()
                .filter(segment -> names(segment.condition()).anyMatch(name::equals))
                .map(segment -> "segment " + segment.name())
                .toList();
    }

    private static String name(SchemaColumn column) {
        return switch (column.role()) {
            case ITEM -> "item";
            case VALUE -> "value";
            case SESSION -> "session_id";
            case CURRENCY -> "currency";
            case LOAD_TIME -> "load_time";
            case ANONYMOUS_ID -> "anonymous_id";
            case USER, TIME, TIME_OF_DAY, TYPE, EVENT_ID, CONSENT, CONSENT_TIME, PROPERTY, ATTRIBUTE, IGNORED ->
                column.kept();
        };
    }

    private static Stream<String> names(Condition condition) {
        return switch (condition) {
            case MarkedCondition marked -> names(marked.part());
            case AttributeCondition row -> Stream.of(row.attribute());
            case EventCondition row ->
                Stream.concat(
                                row.kinds().stream()
                                        .flatMap(kind -> kind.where().stream())
                                        .map(FieldTest::field),
                                EventMeter.measuredField(row.measure()).stream())
                        .map(SegmentUses::withoutItem);
            case UserCondition row -> names(row);
            case AllOf group -> group.parts().stream().flatMap(SegmentUses::names);
            case AnyOf group -> group.parts().stream().flatMap(SegmentUses::names);
            case NoneOf group -> group.parts().stream().flatMap(SegmentUses::names);
        };
    }

    private static Stream<String> names(UserCondition row) {
        return switch (row) {
            case RankCondition rank ->
                switch (rank.by()) {
                    case RankCondition.Ranked.Attribute one -> Stream.of(one.attribute());
                    case RankCondition.Ranked.Events events -> names((Condition) events.condition());
                };
            case ConsentCondition consent -> Stream.of(Population.CONSENT_PREFIX + consent.purpose());
            case UserListCondition list -> Stream.empty();
            case BucketCondition bucket -> Stream.empty();
            case SegmentCondition segment -> Stream.empty();
        };
    }

    /// The names of the segments that refer to one.
    public static List<String> referringTo(List<SegmentDefinition> segments, SegmentId id) {
        return segments.stream()
                .filter(segment -> refers(segment.condition(), id))
                .map(SegmentDefinition::name)
                .toList();
    }

    private static boolean refers(Condition condition, SegmentId id) {
        return Marks.bare(condition) instanceof SegmentCondition reference
                ? reference.segment().equals(id)
                : Conditions.parts(condition).stream().anyMatch(part -> refers(part, id));
    }

    private static String withoutItem(String field) {
        return field.startsWith(EventField.ITEM_PREFIX) ? field.substring(EventField.ITEM_PREFIX.length()) : field;
    }
}
